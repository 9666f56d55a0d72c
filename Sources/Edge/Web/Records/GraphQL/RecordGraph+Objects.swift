import GraphQL
import Kernel
import Records

/// The object type of a kind of records, and where its fields' values come from.
extension RecordGraph {
    mutating func addObject(_ type: RecordType) {
        let name = Self.name(type)
        let declared = type.fields.dropFirst().map { field in
            let value = TypeReference.named(valueType(type, field))
            return FieldDefinition(
                field.id, field.kind.isSeveral ? .list(.nonNull(value)) : value, described(field),
                cost: field.kind.linkTarget == nil ? 1 : 3, entries: field.kind.isSeveral ? 5 : 1)
        }
        types.append(
            .object(
                ObjectType(
                    name, type.name + Text(zh: "：", en: ": ") + type.meaning, interfaces: ["Record"],
                    fields: Self.common + declared)))
        answerCommon(name)
        for field in type.fields.dropFirst() { answer(type, field) }
    }

    private func described(_ field: RecordField) -> Text {
        guard let help = field.help else { return field.name }
        return field.name + Text(zh: "：", en: ": ") + help
    }

    private mutating func answerCommon(_ name: String) {
        let of = Record.self
        resolvers.each(name, "type", of: of) { record, _ in .text(record.type.id) }
        resolvers.each(name, "code", of: of) { record, _ in .text(record.code) }
        resolvers.each(name, "number", of: of) { record, _ in .leaf(.int(record.number)) }
        resolvers.each(name, "version", of: of) { record, _ in .leaf(.int(record.version)) }
        resolvers.each(name, "title", of: of) { record, _ in .text(record.title) }
        resolvers.each(name, "state", of: of) { record, _ in .text(record.state) }
        resolvers.each(name, "state_name", of: of) { record, call in .text(record.stateName[call.language]) }
        resolvers.each(name, "archived", of: of) { record, _ in .leaf(.bool(record.archivedAt != nil)) }
        resolvers.each(name, "created_at", of: of) { record, _ in .text(record.createdAt.iso8601) }
        resolvers.each(name, "created_by", of: of) { record, _ in .text(record.createdBy) }
        resolvers.each(name, "changed_at", of: of) { record, _ in .text(record.changedAt.iso8601) }
        resolvers.each(name, "changed_by", of: of) { record, _ in .text(record.changedBy) }
        resolvers.each(name, "moves", of: of) { record, call in
            guard record.archivedAt == nil else { return .list([]) }
            let moves = record.type.states.moves(from: record.state)
                .filter { call.context.reader.may($0.action, record.type) }
            return .list(moves.map { .object($0, type: "RecordMove") })
        }
        resolvers[name, "history"] = RecordAnswers.history
        resolvers[name, "comments"] = RecordAnswers.comments
        resolvers[name, "files"] = RecordAnswers.files
        resolvers[name, "linked_from"] = RecordAnswers.incoming
    }

    private mutating func answer(_ type: RecordType, _ field: RecordField) {
        let name = Self.name(type)
        switch field.kind {
        case .link, .links: resolvers[name, field.id] = RecordAnswers.linked(field)
        case .person, .people: resolvers[name, field.id] = RecordAnswers.people(field)
        default:
            let text = FieldText(field, currency: currency)
            resolvers.each(name, field.id, of: Record.self) { record, _ in
                record[field.id].map { Self.plain($0, field, text) } ?? .null
            }
        }
    }

    /// As REST writes it.
    private static func plain(_ value: RecordValue, _ field: RecordField, _ text: FieldText) -> Resolved {
        switch (field.kind, value) {
        case (_, .codes(let codes)): .list(codes.map { .text($0) })
        case (_, .flag(let flag)): .leaf(.bool(flag))
        case (_, .text(let text)): .text(text)
        case (.scale, .whole(let step)): .leaf(.int(step))
        case (.number, .number(let number)): .leaf(.double(number))
        default: .text(text.text(of: value, in: .en) { _ in nil })
        }
    }
}
