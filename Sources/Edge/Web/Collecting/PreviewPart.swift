import Collecting
import Kernel

/// What an uploaded file holds, and how its columns fill the fields of a table.
struct PreviewPart {
    let view: ImportView
    /// `nil` where the headings do not tell which table the file is for.
    let reading: MappingReading?

    private static let shownRows = 8

    var page: Page {
        Page(
            Text(verbatim: view.upload.name), pretitle: Text(zh: "数据 · 导入预览", en: "Data · Import preview")
        ) {
            if let trouble = reading?.trouble { notice(.danger, trouble.text) }
            for warning in view.preview.warnings where reading == nil || view.preview.mapping != nil {
                notice(.warning, warning)
            }
            summary
            if let reading { editor(reading) }
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
                facts(details)
                queryForm(view.path, .class("filter-bar"), .attribute("data-auto", "")) {
                    if view.look.sheets.count > 1 { sheets }
                    label(.for("field-target")) { Text(zh: "导入到", en: "Import into") }
                    select(.id("field-target"), .class("form-select"), .name("target")) {
                        if reading == nil { option(.value("")) { Text(zh: "请选择数据表", en: "Choose a table") } }
                        for choice in UploadPart.targets {
                            option(.value(choice.value), .selected(choice.value == reading?.form.target.rawValue)) {
                                choice.label
                            }
                        }
                    }
                    if let reading { MappingChooser(view: view, target: reading.form.target).html }
                    button(.class("btn"), .type("submit")) { Text(zh: "切换", en: "Change") }
                }
            }
        }
    }

    private var details: [(Text, HTML)] {
        var details = [
            (Text(zh: "格式", en: "Format"), HTML(view.look.format.name)),
            (Text(zh: "编码", en: "Encoding"), HTML(verbatim: view.look.encoding.rawValue)),
            (
                Text(zh: "大小", en: "Size"),
                HTML(Figure.short(Double(view.look.byteCount)) + Text(zh: " 字节", en: " bytes"))
            ),
            (Text(zh: "列数", en: "Columns"), HTML(verbatim: String(view.look.headings.count))),
        ]
        if let sheet = view.look.sheet {
            details.append(
                (
                    Text(zh: "工作表", en: "Sheet"),
                    HTML {
                        sheet
                        span(.class("cell-sub")) {
                            Text(zh: "共 \(view.look.sheets.count) 个", en: "of \(view.look.sheets.count)")
                        }
                    }
                ))
        }
        return details
    }

    private var sheets: HTML {
        HTML {
            label(.for("field-sheet")) { Text(zh: "工作表", en: "Sheet") }
            select(.id("field-sheet"), .class("form-select"), .name("sheet")) {
                for sheet in view.look.sheets.entries {
                    option(
                        .value(sheet.name), .selected(sheet.name == view.look.sheet), .flag("disabled", sheet.isEmpty)
                    ) {
                        sheet.name
                        if sheet.isEmpty { Text(zh: "（空）", en: " (empty)") }
                    }
                }
            }
        }
    }

    private func editor(_ reading: MappingReading) -> HTML {
        postForm(
            view.path + "/start", .class("stack"), .hxPost(view.path + "/look"), .hxTrigger("change"), .hxSwap("none")
        ) {
            // The first button of a form is what the Enter key presses: it only looks again.
            button(
                .class("visually-hidden"), .type("submit"), .attribute("formaction", view.path + "/look"),
                .attribute("tabindex", "-1"),
                .ariaHidden
            ) { Text(zh: "重新预览", en: "Look again") }
            input(.type("hidden"), .name("target"), .value(reading.form.target.rawValue))
            input(.type("hidden"), .name("mapping"), .value(view.key))
            if let sheet = view.look.sheet { input(.type("hidden"), .name("sheet"), .value(sheet)) }
            MappingEditor(reading: reading).card(note)
            SavePart(view: view, name: reading.mapping.name).html
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

    private var note: Text {
        guard let origin = view.origin else {
            return view.key == ImportView.guess
                ? Text(zh: "根据表头自动识别，请核对后再导入。", en: "Guessed from the headings; check it before importing.")
                : Text(zh: "沿用刚才试运行的对应关系。", en: "As it was tried just now.")
        }
        let name = origin.mapping.name
        return switch origin.origin {
        case .shipped:
            Text(zh: "已采用内置映射“\(name)”，可以修改。", en: "The shipped mapping “\(name)” is used; change it where needed.")
        case .lastUsed:
            Text(zh: "沿用上次用于相同表头的对应关系，可以修改。", en: "As it was last used for the same headings; change it where needed.")
        case .kept(_, isLast: true):
            Text(
                zh: "已采用上次使用的映射“\(name)”，可以修改。",
                en: "The mapping “\(name)”, last used for these headings; change it where needed.")
        case .kept:
            Text(zh: "已采用保存的映射“\(name)”，可以修改。", en: "The kept mapping “\(name)” is used; change it where needed.")
        }
    }

    private var rows: HTML {
        let title = Text(zh: "文件的前几行", en: "First rows of the file")
        let shown = Array(view.look.rows.prefix(Self.shownRows))
        let columns = view.look.headings.enumerated().map { index, heading in
            DataTable<[String]>.Column(Text(verbatim: heading)) { row in
                index < row.count ? MappingReading.short(row[index]) : ""
            }
        }
        return card(title, flush: true) { DataTable(title, rows: shown, columns: columns).html }
    }
}
