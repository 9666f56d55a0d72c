import Collecting
import Kernel
import Store

/// One kept mapping: its editor, what else can be done with it, and who did what to it.
struct KeptMappingPart {
    let kept: KeptMapping
    let reading: MappingReading
    let history: [AuditEntry]

    private var path: String { MappingPages.path + "/\(kept.id)" }

    var page: Page {
        Page(Text(verbatim: kept.name), pretitle: Text(zh: "数据 · 映射", en: "Data · Mappings"), lead: lead) {
            if let trouble = reading.trouble { notice(.danger, trouble.text) }
            editor
            card(Text(zh: "名称与副本", en: "Name and copies")) { deeds }
            if !history.isEmpty { card(Text(zh: "修改历史", en: "History"), flush: true) { past } }
        }
        .actions {
            a(.class("btn"), .href(MappingPages.path)) {
                icon("arrow-left")
                Text(zh: "全部映射", en: "All mappings")
            }
            a(.class("btn"), .href(path + "/file")) {
                icon("download")
                Text(zh: "下载为文件", en: "Download as a file")
            }
        }
    }

    private var lead: Text {
        let table = Text(zh: "导入到", en: "Into ") + kept.target.name
        guard let at = kept.usedAt else { return table + Text(zh: "，尚未使用。", en: "; not used yet.") }
        return table
            + Text(
                zh: "，上次使用 \(Figure.moment(at, in: reading.zone))，共使用 \(kept.uses) 次。",
                en: "; last used \(Figure.moment(at, in: reading.zone)), \(kept.uses) times in all.")
    }

    private var editor: HTML {
        postForm(path, .class("stack"), .hxPost(path + "/look"), .hxTrigger("change"), .hxSwap("none")) {
            button(
                .class("visually-hidden"), .type("submit"), .attribute("formaction", path + "/look"),
                .attribute("tabindex", "-1"),
                .ariaHidden
            ) { Text(zh: "重新检查", en: "Check again") }
            input(.type("hidden"), .name("revision"), .value(String(kept.revision)))
            for heading in reading.form.look.headings { input(.type("hidden"), .name("heading"), .value(heading)) }
            MappingEditor(reading: reading).card(
                Text(
                    zh: "可选的列来自最近一次使用的文件；要对照样例修改，请在导入页上传文件后选用本映射。",
                    en:
                        "The columns are those of the file it was last used with; to see samples, upload a file and choose this mapping there."
                ))
            card(Text(zh: "可选的列", en: "Columns to choose from")) {
                div(.class("row-wrap save-mapping")) {
                    label(.for("heading-new")) { Text(zh: "列名", en: "Heading") }
                    input(
                        .id("heading-new"), .class("form-control"), .type("text"), .name("heading_new"),
                        .attribute("autocomplete", "off"))
                    button(.class("btn"), .type("submit"), .attribute("formaction", path + "/look")) {
                        icon("plus")
                        Text(zh: "添加列名", en: "Add this heading")
                    }
                }
            }
            div(.class("form-foot")) { submitButton(Text(zh: "保存修改", en: "Save changes")) }
        }
    }

    private var deeds: HTML {
        div(.class("row-wrap")) {
            postForm(path + "/rename", .class("row-wrap save-mapping")) {
                label(.for("mapping-name")) { Text(zh: "名称", en: "Name") }
                input(
                    .id("mapping-name"), .class("form-control"), .type("text"), .name("name"), .value(kept.name),
                    .required,
                    .attribute("maxlength", Mapping.longestName), .attribute("autocomplete", "off"))
                button(.class("btn"), .type("submit")) { Text(zh: "改名", en: "Rename") }
            }
            postForm(path + "/copy") {
                button(.class("btn"), .type("submit")) {
                    icon("copy")
                    Text(zh: "复制", en: "Copy")
                }
            }
            postForm(
                path + "/remove",
                .confirm(
                    Text(
                        zh: "删除映射“\(kept.name)”？已导入的数据不受影响。",
                        en: "Delete the mapping “\(kept.name)”? Imported data stays."))
            ) {
                button(.class("btn btn-danger"), .type("submit")) {
                    icon("trash")
                    Text(zh: "删除", en: "Delete")
                }
            }
        }
    }

    private var past: HTML {
        let zone = reading.zone
        return DataTable(
            Text(zh: "修改历史", en: "History"), rows: history,
            columns: [
                .init(Text(zh: "时间", en: "When")) { entry in
                    span(.class("num nowrap")) {
                        Instant(iso8601: entry.at).map { Figure.moment($0, in: zone) } ?? entry.at
                    }
                },
                .init(Text(zh: "谁", en: "Who")) { AuditWords.author($0.author) },
                .init(Text(zh: "操作", en: "What")) { AuditWords.action($0.action) },
                .init(Text(zh: "内容", en: "Details")) { entry in details(entry) },
            ]
        ).html
    }

    /// What an entry says, with fields and parts of a mapping under the names that the editor uses.
    private func details(_ entry: AuditEntry) -> HTML {
        HTML {
            for (name, value) in AuditWords.pairs(entry.detail) where name != "mapping" {
                div(.class("small")) {
                    span(.class("quiet")) {
                        Self.parts[name] ?? kept.target.field(name)?.label ?? Text(verbatim: name)
                        Text(zh: "：", en: ": ")
                    }
                    value
                }
            }
        }
    }

    private static let parts: [String: Text] = [
        "name": Text(zh: "名称", en: "Name"), "target": Text(zh: "数据表", en: "Table"), "from": Text(zh: "来自", en: "From"),
        "to": Text(zh: "改为", en: "To"), "zone": Text(zh: "时区", en: "Zone"), "currency": Text(zh: "币种", en: "Currency"),
        "decimal mark": Text(zh: "小数点", en: "Decimal mark"), "existing": Text(zh: "已存在的记录", en: "Existing records"),
        "unknown customer": Text(zh: "未知客户编码", en: "Unknown customers"),
        "unknown product": Text(zh: "未知商品编码", en: "Unknown products"),
        "unknown store": Text(zh: "未知门店编码", en: "Unknown stores"),
        "unknown dealer": Text(zh: "未知经销商编码", en: "Unknown dealers"),
    ]
}
