import Collecting
import Kernel

/// The editor of a mapping: notes, the table of fields, and what holds for the whole mapping. It stands inside a form.
struct MappingEditor {
    let reading: MappingReading

    private var mapping: Mapping { reading.mapping }

    func card(_ note: Text) -> HTML {
        HTML {
            Web.card(Text(zh: "对应关系", en: "Mapping"), note: note, flush: true) {
                notes()
                MappingTable(reading: reading).html
            }
            Web.card(Text(zh: "整份文件的约定", en: "For the whole file")) { options }
        }
    }

    /// What is written anew after a change in a form of htmx: everything that shows results, and the parts of the field that changed.
    func swaps(changed name: String) -> HTML {
        let id = name.split(separator: ".").dropFirst().first.map(String.init) ?? ""
        let isStructure = name.hasPrefix("field.") || name.hasPrefix("word.") || name.hasPrefix("code.")
        return HTML {
            notes(isSwap: true)
            for field in reading.form.target.fields {
                if !reading.form.look.rows.isEmpty { ReadPart(field: field, reading: reading, isSwap: true).html }
                if isStructure, field.id == id {
                    HowPart(field: field, reading: reading, isSwap: true).html
                    if name.hasPrefix("field.") {
                        FixedPart(field: field, binding: mapping.binding(of: field.id), isSwap: true).html
                    }
                }
            }
        }
    }

    private func notes(isSwap: Bool = false) -> HTML {
        div(
            .id("mapping-notes"), .class("mapping-notes"), .role("status"),
            .attribute("data-hx-swap-oob", "true").when(isSwap)
        ) {
            if let problem = reading.rehearsal.problem { notice(.danger, problem) }
            if !reading.unfilled.isEmpty {
                notice(
                    .warning,
                    Text(
                        zh: "还有必填字段没有来源：\(reading.unfilled.map(\.label.zh).joined(separator: "、"))。",
                        en:
                            "Required fields that nothing fills yet: \(reading.unfilled.map(\.label.en).joined(separator: ", "))."
                    )
                )
            }
            tried
            if !reading.unusedColumns.isEmpty {
                p(.class("quiet small")) {
                    Text(
                        zh: "未使用的列：\(reading.unusedColumns.map(MappingReading.short).joined(separator: "、"))",
                        en:
                            "Columns not used: \(reading.unusedColumns.map(MappingReading.short).joined(separator: ", "))"
                    )
                }
            }
        }
    }

    private var tried: HTML {
        let rows = reading.rehearsal.rowNumbers.count
        guard rows > 0 else { return HTML() }
        let bad = Set(reading.rehearsal.troubles.map(\.row)).count
        return p(.class("row-wrap small")) {
            if bad == 0 {
                badge(Text(zh: "前 \(rows) 行均可读取", en: "The first \(rows) rows can all be read"), .good)
            } else {
                badge(
                    Text(zh: "前 \(rows) 行中有 \(bad) 行有问题", en: "\(bad) of the first \(rows) rows have problems"),
                    .attention)
                span(.class("quiet")) {
                    Text(zh: "问题行在导入时会被隔离，不会丢失。", en: "Such rows are quarantined when importing, not lost.")
                }
            }
        }
    }

    private var options: HTML {
        div(.class("field-row")) {
            Field(
                "existing", Text(zh: "编号已存在的记录", en: "Records that are there already"), value: mapping.existing.rawValue
            )
            .choice([
                (ExistingPolicy.update.rawValue, Text(zh: "用文件内容更新", en: "Update from the file")),
                (ExistingPolicy.keep.rawValue, Text(zh: "保留原有内容", en: "Keep as they are")),
            ])
            Field("decimal", Text(zh: "小数点", en: "Decimal mark"), value: mapping.decimalMark.rawValue)
                .choice([
                    (DecimalMark.point.rawValue, Text(verbatim: "1,234.50")),
                    (DecimalMark.comma.rawValue, Text(verbatim: "1.234,50")),
                ])
            Field("zone", Text(zh: "未注明时区的时间", en: "Zone of times that carry none"), value: mapping.zone ?? "")
                .choice(zones)
            Field("currency", Text(zh: "金额币种", en: "Currency of amounts"), value: mapping.currency ?? "")
                .choice(currencies)
        }
    }

    private var zones: [(value: String, label: Text)] {
        let own = Text(zh: "公司时区（\(reading.zone.identifier)）", en: "The company's (\(reading.zone.identifier))")
        return [("", own)] + CompanyPages.zones(including: mapping.zone ?? "")
    }

    private var currencies: [(value: String, label: Text)] {
        let listed = CompanyPages.currencies
        let all = mapping.currency.map { listed.contains($0) ? listed : [$0] + listed } ?? listed
        return [("", Text(zh: "公司记账货币", en: "The company's"))] + all.map { ($0, Text(verbatim: $0)) }
    }
}
