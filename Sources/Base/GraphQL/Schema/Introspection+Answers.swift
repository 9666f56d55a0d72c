import Kernel

/// The schema's answers about itself. Descriptions come in the language of who asks.
extension Introspection {
    static func answer<Context>(_ schema: Schema, _ resolvers: inout Resolvers<Context>) {
        resolvers["Query", "__schema"] = { call in call.parents.map { _ in .object(schema, type: "__Schema") } }
        resolvers["Query", "__type"] = { call in
            let type = schema.type(call.arguments.text("name") ?? "")
            return call.parents.map { _ in type.map { self.type(.named($0.name)) } ?? .null }
        }
        answerSchema(&resolvers)
        answerTypes(schema, &resolvers)
        answerParts(&resolvers)
    }

    private static func type(_ reference: TypeReference) -> Resolved { .object(reference, type: "__Type") }

    private static func answerSchema<Context>(_ resolvers: inout Resolvers<Context>) {
        let of = Schema.self
        resolvers.each("__Schema", "description", of: of) { _, _ in .null }
        resolvers.each("__Schema", "types", of: of) { schema, _ in .list(schema.types.map { type(.named($0.name)) }) }
        resolvers.each("__Schema", "queryType", of: of) { schema, _ in type(.named(schema.query)) }
        resolvers.each("__Schema", "mutationType", of: of) { schema, _ in
            schema.root(.mutation) == nil ? .null : type(.named(schema.mutation))
        }
        resolvers.each("__Schema", "subscriptionType", of: of) { _, _ in .null }
        resolvers.each("__Schema", "directives", of: of) { schema, _ in
            .list(schema.directives.map { .object($0, type: "__Directive") })
        }
    }

    private static func answerTypes<Context>(_ schema: Schema, _ resolvers: inout Resolvers<Context>) {
        let of = TypeReference.self
        resolvers.each("__Type", "kind", of: of) { reference, _ in .text(kind(of: reference, schema)) }
        resolvers.each("__Type", "name", of: of) { reference, _ in
            if case .named(let name) = reference { .text(name) } else { .null }
        }
        resolvers.each("__Type", "description", of: of) { reference, call in
            .text(named(reference, schema)?.description?[call.language])
        }
        resolvers.each("__Type", "specifiedByURL", of: of) { _, _ in .null }
        resolvers.each("__Type", "isOneOf", of: of) { reference, _ in
            if case .input = named(reference, schema) { .leaf(false) } else { .null }
        }
        resolvers.each("__Type", "fields", of: of) { reference, _ in
            list(named(reference, schema)?.composite?.fields, "__Field")
        }
        resolvers.each("__Type", "interfaces", of: of) { reference, _ in
            named(reference, schema)?.composite.map { .list($0.interfaces.map { type(.named($0)) }) } ?? .null
        }
        resolvers.each("__Type", "possibleTypes", of: of) { reference, _ in
            guard case .interface(let interface) = named(reference, schema) else { return .null }
            return .list(schema.possible(interface.name).map { type(.named($0)) })
        }
        resolvers.each("__Type", "enumValues", of: of) { reference, _ in
            guard case .enumeration(let words) = named(reference, schema) else { return .null }
            return list(words.members, "__EnumValue")
        }
        resolvers.each("__Type", "inputFields", of: of) { reference, _ in
            guard case .input(let input) = named(reference, schema) else { return .null }
            return list(input.fields, "__InputValue")
        }
        resolvers.each("__Type", "ofType", of: of) { reference, _ in
            switch reference {
            case .named: .null
            case .list(let inner), .nonNull(let inner): type(inner)
            }
        }
    }

    private static func answerParts<Context>(_ resolvers: inout Resolvers<Context>) {
        let field = FieldDefinition.self
        name(&resolvers, "__Field", of: field) { ($0.name, $0.description) }
        resolvers.each("__Field", "args", of: field) { field, _ in list(field.arguments, "__InputValue") }
        resolvers.each("__Field", "type", of: field) { field, _ in type(field.type) }
        let input = InputDefinition.self
        name(&resolvers, "__InputValue", of: input) { ($0.name, $0.description) }
        resolvers.each("__InputValue", "type", of: input) { input, _ in type(input.type) }
        resolvers.each("__InputValue", "defaultValue", of: input) { input, _ in
            .text(input.standard.map { String(decoding: $0.bytes, as: UTF8.self) })
        }
        name(&resolvers, "__EnumValue", of: EnumType.Member.self) { ($0.name, $0.description) }
        for type in ["__Field", "__InputValue", "__EnumValue"] {
            resolvers[type, "isDeprecated"] = { call in call.parents.map { _ in .leaf(false) } }
            resolvers[type, "deprecationReason"] = { call in call.parents.map { _ in .null } }
        }
        let directive = DirectiveDefinition.self
        name(&resolvers, "__Directive", of: directive) { ($0.name, $0.description) }
        resolvers.each("__Directive", "isRepeatable", of: directive) { _, _ in .leaf(false) }
        resolvers.each("__Directive", "locations", of: directive) { directive, _ in
            .list(directive.places.map { .text($0) })
        }
        resolvers.each("__Directive", "args", of: directive) { directive, _ in list(directive.arguments, "__InputValue")
        }
    }

    private static func name<Context, Part: Sendable>(
        _ resolvers: inout Resolvers<Context>, _ type: String, of part: Part.Type,
        _ words: @escaping @Sendable (Part) -> (String, Text?)
    ) {
        resolvers.each(type, "name", of: part) { part, _ in .text(words(part).0) }
        resolvers.each(type, "description", of: part) { part, call in .text(words(part).1?[call.language]) }
    }

    private static func list(_ parts: [any Sendable]?, _ type: String) -> Resolved {
        parts.map { .list($0.map { .object($0, type: type) }) } ?? .null
    }

    private static func named(_ reference: TypeReference, _ schema: Schema) -> NamedType? {
        if case .named(let name) = reference { schema.type(name) } else { nil }
    }

    private static func kind(of reference: TypeReference, _ schema: Schema) -> String {
        switch reference {
        case .list: return "LIST"
        case .nonNull: return "NON_NULL"
        case .named(let name):
            switch schema.type(name) {
            case .object: return "OBJECT"
            case .interface: return "INTERFACE"
            case .enumeration: return "ENUM"
            case .input: return "INPUT_OBJECT"
            case .scalar, nil: return "SCALAR"
            }
        }
    }
}
