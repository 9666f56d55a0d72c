import GraphQL
import Kernel
import Records

/// The declared records as a GraphQL schema: for every kind an object type, a list with its filters, and mutations; nothing here knows
/// any kind by name. Field names are those of the declarations, as in REST. What somebody may not see is null or not among the rows.
struct RecordGraph {
    /// Who asks, and what she asks of.
    struct Asker: Sendable {
        let desk: RecordDesk
        let reader: RecordAuthor
    }

    let catalog: RecordCatalog
    let currency: Currency
    var types: [NamedType] = []
    var queries: [FieldDefinition] = []
    var mutations: [FieldDefinition] = []
    var resolvers = Resolvers<Asker>()

    /// Problem: `graphql.schema`, a bug of ours.
    static func executor(_ desk: RecordDesk) throws -> Executor<Asker> {
        var graph = RecordGraph(catalog: desk.records.catalog, currency: desk.records.currency)
        graph.addCommon()
        for type in graph.catalog.types {
            graph.addObject(type)
            graph.addChoices(type)
            graph.addReading(type)
            graph.addWriting(type)
        }
        graph.addEverywhere()
        let roots: [NamedType] = [
            .object(ObjectType("Query", Text(zh: "读取记录", en: "Reads records"), fields: graph.queries)),
            .object(ObjectType("Mutation", Text(zh: "修改记录", en: "Changes records"), fields: graph.mutations)),
        ]
        return try Executor(Schema(roots + graph.types), graph.resolvers)
    }

    /// `pest_card` → `PestCard`
    static func name(_ id: String) -> String {
        id.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
    static func name(_ type: RecordType) -> String { name(type.id) }
    /// `PestCard_factor`: no kind of records can be called so.
    static func name(_ type: RecordType, _ field: RecordField) -> String { "\(name(type))_\(field.id)" }

    /// Codes that can be words of the language become an enumeration; others stay texts.
    static func canBeEnum(_ choices: [Choice]) -> Bool {
        choices.allSatisfy { choice in
            let isWord = choice.id.allSatisfy { $0.isASCII && ($0 == "_" || $0.isLetter || $0.isNumber) }
            return isWord && choice.id.first?.isNumber == false && !["true", "false", "null"].contains(choice.id)
        }
    }

    /// What a field's single value is called.
    func valueType(_ type: RecordType, _ field: RecordField) -> String {
        switch field.kind {
        case .text, .longText, .metric, .region, .web, .person, .people: "String"
        case .choice(let list), .choices(let list):
            Self.canBeEnum(list) ? Self.name(type, field) : "String"
        case .number: "Float"
        case .scale: "Int"
        case .money: "Money"
        case .share: "Share"
        case .day: "Day"
        case .flag: "Boolean"
        case .link(let target), .links(let target): Self.name(target)
        }
    }

    mutating func addChoices(_ type: RecordType) {
        for field in type.fields where !field.kind.choiceList.isEmpty && Self.canBeEnum(field.kind.choiceList) {
            types.append(
                .enumeration(
                    EnumType(
                        Self.name(type, field), type.name + Text(verbatim: " · ") + field.name,
                        field.kind.choiceList.map { EnumType.Member($0.id, $0.name) })))
        }
    }
}

extension FieldKind {
    /// Whether a field may hold several values.
    var isSeveral: Bool {
        switch self {
        case .choices, .people, .links: true
        default: false
        }
    }
}
