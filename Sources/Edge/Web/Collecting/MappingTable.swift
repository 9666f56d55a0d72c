import Collecting
import Kernel

/// One line for each field: which column fills it, how sure that is, and what stands in the first row.
struct MappingTable {
    let form: MappingForm
    let values: FieldValues
    let trouble: FormTrouble?

    var html: HTML {
        let caption = Text(zh: "字段与列的对应关系", en: "Fields and their columns")
        return div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(caption)) {
            table(.class("data-table")) {
                HTMLTags.caption { caption }
                thead {
                    tr {
                        for title in [
                            Text(zh: "字段", en: "Field"), Text(zh: "文件中的列", en: "Column of the file"),
                            Text(zh: "识别结果", en: "Found"), Text(zh: "首行内容", en: "In the first row"),
                        ] { th(.scope("col")) { title } }
                    }
                }
                tbody { for field in form.target.fields { row(field) } }
            }
        }
    }

    private func row(_ field: TargetField) -> HTML {
        let name = MappingForm.name(field)
        let chosen = values.int(name)
        return tr {
            td {
                field.label
                span(.class("cell-sub")) {
                    field.kind.name
                    if field.isRequired { Text(zh: " · 必填", en: " · required") }
                }
            }
            td {
                select(.class("form-select"), .name(name), .label(field.label)) {
                    option(.value(""), .selected(chosen == nil)) { Text(zh: "不导入", en: "Leave out") }
                    for (index, heading) in form.preview.headings.enumerated() {
                        option(.value(String(index)), .selected(chosen == index)) { heading }
                    }
                }
                if let problem = trouble?.about(name) { p(.class("field-problem")) { problem } }
            }
            td { mark(field) }
            td { span(.class("quiet")) { sample(chosen) } }
        }
    }

    private func mark(_ field: TargetField) -> HTML {
        switch form.certainty(field) {
        case .sure: badge(Text(zh: "已识别", en: "Recognised"), .good)
        case .likely: badge(Text(zh: "可能对应，请确认", en: "Likely; please check"), .attention)
        case .none: field.isRequired ? badge(Text(zh: "待选择", en: "To choose"), .bad) : HTML()
        }
    }

    private func sample(_ column: Int?) -> String {
        guard let column, let row = form.preview.rows.first, column < row.count else { return "" }
        return row[column].count > 40 ? row[column].prefix(40) + "…" : row[column]
    }
}
