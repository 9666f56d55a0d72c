import Kernel

extension Validator {
    /// `nil`: on a type that is not known; what is used below still counts as used.
    mutating func check(_ set: SelectionSet, on type: ObjectType?) {
        for selection in set.selections {
            switch selection {
            case .field(let field): check(field, on: type)
            case .spread(let spread): check(spread, on: type)
            case .inline(let inline):
                check(inline.directives, at: "INLINE_FRAGMENT")
                var inner = type
                if let condition = inline.type {
                    inner = composite(condition)
                    if let inner, let type { checkSpread(of: inner, in: type, inner.name, at: inline.at) }
                }
                check(inline.selections, on: inner)
            }
        }
    }

    private mutating func check(_ field: Field, on type: ObjectType?) {
        check(field.directives, at: "FIELD")
        guard let type else { return checkUnknown(field) }
        guard let definition = schema.field(field.name.text, of: type) else {
            let like = Nearness.names(like: field.name.text, among: type.fields.map(\.name))
            fault(.fieldUnknown(field.name.text, on: type.name, like: like), at: field.at)
            return checkUnknown(field)
        }
        check(field.arguments, definition.arguments, of: "\(type.name).\(definition.name)", at: field.at)
        let inner = schema.type(definition.type.name)?.composite
        if let set = field.selections {
            if inner == nil {
                fault(.selectionSurplus(field.name.text, definition.type.description), at: set.at)
            }
            check(set, on: inner)
        } else if inner != nil {
            fault(.selectionMissing(field.name.text, definition.type.description), at: field.at)
        }
    }

    /// Of a field that is not there only what it uses is noted.
    private mutating func checkUnknown(_ field: Field) {
        for argument in field.arguments { noteVariables(argument.value) }
        if let set = field.selections { check(set, on: nil) }
    }

    private mutating func check(_ spread: Spread, on type: ObjectType?) {
        check(spread.directives, at: "FRAGMENT_SPREAD")
        uses[current]?.fragments.append(spread)
        guard let fragment = fragments[spread.name.text] else {
            return fault(.fragmentUnknown(spread.name.text), at: spread.name.at)
        }
        if let type, let inner = schema.type(fragment.type.text)?.composite {
            checkSpread(of: inner, in: type, fragment.name.text, at: spread.at)
        }
    }

    private mutating func checkSpread(of inner: ObjectType, in outer: ObjectType, _ name: String, at offset: Int) {
        let shared = Set(schema.possible(inner.name)).intersection(schema.possible(outer.name))
        if shared.isEmpty { fault(.spreadImpossible(name, on: outer.name), at: offset) }
    }

    mutating func check(_ directives: [Directive], at place: String) {
        checkTwice(directives.map(\.name), Text(zh: "指令", en: "directive"))
        for directive in directives {
            guard let definition = schema.directives.first(where: { $0.name == directive.name.text }) else {
                fault(.directiveUnknown(directive.name.text), at: directive.at)
                for argument in directive.arguments { noteVariables(argument.value) }
                continue
            }
            if !definition.places.contains(place) { fault(.directiveMisplaced(directive.name.text), at: directive.at) }
            check(directive.arguments, definition.arguments, of: "@\(definition.name)", at: directive.at)
        }
    }
}

/// Names that somebody may have meant.
enum Nearness {
    static func names(like name: String, among others: [String]) -> [String] {
        let limit = max(1, name.count * 2 / 5)
        let near = others.filter { abs($0.count - name.count) <= limit }.map { ($0, distance(name, $0)) }
            .filter { $0.1 <= limit }
        return near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
    }

    /// How many letters have to be put in, taken out or changed.
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.utf8.prefix(64))
        var row = Array(0...right.count)
        for (index, byte) in left.utf8.prefix(64).enumerated() {
            var corner = row[0]
            row[0] = index + 1
            for column in right.indices {
                let changed = corner + (byte == right[column] ? 0 : 1)
                corner = row[column + 1]
                row[column + 1] = min(changed, corner + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
