/// What a request may cost at most, before any of it is done: a list counts as often as it may have entries. A field of an interface
/// counts as if every object were of the dearest type.
struct Cost {
    private let collector: Collector
    private let coercion: Coercion
    /// Finding out the cost must not cost much either: types of interfaces multiply.
    private var left = Limits.cost

    /// Problem: `graphql.too_costly`.
    static func check(_ operation: Operation, _ collector: Collector, _ coercion: Coercion) throws {
        guard let root = coercion.schema.root(operation.kind) else { return }
        var cost = Cost(collector: collector, coercion: coercion)
        let sum = try cost.of([operation.selections], root)
        if sum > Limits.cost || cost.left < 0 {
            throw Misplaced(.tooCostly(max(sum, Limits.cost + 1)), at: operation.at)
        }
    }

    private mutating func of(_ sets: [SelectionSet], _ type: ObjectType) throws -> Int {
        var sum = 0
        for group in collector.groups(sets, of: type) {
            left -= group.fields.count
            guard left >= 0, let field = group.fields.first,
                let definition = coercion.schema.field(field.name.text, of: type), !definition.name.hasPrefix("__")
            else { continue }
            let (product, isTooMuch) = try entries(field, definition).multipliedReportingOverflow(
                by: try dearest(group.selections, definition.type.name))
            sum += definition.cost + min(isTooMuch ? .max : product, Limits.cost * 1_000)
        }
        return sum
    }

    private mutating func dearest(_ sets: [SelectionSet], _ type: String) throws -> Int {
        var most = 0
        for name in coercion.schema.possible(type) {
            if let object = coercion.schema.type(name)?.composite { most = max(most, try of(sets, object)) }
        }
        return most
    }

    private func entries(_ field: Field, _ definition: FieldDefinition) throws -> Int {
        guard let name = definition.sizedBy else { return definition.entries }
        let arguments = try coercion.arguments(
            field.arguments, definition.arguments, collector.variables, of: definition.name)
        return arguments.int(name).map { max(1, Int($0)) } ?? definition.entries
    }
}
