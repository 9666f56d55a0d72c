import Collecting
import Kernel
import Records

/// Where a file of records is chosen, or a table is pasted.
enum RecordImportStart {
    static func page(_ type: RecordType, _ visit: Visit, _ desk: RecordDesk, trouble: Text? = nil) -> Page {
        var page = Page(
            Text(zh: "导入\(type.name.zh)", en: "Import: \(type.name.en)"), pretitle: type.name,
            lead: Text(
                zh: "先显示将新建、修改和不予写入的每一行，确认之后才写入。",
                en: "You see what would be added, changed and refused, row by row, before anything is written.")
        ) {
            if let trouble { notice(.danger, trouble) }
            card(Text(zh: "上传文件", en: "Upload a file")) { upload(type) }
            card(
                Text(zh: "或粘贴表格", en: "Or paste a table"),
                note: Text(
                    zh: "从 Excel、WPS 或网页复制，含表头，最多 \(Figure.grouped(RecordGrid.most)) 行。",
                    en:
                        "Copied from Excel, WPS or a page, with its headings; \(Figure.grouped(RecordGrid.most)) rows at most."
                )
            ) { paste(type) }
            card(Text(zh: "表头", en: "Headings")) { headings(type, visit) }
        }
        page.marked = desk.area(of: type).map(RecordDesk.path)
        return page
    }

    private static func upload(_ type: RecordType) -> HTML {
        element(
            "upload-form",
            [.src(RecordSheetPages.path(type) + "/uploads")] + UploadPart.words(RecordSheetPages.uploadLimit)
        ) {
            div(.class("narrow-form")) {
                div(.class("field")) {
                    label(.class("form-label"), .for("field-file")) { Text(zh: "文件", en: "File") }
                    input(
                        .id("field-file"), .class("form-control"), .type("file"),
                        .attribute("accept", ".csv,.tsv,.txt,.xlsx"), .described(by: "about-file"))
                    p(.class("field-help"), .id("about-file")) {
                        Text(
                            zh: "CSV、TSV 或 XLSX。最稳妥的做法：先从列表导出，改好后再导入。",
                            en: "CSV, TSV or XLSX. The surest way: export the list, change the file, import it.")
                    }
                }
                element(
                    "progress",
                    [
                        .class("upload-bar"), .attribute("max", "1"), .hidden,
                        .label(Text(zh: "上传进度", en: "Upload progress")),
                    ])
                p(.class("field-help"), .role("status"), .attribute("data-message", ""))
                div(.class("form-foot")) {
                    button(.class("btn btn-primary"), .type("button"), .attribute("data-send", "")) {
                        icon("upload")
                        Text(zh: "上传并预览", en: "Upload and preview")
                    }
                    button(.class("btn"), .type("button"), .attribute("data-stop", ""), .hidden) {
                        Text(zh: "停止上传", en: "Stop")
                    }
                }
            }
        }
    }

    private static func paste(_ type: RecordType) -> HTML {
        postForm(RecordSheetPages.path(type), .class("stack-tight")) {
            element(
                "textarea",
                [
                    .class("form-control paste-box"), .name("table"), .attribute("rows", 6), .required,
                    .attribute("spellcheck", "false"), .label(Text(zh: "表格", en: "Table")),
                ])
            div(.class("form-foot")) {
                button(.class("btn"), .type("submit")) {
                    icon("clipboard")
                    Text(zh: "预览粘贴内容", en: "Preview what was pasted")
                }
            }
        }
    }

    private static func headings(_ type: RecordType, _ visit: Visit) -> HTML {
        HTML {
            p {
                Text(
                    zh: "中文、英文表头均可，列的顺序不限；文件中没有的列保持原值。“记录编号”留空的行新建；有编号的行须带“记录版本”。",
                    en:
                        "Headings in Chinese or English, in any order; fields without a column stay as they are. A row without “Record no.” becomes a new record; one with it needs “Record version”."
                )
            }
            p(.class("mark-row")) {
                RecordCell.tone(Text(zh: "记录编号", en: "Record no."), .info)
                RecordCell.tone(Text(zh: "记录版本", en: "Record version"), .info)
                for field in type.fields where visit.may(.view, field.resource ?? type.resource) {
                    RecordCell.tone(field.isRequired ? field.name + Text(verbatim: " *") : field.name, .plain)
                }
            }
        }
    }
}
