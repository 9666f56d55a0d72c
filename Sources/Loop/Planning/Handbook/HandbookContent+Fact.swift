import Kernel
import Records
import Warehouse

extension HandbookContent.Fact {
    /// A field as a person reads it, in both languages: metrics, regions, people and other records by their names. `nil` where
    /// it is empty.
    init?(_ field: RecordField, of record: Record, _ names: RecordNames, _ currency: Currency) {
        guard let value = record[field.id] else { return nil }
        func said(_ language: Language) -> String {
            FieldText(field, currency: currency).text(of: value, in: language) { id in
                if let name = names.people[id], field.kind == .person || field.kind == .people { return name }
                return names.records[id].map { "\($0.code) \($0.title)" }
            }
        }
        let text =
            switch (field.kind, value) {
            case (.metric, .text(let id)): Metric.named(id)?.name ?? Text(verbatim: id)
            case (.region, .text(let code)): RegionName.text(code)
            default: Text(zh: said(.zh), en: said(.en))
            }
        self.init(
            field: field.id, name: field.name, value: text, isLong: text.zh.count > 40 || text.zh.contains("\n"))
    }
}
