import Kernel
import Records
import Store

/// A list's filters as they stand in its address: `kind=a&kind=b&strength.from=3&seen_on.to=2026-11-21&state=draft&q=…&sort=-title`.
/// What a field cannot be asked is said, never left out.
struct RecordAddress {
    let desk: RecordDesk
    let type: RecordType
    let reader: RecordAuthor

    /// Problems: `record.unknown_filter`, `record.fields` where a bound cannot be read.
    func query(_ fields: FieldValues) async throws -> RecordQuery {
        var query = RecordQuery(
            search: fields.text("q"), sort: sort(fields), showsArchived: fields.text("archived") == "1")
        let states = fields.all("state").filter { !$0.isEmpty }
        if !states.isEmpty { query.conditions.append(.state(states)) }
        for field in type.fields where reader.may(.view, type, field) {
            if let condition = try await any(of: field, fields) { query.conditions.append(condition) }
            if let condition = try await between(field, fields) { query.conditions.append(condition) }
            if fields.text("\(field.id).empty") == "1" { query.conditions.append(.isEmpty(field: field.id)) }
        }
        return query
    }

    private func sort(_ fields: FieldValues) -> RecordSort {
        let text = fields.text("sort")
        if text.isEmpty { return RecordQuery().sort }
        return text.hasPrefix("-") ? RecordSort(String(text.dropFirst()), ascending: false) : RecordSort(text)
    }

    private func any(of field: RecordField, _ fields: FieldValues) async throws -> RecordCondition? {
        let texts = fields.all(field.id).filter { !$0.isEmpty }
        if texts.isEmpty { return nil }
        switch field.kind {
        case .choice, .choices: return .anyOf(field: field.id, texts.map(RecordValue.text))
        default: return .anyOf(field: field.id, try await texts.asyncCompactMap { try await value($0, field) })
        }
    }

    private func between(_ field: RecordField, _ fields: FieldValues) async throws -> RecordCondition? {
        let from = try await value(fields.text("\(field.id).from"), field)
        let to = try await value(fields.text("\(field.id).to"), field)
        return from == nil && to == nil ? nil : .between(field: field.id, from: from, to: to)
    }

    private func value(_ text: String, _ field: RecordField) async throws -> RecordValue? {
        if text.isEmpty { return nil }
        return try await desk.records.store.read { try desk.records.read($0, [field.id: text], type)[field.id] ?? nil }
    }

    /// The filters in words, each with the address without it.
    func chips(_ visit: Visit) -> [(text: Text, without: String)] {
        visit.query.pairs.compactMap { pair in
            guard !pair.value.isEmpty, let words = words(pair) else { return nil }
            var rest = FieldValues(visit.query.pairs.filter { $0 != pair }.map { ($0.name, $0.value) })
            rest["page"] = nil
            return (words, visit.request.path + (rest.pairs.isEmpty ? "" : "?" + rest.encoded))
        }
    }

    private func words(_ pair: FieldValues.Pair) -> Text? {
        let parts = pair.name.split(separator: ".", maxSplits: 1).map(String.init)
        if pair.name == "state" {
            return Text(zh: "状态：", en: "State: ") + (type.states.state(pair.value)?.name ?? Text(verbatim: pair.value))
        }
        if pair.name == "q" { return Text(verbatim: "“\(pair.value)”") }
        if pair.name == "archived" { return Text(zh: "含已归档", en: "Archived too") }
        guard let field = type.field(parts[0]) else { return nil }
        let value = field.kind.choiceList.first { $0.id == pair.value }?.name ?? Text(verbatim: pair.value)
        switch parts.count == 2 ? parts[1] : "" {
        case "from": return field.name + Text(verbatim: " ≥ ") + value
        case "to": return field.name + Text(verbatim: " ≤ ") + value
        case "empty": return field.name + Text(zh: "：未填写", en: ": empty")
        default: return field.name + Text(zh: "：", en: ": ") + value
        }
    }
}

extension Sequence {
    fileprivate func asyncCompactMap<T>(_ transform: (Element) async throws -> T?) async throws -> [T] {
        var all: [T] = []
        for element in self { if let one = try await transform(element) { all.append(one) } }
        return all
    }
}
