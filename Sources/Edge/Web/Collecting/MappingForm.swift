import Collecting
import Kernel

/// The mapping as a form: one choice of column for each field of the table. What was guessed or shipped is filled in;
/// a field whose column is left as it was keeps everything else that its binding says.
struct MappingForm {
    let preview: Preview
    let target: ImportTarget
    let base: Mapping

    /// `nil` where the headings do not tell which table the file is for and none was chosen.
    init?(_ preview: Preview, asked: ImportTarget?) {
        let shipped = ShippedMappings.all.first { mapping in
            (asked == nil || mapping.target == asked)
                && mapping.bindings.allSatisfy { $0.column.map(preview.headings.contains) ?? true }
        }
        guard let base = shipped ?? preview.mapping, asked == nil || base.target == asked else { return nil }
        self.preview = preview
        self.base = base
        target = base.target
    }

    /// Is the mapping one that comes with the program?
    var isShipped: Bool { ShippedMappings.named(base.name) == base }

    static func name(_ field: TargetField) -> String { "field." + field.id }

    /// The values the form starts with.
    var values: FieldValues {
        var values = FieldValues()
        for field in target.fields {
            let column = base.binding(of: field.id)?.column
            values[Self.name(field)] = column.flatMap(preview.headings.firstIndex).map(String.init) ?? ""
        }
        values["existing"] = base.existing.rawValue
        return values
    }

    func certainty(_ field: TargetField) -> ColumnGuess.Certainty {
        guard let column = base.binding(of: field.id)?.column else { return .none }
        return isShipped ? .sure : preview.guesses.first { $0.column == column }?.certainty ?? .none
    }

    /// The mapping the sent form asks for. Throws `FormTrouble` at the first required field that is left empty.
    func mapping(from form: FieldValues) throws -> Mapping {
        var mapping = base
        mapping.bindings = try target.fields.compactMap { try binding($0, form) }
        mapping.existing = ExistingPolicy(rawValue: form.text("existing")) ?? base.existing
        if target == .orderLine, mapping.binding(of: "amount") == nil, mapping.binding(of: "unit_price") == nil,
            let field = target.field("amount")
        {
            throw Self.unfilled(field)
        }
        return mapping
    }

    private func binding(_ field: TargetField, _ form: FieldValues) throws -> Binding? {
        let kept = base.binding(of: field.id)
        if let kept, kept.column == nil { return kept }
        guard let index = form.int(Self.name(field), in: 0...Int.max), index < preview.headings.count else {
            if field.isRequired { throw Self.unfilled(field) }
            return nil
        }
        let heading = preview.headings[index]
        var binding = kept?.column == heading ? kept ?? Binding(field.id) : Binding(field.id, column: heading)
        switch field.kind {
        case .money: if let unit = MoneyUnit(rawValue: form.text("unit")) { binding.unit = unit }
        case .moment, .day: if let date = DateForm(rawValue: form.text("date")) { binding.date = date }
        default: break
        }
        return binding
    }

    private static func unfilled(_ field: TargetField) -> FormTrouble {
        FormTrouble(
            name(field),
            Text(
                zh: "请为必填字段“\(field.label.zh)”选择对应的列。", en: "Choose the column that fills “\(field.label.en)”; it is required."))
    }
}
