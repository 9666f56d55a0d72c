/// Written values as JSON.
enum Literal {
    /// The scalar that is written; `nil` for what is none of its type.
    static func read(_ value: Value, _ scalar: ScalarType) -> JSON? {
        // As JSON, 1.0 would be a whole number; written, it is none.
        if case .float = value.kind, ["Int", "ID"].contains(scalar.name) { return nil }
        return json(value).flatMap(scalar.read)
    }

    /// `nil` for words and variables, which mean something only where their type is known.
    private static func json(_ value: Value) -> JSON? {
        switch value.kind {
        case .variable, .word: return nil
        case .int(let text): return Int64(text).map(JSON.int) ?? Double(text).map(JSON.double)
        case .float(let text): return Double(text).map(JSON.double)
        case .string(let text): return .string(text)
        case .bool(let flag): return .bool(flag)
        case .null: return .null
        case .list(let items):
            let all = items.compactMap(json)
            return all.count == items.count ? .list(all) : nil
        case .object(let members):
            let all = members.compactMap { member in json(member.value).map { JSON.Member(member.name.text, $0) } }
            return all.count == members.count ? .object(all) : nil
        }
    }
}

extension Value {
    /// As error messages show it, cut short.
    var shown: String {
        switch kind {
        case .variable(let name): "$\(name)"
        case .int(let text), .float(let text), .word(let text): String(text.prefix(40))
        case .string(let text): "\"\(text.prefix(40))\""
        case .bool(let flag): String(flag)
        case .null: "null"
        case .list(let items): "[" + items.prefix(3).map(\.shown).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.prefix(3).map { "\($0.name.text): \($0.value.shown)" }.joined(separator: ", ") + "}"
        }
    }

    /// Whether the same is written, wherever it stands.
    func says(_ other: Value) -> Bool {
        switch (kind, other.kind) {
        case (.variable(let left), .variable(let right)), (.word(let left), .word(let right)): left == right
        case (.int(let left), .int(let right)), (.float(let left), .float(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.bool(let left), .bool(let right)): left == right
        case (.null, .null): true
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.says($1) }
        case (.object(let left), .object(let right)): Argument.same(left, right)
        default: false
        }
    }
}

extension Argument {
    /// The same names with the same values, in whatever order.
    static func same(_ left: [Argument], _ right: [Argument]) -> Bool {
        left.count == right.count
            && left.allSatisfy { one in
                right.first { $0.name.text == one.name.text }.map { $0.value.says(one.value) } ?? false
            }
    }
}
