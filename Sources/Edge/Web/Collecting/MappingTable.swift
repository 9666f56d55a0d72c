import Collecting
import Kernel

/// One line for each field: where its value comes from, how it is read, and what the first rows become. The last three
/// can be written anew on their own while somebody edits.
struct MappingTable {
    let reading: MappingReading

    private var form: MappingForm { reading.form }
    private var hasRows: Bool { !form.look.rows.isEmpty }

    var html: HTML {
        let isShown = { (field: TargetField) in
            field.isRequired || reading.mapping.binding(of: field.id) != nil
                || reading.trouble?.field == MappingForm.name(field)
        }
        let shown = form.target.fields.filter(isShown)
        let others = form.target.fields.filter { !isShown($0) }
        return HTML {
            rows(shown, Text(zh: "字段与来源", en: "Fields and where they come from"))
            if !others.isEmpty {
                details(.class("more-fields")) {
                    summary {
                        Text(
                            zh: "文件未提供的其他字段（\(others.count)）",
                            en: "Other fields, which the file does not bring (\(others.count))")
                    }
                    rows(others, Text(zh: "其他字段", en: "Other fields"))
                }
            }
        }
    }

    private func rows(_ fields: [TargetField], _ caption: Text) -> HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(caption)) {
            table(.class("data-table mapping-table")) {
                HTMLTags.caption { caption }
                thead {
                    tr {
                        th(.scope("col")) { Text(zh: "字段", en: "Field") }
                        th(.scope("col")) { Text(zh: "文件中的列，或固定值", en: "Column of the file, or a fixed value") }
                        th(.scope("col")) { Text(zh: "读取方式", en: "How it is read") }
                        if hasRows { th(.scope("col")) { Text(zh: "样例 → 读取结果", en: "Samples → as read") } }
                    }
                }
                tbody { for field in fields { row(field) } }
            }
        }
    }

    private func row(_ field: TargetField) -> HTML {
        let name = MappingForm.name(field)
        let binding = reading.mapping.binding(of: field.id)
        return tr {
            td {
                span(.class("field-name")) { field.label }
                span(.class("cell-sub")) {
                    field.kind.name
                    if field.isRequired { Text(zh: " · 必填", en: " · required") }
                }
                mark(field)
            }
            td {
                select(.id(name), .class("form-select"), .name(name), .label(field.label)) {
                    option(.value(""), .selected(binding == nil)) { Text(zh: "不导入", en: "Leave out") }
                    option(.value(MappingForm.fixed), .selected(binding != nil && binding?.column == nil)) {
                        Text(zh: "固定值…", en: "Fixed value …")
                    }
                    for (index, heading) in form.look.headings.enumerated() {
                        option(.value(String(index)), .selected(binding?.column == heading)) { heading }
                    }
                }
                if let problem = reading.trouble?.about(name) {
                    p(.class("field-problem")) {
                        icon("alert-circle")
                        problem
                    }
                }
                if let column = binding?.column, !form.look.headings.contains(column) {
                    p(.class("field-problem")) {
                        Text(
                            zh: "映射要求的列“\(column)”不在文件中。",
                            en: "The mapping names the column “\(column)”, which the file does not have.")
                    }
                }
                FixedPart(field: field, binding: binding).html
            }
            td { HowPart(field: field, reading: reading).html }
            if hasRows { td { ReadPart(field: field, reading: reading).html } }
        }
    }

    private func mark(_ field: TargetField) -> HTML {
        if reading.unfilled.contains(field) { return badge(Text(zh: "待选择", en: "To choose"), .bad) }
        return switch form.certainty(field, in: reading.mapping) {
        case .sure: hasRows ? badge(Text(zh: "已识别", en: "Recognised"), .good) : HTML()
        case .likely: badge(Text(zh: "可能对应，请确认", en: "Likely; please check"), .attention)
        case .none: HTML()
        }
    }
}
