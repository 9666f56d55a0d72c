import Kernel
import Records

/// How a field's value stands in the plan as text: codes of choices rather than their names, codes of records, names of
/// accounts, amounts with all decimals. What `content` gives, `value` reads back as the same value.
struct PlanCell {
    let field: RecordField
    let currency: Currency

    func content(of value: RecordValue?, _ names: RecordNames) -> PlanText.Content {
        switch (field.kind, value) {
        case (_, nil): .empty
        // A byte-order mark before a text is no part of it, and no file keeps it.
        case (_, .text(let text)): .one(text.first == "\u{FEFF}" ? String(text.dropFirst()) : text)
        case (_, .codes(let codes)): .many(codes)
        case (.flag, .flag(let flag)): .one(flag ? "true" : "false")
        case (_, .records(let ids)), (_, .people(let ids)): .many(ids.map { names.name($0, field) ?? "#\($0)" })
        default: .one(FieldText(field, currency: currency).text(of: value, in: .en) { names.name($0, field) })
        }
    }

    /// `reference` turns the name of an account or the code of a record into an id. Problem: a `FieldTrouble`.
    func value(of content: PlanText.Content, reference: (String) throws -> Int64?) throws(FieldTrouble)
        -> RecordValue?
    {
        switch (field.kind, content) {
        case (_, .empty): return nil
        case (.text, .one(let text)), (.longText, .one(let text)), (.metric, .one(let text)),
            (.region, .one(let text)), (.web, .one(let text)):
            return text.isEmpty ? nil : .text(text)
        case (.choices(let list), _):
            let codes = try parts(content).map { part throws(FieldTrouble) in
                try one(part, .choice(list), reference)
            }
            let chosen = list.map(\.id).filter { codes.contains(.text($0)) }
            return chosen.isEmpty ? nil : .codes(chosen)
        case (.links(let type), _):
            let ids = try ids(content, .link(to: type), reference)
            return ids.isEmpty ? nil : .records(ids)
        case (.people, _):
            let ids = try ids(content, .person, reference)
            return ids.isEmpty ? nil : .people(ids)
        case (_, .one(let text)): return try one(text, field.kind, reference)
        case (_, .many):
            throw FieldTrouble(
                field: field.id, name: field.name,
                text: Text(zh: "只能填写一个值，不能是列表。", en: "This takes one value, not a list."))
        }
    }

    private func one(_ text: String, _ kind: FieldKind, _ reference: (String) throws -> Int64?) throws(FieldTrouble)
        -> RecordValue?
    {
        try FieldText(RecordField(field.id, field.name, kind), currency: currency)
            .value(of: text, reference: reference)
    }

    private func ids(_ content: PlanText.Content, _ kind: FieldKind, _ reference: (String) throws -> Int64?)
        throws(FieldTrouble) -> [Int64]
    {
        var ids: [Int64] = []
        for part in parts(content) {
            if case .whole(let id) = try one(part, kind, reference) { ids.append(id) }
        }
        return ids
    }

    private func parts(_ content: PlanText.Content) -> [String] {
        switch content {
        case .empty: []
        case .one(let text): text.isEmpty ? [] : [text]
        case .many(let parts): parts
        }
    }
}
