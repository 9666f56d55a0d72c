import Kernel

/// Fields that the answer calls the same must be the same (section 5.3.2). Being the same is transitive, so each field is compared
/// with the first of its name only, not with all the others (Simon Adameit's way): ten thousand aliases take no longer than to read them.
extension Validator {
    private struct Selected {
        let field: Field
        let parent: ObjectType
        let type: TypeReference
    }

    /// Selections that stand at the same place of the answer.
    private typealias Sets = [(set: SelectionSet, parent: ObjectType)]

    mutating func checkOverlaps() {
        var left = Limits.cost
        for operation in document.operations {
            guard let root = schema.root(operation.kind) else { continue }
            let sets = [(operation.selections, root)]
            guard checkShapes(sets, &left), checkFields(sets, &left) else { return }
            if left <= 0 { return fault(.tooManyFields(left), at: operation.at) }
        }
    }

    /// Whatever objects there are: lists stand beside lists, and single values beside those of the same type.
    private mutating func checkShapes(_ sets: Sets, _ left: inout Int) -> Bool {
        for group in groups(sets, &left) {
            for other in group.dropFirst() where !hasSameShape(group[0].type, other.type) {
                fault(.fieldsConflict(other.field.key), at: group[0].field.at, other.field.at)
                return false
            }
            if !checkShapes(inner(group), &left) { return false }
        }
        return true
    }

    /// On the same object: the same field with the same arguments.
    private mutating func checkFields(_ sets: Sets, _ left: inout Int) -> Bool {
        for group in groups(sets, &left) {
            for together in meeting(group) {
                for other in together.dropFirst() where !isSame(together[0].field, other.field) {
                    fault(.fieldsConflict(other.field.key), at: together[0].field.at, other.field.at)
                    return false
                }
                if !checkFields(inner(together), &left) { return false }
            }
        }
        return true
    }

    private func inner(_ group: [Selected]) -> Sets {
        group.compactMap { selected in
            guard let set = selected.field.selections, let type = schema.type(selected.type.name)?.composite else {
                return nil
            }
            return (set, type)
        }
    }

    /// Those that can stand on one object: of each object type, with all that are on interfaces.
    private func meeting(_ group: [Selected]) -> [[Selected]] {
        if group.count == 1 { return [group] }
        let isObject = { (type: ObjectType) in if case .object = schema.type(type.name) { true } else { false } }
        let everywhere = group.filter { !isObject($0.parent) }
        let byType = Dictionary(grouping: group.filter { isObject($0.parent) }, by: \.parent.name)
        return byType.isEmpty ? [everywhere] : byType.keys.sorted().map { (byType[$0] ?? []) + everywhere }
    }

    private func isSame(_ left: Field, _ right: Field) -> Bool {
        left.name.text == right.name.text && Argument.same(left.arguments, right.arguments)
    }

    private func hasSameShape(_ left: TypeReference, _ right: TypeReference) -> Bool {
        switch (left, right) {
        case (.nonNull(let left), .nonNull(let right)), (.list(let left), .list(let right)): hasSameShape(left, right)
        case (.named(let left), .named(let right)):
            left == right || schema.type(left)?.composite != nil && schema.type(right)?.composite != nil
        default: false
        }
    }

    /// All fields of the sets by what the answer calls them, fragments opened, each of them once.
    private func groups(_ sets: Sets, _ left: inout Int) -> [[Selected]] {
        var groups: [String: [Selected]] = [:]
        var order: [String] = []
        var seen: Set<String> = []
        var open = Array(sets.reversed())
        while let (set, parent) = open.popLast(), left > 0 {
            for selection in set.selections {
                left -= 1
                switch selection {
                case .inline(let inline):
                    let type = inline.type.flatMap { schema.type($0.text)?.composite } ?? parent
                    open.append((inline.selections, type))
                case .spread(let spread):
                    guard seen.insert(spread.name.text).inserted, let fragment = fragments[spread.name.text],
                        let type = schema.type(fragment.type.text)?.composite
                    else { continue }
                    open.append((fragment.selections, type))
                case .field(let field):
                    guard let type = schema.field(field.name.text, of: parent)?.type else { continue }
                    if groups[field.key] == nil { order.append(field.key) }
                    groups[field.key, default: []].append(Selected(field: field, parent: parent, type: type))
                }
            }
        }
        return order.compactMap { groups[$0] }
    }
}
