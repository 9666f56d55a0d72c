import Kernel

/// The schema as a part of itself: what `__schema`, `__type` and `__typename` answer.
enum Introspection {
    static let typename = FieldDefinition("__typename", .sure("String"))
    static let roots = [
        FieldDefinition("__schema", .sure("__Schema")),
        FieldDefinition("__type", "__Type", arguments: [InputDefinition("name", .sure("String"))]),
    ]

    /// Fields of lists of types: standing in each other they grow without end.
    static let growing: Set<String> = ["fields", "interfaces", "possibleTypes", "inputFields"]

    private static let deprecated = InputDefinition("includeDeprecated", "Boolean", standard: .bool(false))

    static let types: [NamedType] = [
        .object(
            ObjectType(
                "__Schema", nil,
                fields: [
                    FieldDefinition("description", "String"), FieldDefinition("types", .all("__Type")),
                    FieldDefinition("queryType", .sure("__Type")), FieldDefinition("mutationType", "__Type"),
                    FieldDefinition("subscriptionType", "__Type"), FieldDefinition("directives", .all("__Directive")),
                ])),
        .object(
            ObjectType(
                "__Type", nil,
                fields: [
                    FieldDefinition("kind", .sure("__TypeKind")), FieldDefinition("name", "String"),
                    FieldDefinition("description", "String"), FieldDefinition("specifiedByURL", "String"),
                    FieldDefinition("fields", .list(.sure("__Field")), arguments: [deprecated]),
                    FieldDefinition("interfaces", .list(.sure("__Type"))),
                    FieldDefinition("possibleTypes", .list(.sure("__Type"))),
                    FieldDefinition("enumValues", .list(.sure("__EnumValue")), arguments: [deprecated]),
                    FieldDefinition("inputFields", .list(.sure("__InputValue")), arguments: [deprecated]),
                    FieldDefinition("ofType", "__Type"), FieldDefinition("isOneOf", "Boolean"),
                ])),
        .object(
            ObjectType(
                "__Field", nil,
                fields: named + [
                    FieldDefinition("args", .all("__InputValue"), arguments: [deprecated]),
                    FieldDefinition("type", .sure("__Type")),
                ] + deprecation)),
        .object(
            ObjectType(
                "__InputValue", nil,
                fields: named + [
                    FieldDefinition("type", .sure("__Type")), FieldDefinition("defaultValue", "String"),
                ] + deprecation)),
        .object(ObjectType("__EnumValue", nil, fields: named + deprecation)),
        .object(
            ObjectType(
                "__Directive", nil,
                fields: named + [
                    FieldDefinition("isRepeatable", .sure("Boolean")),
                    FieldDefinition("locations", .all("__DirectiveLocation")),
                    FieldDefinition("args", .all("__InputValue"), arguments: [deprecated]),
                ])),
        .enumeration(
            EnumType(
                "__TypeKind", nil,
                words("SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL"))),
        .enumeration(
            EnumType(
                "__DirectiveLocation", nil,
                words(
                    """
                    QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION \
                    SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT \
                    INPUT_FIELD_DEFINITION
                    """))),
    ]

    private static let named = [FieldDefinition("name", .sure("String")), FieldDefinition("description", "String")]
    private static let deprecation = [
        FieldDefinition("isDeprecated", .sure("Boolean")), FieldDefinition("deprecationReason", "String"),
    ]

    private static func words(_ list: String) -> [EnumType.Member] {
        list.split(separator: " ").map { EnumType.Member(String($0), nil) }
    }
}
