import Collecting
import Kernel

/// What an uploaded file holds, and how its columns fill the fields of a table.
struct PreviewPart {
    let upload: Upload
    let preview: Preview
    let form: MappingForm?
    /// The form as it was sent, when it has to be shown again.
    let sent: FieldValues?
    let trouble: FormTrouble?

    private static let shownRows = 8
    private var address: String { ImportPages.path + "/uploads/" + upload.id }

    var page: Page {
        Page(
            Text(verbatim: upload.name), pretitle: Text(zh: "数据 · 导入预览", en: "Data · Import preview"), frame: .wide
        ) {
            if let trouble { notice(.danger, trouble.text) }
            for warning in preview.warnings { notice(.warning, warning) }
            summary
            if let form { editor(form) }
            rows
        }
        .actions {
            a(.class("btn"), .href(ImportPages.path)) {
                icon("arrow-left")
                Text(zh: "换一个文件", en: "Another file")
            }
        }
    }

    private var summary: HTML {
        card(Text(zh: "文件", en: "File")) {
            div(.class("stack")) {
                facts([
                    (Text(zh: "格式", en: "Format"), HTML(preview.format.name)),
                    (Text(zh: "编码", en: "Encoding"), HTML(verbatim: preview.encoding.rawValue)),
                    (Text(zh: "大小", en: "Size"), HTML(Figure.short(Double(preview.byteCount)) + Text(zh: " 字节", en: " bytes"))),
                    (Text(zh: "列数", en: "Columns"), HTML(verbatim: String(preview.headings.count))),
                ])
                queryForm(address, .class("filter-bar"), .attribute("data-auto", "")) {
                    label(.for("field-target")) { Text(zh: "导入到", en: "Import into") }
                    select(.id("field-target"), .class("form-select"), .name("target")) {
                        if form == nil { option(.value("")) { Text(zh: "请选择数据表", en: "Choose a table") } }
                        for choice in UploadPart.targets {
                            option(.value(choice.value), .selected(choice.value == form?.target.rawValue)) { choice.label }
                        }
                    }
                    button(.class("btn"), .type("submit")) { Text(zh: "切换", en: "Change") }
                }
            }
        }
    }

    private func editor(_ form: MappingForm) -> HTML {
        let values = sent ?? form.values
        return postForm(address + "/start", .class("stack")) {
            input(.type("hidden"), .name("target"), .value(form.target.rawValue))
            card(
                Text(zh: "对应关系", en: "Mapping"),
                note: form.isShipped
                    ? Text(zh: "已采用内置映射“\(form.base.name)”，可以修改。", en: "The shipped mapping “\(form.base.name)” is used; change it where needed.")
                    : Text(zh: "根据表头自动识别，请核对后再导入。", en: "Guessed from the headings; check it before importing."),
                flush: true
            ) { MappingTable(form: form, values: values, trouble: trouble).html }
            card(Text(zh: "选项", en: "Options")) { options(form, values) }
            div(.class("form-foot")) {
                button(.class("btn"), .type("submit"), .name("trial"), .value("yes")) {
                    icon("flask")
                    Text(zh: "试运行", en: "Trial run")
                }
                submitButton(Text(zh: "导入", en: "Import"))
                span(.class("quiet")) {
                    Text(zh: "试运行会检查全部行，但不写入。", en: "A trial run checks every row and writes nothing.")
                }
            }
        }
    }

    private func options(_ form: MappingForm, _ values: FieldValues) -> HTML {
        let asItIs = Text(zh: "按映射（默认：元）", en: "As mapped (major unit by default)")
        return div(.class("field-row")) {
            Field("unit", Text(zh: "金额单位", en: "Unit of amounts"), value: values.text("unit"))
                .choice([("", asItIs)] + MoneyUnit.allCases.map { ($0.rawValue, $0.text) })
            Field("date", Text(zh: "日期写法", en: "Form of dates"), value: values.text("date"))
                .choice(
                    [("", Text(zh: "自动识别", en: "Find out"))] + DateForm.allCases.map { ($0.rawValue, $0.text) })
            Field("existing", Text(zh: "编号已存在的记录", en: "Records that are there already"), value: values.text("existing"))
                .choice([
                    (ExistingPolicy.update.rawValue, Text(zh: "用文件内容更新", en: "Update from the file")),
                    (ExistingPolicy.keep.rawValue, Text(zh: "保留原有内容", en: "Keep as they are")),
                ])
        }
    }

    private var rows: HTML {
        let title = Text(zh: "前几行", en: "First rows")
        let shown = Array(preview.rows.prefix(Self.shownRows))
        let columns = preview.headings.enumerated().map { index, heading in
            DataTable<[String]>.Column(Text(verbatim: heading)) { row in index < row.count ? row[index] : "" }
        }
        return card(title, flush: true) { DataTable(title, rows: shown, columns: columns).html }
    }
}
