import Kernel
import Planning
import Records

/// Cost, risk and checks of what is asked, so that somebody can decide without leaving the page.
struct ApprovalBriefPart: Sendable {
    let desk: RecordDesk
    /// Amounts of the record: now, and in the version in force.
    let amounts: [Amount]
    let effects: [BudgetEffect]
    let risks: [Record]
    /// What would stand in the way of the last yes.
    let obstacle: Text?
    let isOpen: Bool

    struct Amount: Sendable {
        let field: RecordField
        let before: Int64?
        let after: Int64
    }

    var html: HTML {
        card(Text(zh: "费用、风险与检查", en: "Cost, risk and checks")) {
            div(.class("brief")) {
                div {
                    h3 { Text(zh: "费用", en: "Cost") }
                    cost
                }
                div {
                    h3 { Text(zh: "风险", en: "Risk") }
                    risk
                }
                div {
                    h3 { Text(zh: "规则检查", en: "Checks") }
                    check
                }
            }
        }
    }

    private func money(_ units: Int64) -> String {
        Figure.money(Money(minorUnits: units, currency: desk.records.currency))
    }

    /// `+¥1,200.00 (+12.0%)`
    static func change(from before: Int64, to after: Int64, _ currency: Currency) -> String {
        let change = after - before
        let sign = change > 0 ? "+" : ""
        let amount = sign + Figure.money(Money(minorUnits: change, currency: currency))
        return before == 0 ? amount : "\(amount) (\(Figure.change(Double(change) / Double(abs(before)))))"
    }

    @HTMLBuilder
    private var cost: HTML {
        if amounts.isEmpty { p(.class("quiet")) { Text(zh: "没有金额", en: "No amounts") } }
        for amount in amounts {
            p(.class("brief-line")) {
                span(.class("quiet")) { amount.field.name }
                strong(.class("num")) { money(amount.after) }
                if let before = amount.before, before != amount.after {
                    span(.class("num quiet")) { Self.change(from: before, to: amount.after, desk.records.currency) }
                }
            }
        }
        for effect in effects { self.effect(effect) }
    }

    private func effect(_ effect: BudgetEffect) -> HTML {
        div(.class("brief-effect")) {
            a(.class("record-link"), .href(RecordDesk.path(effect.holder))) {
                span(.class("record-code")) { effect.holder.code }
                effect.holder.title
            }
            p(.class("num")) {
                Text(
                    zh: "共 \(money(effect.whole))，可用 \(money(effect.before)) → \(money(effect.after))",
                    en: "\(money(effect.whole)) in all, \(money(effect.before)) left → \(money(effect.after))")
            }
            if !effect.isCovered {
                badge(
                    Text(zh: "超出 \(money(-effect.after))", en: "\(money(-effect.after)) too much"), .bad)
            } else if effect.pending > 0 {
                p(.class("cell-sub")) {
                    Text(
                        zh: "另有在审 \(money(effect.pending))，",
                        en: "\(money(effect.pending)) more is asked for: ") + ifAllPass(effect.after - effect.pending)
                }
            }
        }
    }

    private func ifAllPass(_ left: Int64) -> Text {
        left < 0
            ? Text(zh: "全部通过将超出 \(money(-left))", en: "with all of it \(money(-left)) too much")
            : Text(zh: "全部通过后剩 \(money(left))", en: "with all of it \(money(left)) would be left")
    }

    @HTMLBuilder
    private var risk: HTML {
        if risks.isEmpty {
            p(.class("quiet")) { Text(zh: "没有关联的风险记录", en: "No risk is linked") }
        }
        for risk in risks {
            div(.class("brief-effect")) {
                a(.class("record-link"), .href(RecordDesk.path(risk))) {
                    span(.class("record-code")) { risk.code }
                    risk.title
                }
                p(.class("row-wrap")) {
                    RecordListPart.state(risk)
                    if let likelihood = risk.whole("likelihood"), let impact = risk.whole("impact") {
                        span(.class("num quiet")) {
                            Text(
                                zh: "可能性 \(likelihood)/5 × 影响 \(impact)/5",
                                en: "likelihood \(likelihood)/5 × impact \(impact)/5")
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder
    private var check: HTML {
        if let obstacle {
            badge(Text(zh: "现在批准会被拒绝", en: "A yes would be refused now"), .bad)
            p { obstacle }
        } else if isOpen {
            badge(Text(zh: "规则全部通过", en: "All rules pass"), .good)
            p(.class("cell-sub")) {
                Text(zh: "按当前数据试算；最后一环同意时会再检查一次。", en: "Tried with today's data; asked again with the last yes.")
            }
        } else {
            p(.class("quiet")) { Text(zh: "申请已结束", en: "The request is over") }
        }
    }
}
