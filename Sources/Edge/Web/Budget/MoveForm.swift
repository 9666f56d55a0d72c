import Kernel
import Planning
import Records

/// Asks for money of one line to go to another: a transfer, or a draw on pool and reserve.
struct MoveForm {
    let view: BudgetView
    let desk: BudgetDesk
    let visit: Visit
    let trouble: FormTrouble?

    var html: HTML {
        card(
            Text(zh: "调剂与弹性池", en: "Transfers and the pool"),
            note: Text(
                zh: "说明理由，经财务审批后生效；全程留痕", en: "With a reason; in force once finance approves; all of it audited"),
            .id("move")
        ) {
            if view.book.isInForce {
                div(.class("stack")) {
                    transfer
                    if view.positions.contains(where: { $0.line.isPool }) { draw }
                }
            } else {
                p(.class("quiet")) { Text(zh: "预算生效后可用。", en: "Opens once the budget is in force.") }
            }
        }
    }

    private var transfer: HTML {
        postForm(BudgetDesk.tracking + "/move", .class("record-form")) {
            lines("from_line", Text(zh: "调出行", en: "From"), view.positions.filter { !$0.line.isPool })
            lines(
                "to_line", Text(zh: "调入行", en: "To"), view.positions.filter { !$0.line.isPool }, visit.query.text("to"))
            Field("amount", Text(zh: "金额", en: "Amount"), required: true).html
            Field("reason", Text(zh: "理由", en: "Reason"), required: true).html
            div(.class("form-foot field-wide")) { submitButton(Text(zh: "提交调剂", en: "Ask for the transfer")) }
        }
    }

    private var draw: HTML {
        details {
            summary { Text(zh: "动用弹性池或应急储备", en: "Draw on the pool or the reserve") }
            postForm(BudgetDesk.tracking + "/move", .class("record-form")) {
                lines("from_line", Text(zh: "来源", en: "From"), view.positions.filter { $0.line.isPool }, "", "draw")
                lines(
                    "to_line", Text(zh: "用于", en: "For"), view.positions.filter { !$0.line.isPool },
                    visit.query.text("to"), "draw")
                choice
                div(.class("field")) {
                    HTMLTags.label(.class("form-label"), .for("draw-amount")) { Text(zh: "金额", en: "Amount") }
                    input(.class("form-control"), .id("draw-amount"), .name("amount"), .required)
                }
                div(.class("field field-wide")) {
                    HTMLTags.label(.class("form-label"), .for("draw-reason")) {
                        Text(zh: "理由与预期效果", en: "Reason and expected effect")
                    }
                    input(.class("form-control"), .id("draw-reason"), .name("reason"), .required)
                }
                div(.class("form-foot field-wide")) { submitButton(Text(zh: "申请动用", en: "Ask for the draw")) }
            }
        }
    }

    private var choice: HTML {
        div(.class("field")) {
            HTMLTags.label(.class("form-label"), .for("draw-cause")) { Text(zh: "起因", en: "Cause") }
            select(.class("form-select"), .id("draw-cause"), .name("cause"), .required) {
                for cause in RecordType.poolDraw.field("cause")?.kind.choiceList ?? [] {
                    option(.value(cause.id)) { cause.name }
                }
            }
        }
    }

    private func lines(
        _ name: String, _ label: Text, _ positions: [LinePosition], _ chosen: String = "", _ prefix: String = "move"
    ) -> HTML {
        div(.class("field")) {
            HTMLTags.label(.class("form-label"), .for("\(prefix)-\(name)")) { label }
            select(.class("form-select"), .id("\(prefix)-\(name)"), .name(name), .required) {
                option(.value("")) { "—" }
                for position in positions where !position.line.isStopped {
                    option(.value(position.line.code), .selected(position.line.code == chosen)) {
                        "\(position.line.code) \(position.line.title) · "
                        Text(zh: "余 ", en: "left ")
                        Figure.shortMoney(Money(minorUnits: position.remaining, currency: desk.currency))
                    }
                }
            }
        }
    }
}
