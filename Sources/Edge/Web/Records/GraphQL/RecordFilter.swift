import GraphQL
import Kernel
import Records
import Store

/// The filter of a list, as a program sends it, as conditions: the same as those of pages and REST.
struct RecordFilter {
    let type: RecordType
    let records: RecordStore

    /// Problem: `record.fields` where a value cannot be read.
    func conditions(_ filter: JSON?) async throws -> [RecordCondition] {
        guard case .object(let members) = filter else { return [] }
        return try await records.store.read { db in
            try members.flatMap { member in
                try conditions(member) { text, field in
                    try records.read(db, [field.id: text], type)[field.id] ?? nil
                }
            }
        }
    }

    private func conditions(_ member: JSON.Member, _ read: (String, RecordField) throws -> RecordValue?) throws
        -> [RecordCondition]
    {
        if member.name == "state", case .list(let states) = member.value { return [.state(states.map(\.written))] }
        guard let field = type.field(member.name) else { return [] }
        var found: [RecordCondition] = []
        if case .list(let values) = member.value["any"] {
            // Codes of choices are compared as they are kept; the rest is read as people write it.
            let any = try values.compactMap { value in
                field.kind.choiceList.isEmpty ? try read(value.written, field) : .text(value.written)
            }
            found.append(.anyOf(field: field.id, any))
        }
        let from = try member.value["from"].flatMap { try read($0.written, field) }
        let to = try member.value["to"].flatMap { try read($0.written, field) }
        if from != nil || to != nil { found.append(.between(field: field.id, from: from, to: to)) }
        if member.value["empty"] == .bool(true) { found.append(.isEmpty(field: field.id)) }
        return found
    }
}

extension JSON {
    /// As people write it into a form: several values apart by `;`.
    var written: String {
        switch self {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .int(let number): String(number)
        case .double(let number): FieldText.plain(number)
        case .string(let text): text
        case .list(let items): items.map(\.written).joined(separator: ";")
        case .object: ""
        }
    }
}
