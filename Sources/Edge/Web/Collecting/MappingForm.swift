import Collecting
import Kernel

/// A mapping as a form: for each field of the table a column of the file or a fixed value, and how it is read. A field
/// whose column is left as it was keeps everything that the form does not ask about.
struct MappingForm: Sendable {
    let look: FileLook
    /// What the form began with.
    let base: Mapping
    /// How sure the columns are, where the mapping was guessed.
    var guesses: [ColumnGuess] = []

    var target: ImportTarget { base.target }

    static let fixed = "fixed"
    static let longestWordList = 60

    static func name(_ field: TargetField) -> String { "field." + field.id }
    static func name(_ part: String, _ field: TargetField) -> String { part + "." + field.id }

    func certainty(_ field: TargetField, in mapping: Mapping) -> ColumnGuess.Certainty {
        guard let column = mapping.binding(of: field.id)?.column else { return .none }
        guard column == base.binding(of: field.id)?.column else { return .sure }
        return guesses.first { $0.column == column }?.certainty ?? (guesses.isEmpty ? .sure : .none)
    }

    /// The mapping that the sent form describes, whether or not it is complete.
    func mapping(from form: FieldValues) -> Mapping {
        var mapping = base
        mapping.bindings = target.fields.compactMap { binding($0, form) }
        mapping.existing = ExistingPolicy(rawValue: form.text("existing")) ?? base.existing
        mapping.decimalMark = DecimalMark(rawValue: form.text("decimal")) ?? base.decimalMark
        if let zone = form["zone"] { mapping.zone = zone.isEmpty ? nil : zone.trimmingBlanks() }
        if let currency = form["currency"] { mapping.currency = currency.isEmpty ? nil : currency.trimmingBlanks() }
        for reference in Reference.allCases {
            guard let policy = UnknownPolicy(rawValue: form.text("unknown." + reference.rawValue)) else { continue }
            mapping.unknown[reference] =
                policy == reference.usualPolicy ? base.unknown[reference].map { _ in policy } : policy
        }
        return mapping
    }

    private func binding(_ field: TargetField, _ form: FieldValues) -> Binding? {
        let choice = form.text(Self.name(field))
        if choice == Self.fixed { return Binding(field.id, constant: form.text(Self.name("fixed", field))) }
        guard let index = Int(choice), look.headings.indices.contains(index) else { return nil }
        let heading = look.headings[index]
        let kept = base.binding(of: field.id)
        var binding = kept?.column == heading ? kept ?? Binding(field.id) : Binding(field.id, column: heading)
        switch field.kind {
        case .money: if let unit = form[Self.name("unit", field)] { binding.unit = MoneyUnit(rawValue: unit) }
        case .moment, .day: if let date = form[Self.name("date", field)] { binding.date = DateForm(rawValue: date) }
        case .word: if let words = words(field, form) { binding.words = words.isEmpty ? nil : words }
        default: break
        }
        return binding
    }

    /// `nil` where the form did not ask for words.
    private func words(_ field: TargetField, _ form: FieldValues) -> [String: String]? {
        guard form[Self.name("words", field)] != nil else { return nil }
        var words: [String: String] = [:]
        for place in 0..<Self.longestWordList {
            let word = form.text("word.\(field.id).\(place)")
            let code = form.text("code.\(field.id).\(place)")
            if !word.isEmpty, !code.isEmpty { words[word] = code }
        }
        return words
    }

    /// Throws `FormTrouble` at the first field that cannot be left as it is.
    func check(_ mapping: Mapping) throws {
        for field in target.fields {
            let binding = mapping.binding(of: field.id)
            let isEmpty = binding.map { $0.column == nil && ($0.constant ?? "").isEmpty } ?? false
            if isEmpty, !field.isRequired {
                throw FormTrouble(
                    Self.name(field),
                    Text(zh: "请填写“\(field.label.zh)”的固定值。", en: "Give the fixed value of “\(field.label.en)”."))
            }
            if field.isRequired, binding == nil || isEmpty { throw Self.unfilled(field) }
        }
        if target == .orderLine, mapping.binding(of: "amount") == nil, mapping.binding(of: "unit_price") == nil,
            let field = target.field("amount")
        {
            throw Self.unfilled(field)
        }
        try mapping.checkParts()
    }

    private static func unfilled(_ field: TargetField) -> FormTrouble {
        FormTrouble(name(field), MappingProblem.sourceMissing(field: field.label).text)
    }
}
