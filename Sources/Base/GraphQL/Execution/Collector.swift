/// Which fields are asked of an object, fragments opened, what is skipped left out (section 6.3.2).
struct Collector {
    let schema: Schema
    let fragments: [String: Fragment]
    let variables: [String: JSON]

    /// Fields of one name in the answer, which are one field.
    struct Group {
        let key: String
        var fields: [Field]

        var selections: [SelectionSet] { fields.compactMap(\.selections) }
    }

    func groups(_ sets: [SelectionSet], of type: ObjectType) -> [Group] {
        var groups: [Group] = []
        var places: [String: Int] = [:]
        var seen: Set<String> = []
        for set in sets { collect(set, of: type, &groups, &places, &seen) }
        return groups
    }

    private func collect(
        _ set: SelectionSet, of type: ObjectType, _ groups: inout [Group], _ places: inout [String: Int],
        _ seen: inout Set<String>
    ) {
        for selection in set.selections {
            switch selection {
            case .field(let field):
                if isLeftOut(field.directives) { continue }
                if let place = places[field.key] {
                    groups[place].fields.append(field)
                } else {
                    places[field.key] = groups.count
                    groups.append(Group(key: field.key, fields: [field]))
                }
            case .spread(let spread):
                guard !isLeftOut(spread.directives), seen.insert(spread.name.text).inserted,
                    let fragment = fragments[spread.name.text], applies(fragment.type.text, to: type)
                else { continue }
                collect(fragment.selections, of: type, &groups, &places, &seen)
            case .inline(let inline):
                guard !isLeftOut(inline.directives), inline.type.map({ applies($0.text, to: type) }) ?? true else {
                    continue
                }
                collect(inline.selections, of: type, &groups, &places, &seen)
            }
        }
    }

    private func applies(_ name: String, to type: ObjectType) -> Bool {
        name == type.name || type.interfaces.contains(name)
    }

    private func isLeftOut(_ directives: [Directive]) -> Bool {
        directives.contains { directive in
            switch directive.name.text {
            case "skip": isTrue(directive)
            case "include": !isTrue(directive)
            default: false
            }
        }
    }

    private func isTrue(_ directive: Directive) -> Bool {
        switch directive.arguments.first(where: { $0.name.text == "if" })?.value.kind {
        case .bool(let flag): flag
        case .variable(let name): variables[name] == .bool(true)
        default: false
        }
    }
}
