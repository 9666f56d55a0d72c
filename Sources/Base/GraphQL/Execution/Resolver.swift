package import Kernel

/// Where a field's values come from: all objects of a level are asked at once, so that what they are linked to is looked up once
/// and not once for each. Answers stand in the order of `parents`.
package typealias Resolver<Context: Sendable> = @Sendable (Call<Context>) async throws -> [Resolved]

/// A field asked of all objects of one type that stand at the same level of an answer.
package struct Call<Context: Sendable>: Sendable {
    package let parents: [any Sendable]
    package let arguments: Arguments
    package let context: Context
    package let language: Language
}

/// A field's value before its own fields are asked.
package enum Resolved: Sendable {
    case null
    case leaf(JSON)
    case list([Resolved])
    /// An object of that type; its fields' resolvers get the value among `parents`.
    case object(any Sendable, type: String)
    /// This one could not be found out; the others can stand.
    case fault(any Error)

    package static func text(_ text: String?) -> Resolved { text.map { .leaf(.string($0)) } ?? .null }
}

/// The values given to a field, read and filled up with standards. What was not given is not there.
package struct Arguments: Sendable {
    private let values: [String: JSON]

    init(_ values: [String: JSON]) { self.values = values }

    package subscript(name: String) -> JSON? { values[name] }
    package func has(_ name: String) -> Bool { values[name] != nil }
    package func text(_ name: String) -> String? { if case .string(let text) = values[name] { text } else { nil } }
    package func int(_ name: String) -> Int64? { if case .int(let number) = values[name] { number } else { nil } }
    package func flag(_ name: String) -> Bool { values[name] == .bool(true) }
}

/// Which resolver answers which field.
package struct Resolvers<Context: Sendable>: Sendable {
    private var table: [String: [String: Resolver<Context>]] = [:]

    package init() {}

    package subscript(type: String, field: String) -> Resolver<Context>? {
        get { table[type]?[field] }
        set { table[type, default: [:]][field] = newValue }
    }

    /// A field that each object answers by itself.
    package mutating func each<Parent: Sendable>(
        _ type: String, _ field: String, of: Parent.Type,
        _ value: @escaping @Sendable (Parent, Call<Context>) throws -> Resolved
    ) {
        self[type, field] = { call in
            try call.parents.map { parent in
                guard let parent = parent as? Parent else {
                    throw GraphQLProblem.schema("\(type).\(field) has no parent")
                }
                return try value(parent, call)
            }
        }
    }

    /// Fields of object types that nobody answers: a bug of ours.
    package func missing(in schema: Schema) -> [String] {
        schema.types.flatMap { type -> [String] in
            guard case .object(let object) = type, !object.name.hasPrefix("__") else { return [] }
            return object.fields.filter { self[object.name, $0.name] == nil }.map { "\(object.name).\($0.name)" }
        }
    }
}
