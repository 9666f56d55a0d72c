import Collecting
import Kernel

/// A mapping in an editor: the form it stands in, how it is now, what it makes of the first rows, and what is wrong.
struct MappingReading: Sendable {
    let form: MappingForm
    let mapping: Mapping
    let rehearsal: Rehearsal
    var trouble: FormTrouble?
    let zone: BusinessZone
    let currency: Currency

    static func make(_ form: MappingForm, _ mapping: Mapping, trouble: FormTrouble? = nil, _ visit: Visit) async throws
        -> MappingReading
    {
        let importer = Importer(visit.app.warehouse, clock: visit.app.clock, folder: visit.app.files)
        return MappingReading(
            form: form, mapping: mapping, rehearsal: try await importer.rehearse(mapping, on: form.look),
            trouble: trouble,
            zone: visit.app.zone, currency: mapping.currency.flatMap { Currency($0) } ?? visit.app.currency)
    }

    /// A value as the pages of the program show it.
    func text(_ value: ReadValue) -> Text {
        switch value {
        case .text(let text): Text(verbatim: Self.short(text))
        case .code(let code, let list):
            list.name(of: code) == Text(verbatim: code)
                ? Text(verbatim: code) : list.name(of: code) + Text(verbatim: " (\(code))")
        case .whole(let number): Text(verbatim: Figure.grouped(number))
        case .money(let units): Text(verbatim: Figure.money(Money(minorUnits: units, currency: currency)))
        case .real(let number): Text(verbatim: "\(number)")
        case .moment(let instant): Text(verbatim: Figure.moment(instant, in: zone))
        case .day(let day): Text(verbatim: day.description)
        case .flag(let isSet): isSet ? Text(zh: "是", en: "yes") : Text(zh: "否", en: "no")
        }
    }

    static func short(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }

    /// Columns of the file that no field takes.
    var unusedColumns: [String] {
        let used = Set(mapping.columns)
        return form.look.headings.filter { !used.contains($0) && !$0.hasPrefix("yunchou_") }
    }

    /// Required fields that nothing fills yet.
    var unfilled: [TargetField] {
        form.target.fields.filter { field in
            guard field.isRequired else { return false }
            guard let binding = mapping.binding(of: field.id) else { return true }
            return binding.column == nil && (binding.constant ?? "").isEmpty
        }
    }
}
