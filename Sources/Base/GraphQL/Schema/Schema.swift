import Kernel

/// What can be asked: types, and where queries and mutations begin. Plain data; `Resolvers` say where the answers come from.
package struct Schema: Sendable {
    /// In the order in which they were given, those of the language itself last.
    package let types: [NamedType]
    package let directives: [DirectiveDefinition]
    let query = "Query"
    let mutation = "Mutation"
    private let places: [String: Int]
    private let implementers: [String: [String]]

    /// `types` must hold an object type `Query`; `Mutation` may be missing. A schema that does not fit together is a bug of ours,
    /// said at the start: `graphql.schema`.
    package init(_ types: [NamedType]) throws(GraphQLProblem) {
        let all = types + ScalarType.builtIn.map(NamedType.scalar) + Introspection.types
        self.types = all
        directives = DirectiveDefinition.all
        places = Dictionary(all.enumerated().map { ($1.name, $0) }) { first, _ in first }
        var implementers: [String: [String]] = [:]
        for case .object(let type) in all {
            for name in type.interfaces { implementers[name, default: []].append(type.name) }
        }
        self.implementers = implementers
        try check()
    }

    package func type(_ name: String) -> NamedType? { places[name].map { types[$0] } }

    func root(_ kind: Operation.Kind) -> ObjectType? {
        switch kind {
        case .query: type(query)?.composite
        case .mutation: type(mutation)?.composite
        case .subscription: nil
        }
    }

    /// The object types that a value of this type may be.
    func possible(_ name: String) -> [String] {
        if case .interface = type(name) { return implementers[name] ?? [] }
        return [name]
    }

    /// A field as a selection finds it, those of the language itself among them.
    func field(_ name: String, of type: ObjectType) -> FieldDefinition? {
        if let own = type.field(name) { return own }
        if name == "__typename" { return Introspection.typename }
        return type.name == query ? Introspection.roots.first { $0.name == name } : nil
    }

    private func check() throws(GraphQLProblem) {
        if places.count != types.count {
            let twice = Dictionary(grouping: types, by: \.name).filter { $0.value.count > 1 }.keys.sorted()
            throw .schema("two types are called \(twice.joined(separator: ", "))")
        }
        if root(.query) == nil { throw .schema("there is no Query") }
        for type in types {
            let names = members(of: type)
            if Set(names).count != names.count { throw .schema("\(type.name) names something twice") }
            if names.isEmpty, type.composite != nil { throw .schema("\(type.name) has no fields") }
            for reference in references(of: type) where self.type(reference.name) == nil {
                throw .schema("\(type.name) names \(reference.name), which is no type")
            }
            if case .object(let object) = type { try checkInterfaces(object) }
        }
    }

    private func members(of type: NamedType) -> [String] {
        switch type {
        case .scalar: []
        case .object(let object), .interface(let object): object.fields.map(\.name)
        case .enumeration(let list): list.members.map(\.name)
        case .input(let input): input.fields.map(\.name)
        }
    }

    private func references(of type: NamedType) -> [TypeReference] {
        switch type {
        case .scalar, .enumeration: []
        case .object(let object), .interface(let object):
            object.fields.flatMap { [$0.type] + $0.arguments.map(\.type) } + object.interfaces.map { .named($0) }
        case .input(let input): input.fields.map(\.type)
        }
    }

    private func checkInterfaces(_ type: ObjectType) throws(GraphQLProblem) {
        for name in type.interfaces {
            guard case .interface(let interface) = self.type(name) else {
                throw .schema("\(type.name) is no \(name)")
            }
            for field in interface.fields where type.field(field.name)?.type != field.type {
                throw .schema("\(type.name).\(field.name) is not what \(name) promises")
            }
        }
    }
}

/// A directive that may stand in a request.
package struct DirectiveDefinition: Sendable {
    let name: String
    let description: Text
    let places: [String]
    let arguments: [InputDefinition]

    static let all = [
        DirectiveDefinition(
            name: "include", description: Text(zh: "条件为 true 时才返回。", en: "Answered only when the condition is true."),
            places: selections, arguments: [condition]),
        DirectiveDefinition(
            name: "skip", description: Text(zh: "条件为 true 时不返回。", en: "Left out when the condition is true."),
            places: selections, arguments: [condition]),
    ]
    private static let selections = ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"]
    private static let condition = InputDefinition("if", .sure("Boolean"), Text(zh: "条件", en: "The condition"))
}

extension ScalarType {
    /// The five of the language itself.
    static let builtIn = [
        ScalarType("Int", Text(zh: "32 位整数", en: "A whole number of 32 bits")) { value in
            switch value {
            case .int(let number): Int32(exactly: number).map { .int(Int64($0)) }
            case .double(let number): Int32(exactly: number).map { .int(Int64($0)) }
            default: nil
            }
        },
        ScalarType("Float", Text(zh: "数值", en: "A number")) { value in
            switch value {
            case .int(let number): .double(Double(number))
            case .double(let number) where number.isFinite: value
            default: nil
            }
        },
        ScalarType("String", Text(zh: "文本", en: "A text")) { if case .string = $0 { $0 } else { nil } },
        ScalarType("Boolean", Text(zh: "是或否", en: "True or false")) { if case .bool = $0 { $0 } else { nil } },
        ScalarType("ID", Text(zh: "标识", en: "An identifier")) { value in
            switch value {
            case .string: value
            case .int(let number): .string(String(number))
            default: nil
            }
        },
    ]
}
