/// In what two mappings differ, in words that fit the audit log: `amount: 金额 → 实付金额 (minor)`.
package struct MappingDifference: Sendable, Hashable {
    /// By field of the table, or by part of the mapping.
    package let detail: [String: String]

    package var isEmpty: Bool { detail.isEmpty }

    package init(from old: Mapping, to new: Mapping) {
        var detail: [String: String] = [:]
        func note(_ name: String, _ before: String, _ after: String) {
            if before != after { detail[name] = "\(before) → \(after)" }
        }
        note("target", old.target.rawValue, new.target.rawValue)
        for field in Set((old.bindings + new.bindings).map(\.field)) {
            note(field, Self.words(old.binding(of: field)), Self.words(new.binding(of: field)))
        }
        note("zone", old.zone ?? "—", new.zone ?? "—")
        note("currency", old.currency ?? "—", new.currency ?? "—")
        note("decimal mark", old.decimalMark.rawValue, new.decimalMark.rawValue)
        note("existing", old.existing.rawValue, new.existing.rawValue)
        for reference in Reference.allCases {
            note("unknown \(reference.rawValue)", old.policy(reference).rawValue, new.policy(reference).rawValue)
        }
        self.detail = detail
    }

    private static func words(_ binding: Binding?) -> String {
        guard let binding else { return "—" }
        let source = binding.column ?? binding.constant.map { "“\($0)”" } ?? "—"
        let translations = (binding.words ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let reading = [binding.date?.rawValue, binding.unit?.rawValue].compactMap { $0 } + translations
        return reading.isEmpty ? source : "\(source) (\(reading.joined(separator: ", ")))"
    }
}
