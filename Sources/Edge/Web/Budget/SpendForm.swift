import Kernel
import Planning
import Records

/// The form of a spend request: each line says what it has left.
struct SpendForm {
    struct Filled {
        var texts: [String: String]
        var troubles: [FieldTrouble] = []
    }

    let books: [BudgetBook]
    let desk: BudgetDesk
    let filled: Filled

    var html: HTML {
        card {
            postForm(BudgetDesk.spending, .class("record-form")) {
                line
                field("title", Text(zh: "事项", en: "What for"), required: true)
                field("amount", Text(zh: "金额（元）", en: "Amount"), required: true)
                field("supplier", Text(zh: "供应商", en: "Supplier"), required: true)
                field("needed_on", Text(zh: "用款日期", en: "Needed on"), type: "date")
                field("contract", Text(zh: "合同或报价链接", en: "Contract or quote"), type: "url")
                purpose
                div(.class("form-foot field-wide")) {
                    submitButton(Text(zh: "保存并核对", en: "Save and check"))
                    a(.class("btn"), .href(BudgetDesk.spending)) { Text(zh: "取消", en: "Cancel") }
                }
            }
        }
    }

    private func trouble(_ name: String) -> Text? { filled.troubles.first { $0.field == name }?.text }

    private func field(_ name: String, _ label: Text, type: String = "text", required: Bool = false) -> HTML {
        Field(
            name, label, value: filled.texts[name] ?? "", type: type, problem: trouble(name), required: required
        ).html
    }

    private var line: HTML {
        div(.class("field field-wide")) {
            HTMLTags.label(.class("form-label"), .for("field-line")) { Text(zh: "预算行", en: "Line") }
            select(.id("field-line"), .class("form-select"), .name("line"), .required) {
                option(.value("")) { Text(zh: "选择预算行", en: "Choose a line") }
                for book in books {
                    optgroup(.attribute("label", book.budget.title)) {
                        for position in book.positions where !position.line.isStopped && !position.line.isPool {
                            option(.value(position.line.code), .selected(position.line.code == filled.texts["line"])) {
                                "\(position.line.code) \(position.line.title) · "
                                Text(zh: "可用 ", en: "left ")
                                desk.money(position.remaining)
                            }
                        }
                    }
                }
            }
            problem("line")
        }
    }

    private var purpose: HTML {
        div(.class("field field-wide")) {
            HTMLTags.label(.class("form-label"), .for("field-purpose")) {
                Text(zh: "用途与预期效果", en: "Purpose and expected effect")
            }
            element(
                "textarea",
                [
                    .id("field-purpose"), .class("form-control"), .name("purpose"), .attribute("rows", 4), .required,
                ]
            ) { filled.texts["purpose"] ?? "" }
            problem("purpose")
        }
    }

    private func problem(_ name: String) -> HTML {
        guard let text = trouble(name) else { return HTML() }
        return p(.class("field-problem")) {
            icon("alert-circle")
            text
        }
    }
}
