import Kernel

/// Holds a mapping against a file: every column it names must be there, every field it needs filled.
struct MappingCheck: Sendable {
    let mapping: Mapping
    let source: ImportSource

    /// The fields in the target's order, ready to be read. Problems: see `ImportProblem`.
    func fields(zone: BusinessZone, currency: Currency, now: Instant) throws -> [FieldSQL] {
        try check()
        let reader = try FieldReader(
            mapping, zone: zone, currency: currency, now: now, mayHaveOuterBlanks: mayHaveOuterBlanks)
        return try mapping.target.fields.compactMap { field in
            guard let binding = mapping.binding(of: field.id) else { return nil }
            return reader.read(mapping.requiring(field), binding, source: try expression(binding))
        }
    }

    /// The scan saw cells as they are only in delimited text that is read in its own encoding.
    private var mayHaveOuterBlanks: Bool {
        guard case .delimited = source.format, source.encoding.iconvName == nil else { return true }
        return source.scan.mayHaveOuterBlanks
    }

    private func check() throws {
        var seen: Set<String> = []
        let target = mapping.target
        for binding in mapping.bindings {
            guard target.field(binding.field) != nil else {
                throw ImportProblem.fieldUnknown(
                    field: binding.field, target: target.rawValue, fields: target.fields.map(\.id))
            }
            if !seen.insert(binding.field).inserted { throw ImportProblem.fieldTwice(field: binding.field) }
        }
        for field in target.fields where field.isRequired && !seen.contains(field.id) { throw unfilled(field) }
        if target == .orderLine, !seen.contains("amount"), !seen.contains("unit_price"),
            let field = target.field("amount")
        {
            throw unfilled(field)
        }
    }

    private func unfilled(_ field: TargetField) -> ImportProblem {
        .fieldUnfilled(field: field.label, target: mapping.target.name, columns: source.headings)
    }

    private func expression(_ binding: Binding) throws -> SQLText {
        guard let column = binding.column else { return .value(binding.constant) }
        if source.doubled.contains(column) {
            throw ImportProblem.duplicateHeadings(source.file, headings: source.doubled.sorted())
        }
        guard let index = source.headings.firstIndex(of: column) else {
            throw ImportProblem.columnMissing(file: source.file, column: column, columns: source.headings)
        }
        return "c\(index)"
    }
}

extension Mapping {
    /// A key that is mapped must be there in every row; of an order line's amount and price, one must.
    func requiring(_ field: TargetField) -> TargetField {
        let isKey = target.key == [field.id]
        let isOnlyAmount =
            target == .orderLine
            && (field.id == "amount" && binding(of: "unit_price") == nil
                || field.id == "unit_price" && binding(of: "amount") == nil)
        let isOrderTime = (target == .orderLine || target == .orderHeader) && field.id == "ordered_at"
        let isLineNumber = target == .orderLine && field.id == "line_no"
        guard isKey || isOnlyAmount || isOrderTime || isLineNumber else { return field }
        return TargetField(field.id, field.label.zh, field.label.en, field.kind, required: true, field.synonyms)
    }
}
