import Kernel
import Records

/// A cell of the list while it is changed: its control, and after a refusal what is wrong or what somebody else wrote.
struct RecordCellEditor {
    let record: Record
    let field: RecordField
    let form: RecordForm

    var html: HTML {
        let trouble = form.troubles.first { $0.field == field.id }?.text
        return element(
            "form",
            [
                .class("cell-form"), .attribute("method", "post"),
                .hxPost("\(RecordDesk.path(record))/cell/\(field.id)"),
                .hxTarget("closest tr"), .hxSwap("outerHTML"), .action("\(RecordDesk.path(record))/cell/\(field.id)"),
            ]
        ) {
            input(.type("hidden"), .name("version"), .value(String(form.version ?? record.version)))
            span(.class("visually-hidden"), .id("label-\(field.id)")) { field.name }
            form.control(field, trouble)
            if let trouble {
                p(.class("field-problem"), .role("alert"), .id("about-\(field.id)")) {
                    icon("alert-circle")
                    trouble
                }
            }
            if let theirs = form.theirs[field.id] {
                p(.class("field-theirs"), .role("alert")) {
                    icon("switch-horizontal")
                    Text(
                        zh: "\(author)刚改为：", en: "\(author) has just made it: ")
                    strong { theirs.isEmpty ? "—" : theirs }
                }
                p(.class("field-help")) {
                    Text(zh: "按 Enter 仍保存您的内容，按 Esc 采用对方的内容。", en: "Enter keeps yours, Esc takes theirs.")
                }
            }
            span(.class("cell-keys")) {
                button(.class("btn btn-small btn-primary"), .type("submit")) { Text(zh: "保存", en: "Save") }
                button(.class("btn btn-small"), .type("button"), .attribute("data-cancel", "")) {
                    Text(zh: "取消", en: "Cancel")
                }
            }
        }
    }

    /// `account:7:林静` → 林静
    private var author: String {
        record.changedBy.split(separator: ":", maxSplits: 2).last.map(String.init) ?? record.changedBy
    }
}
