import Kernel
import Planning
import Records

/// Which rivals are beyond a playbook's price gap, since when, and what the playbook proposes.
struct PriceAlertPart {
    let alerts: [PriceAlert]
    let rules: [PriceRule]
    let currency: Currency
    let mayEdit: Bool

    var html: HTML {
        HTML {
            notice(alerts.isEmpty ? .success : .warning, verdict)
            if rules.isEmpty { noRules }
            if !alerts.isEmpty {
                card(Text(zh: "需要应对", en: "To be answered"), note: note, flush: true) {
                    table(alerts.prefix(Self.shown))
                    if alerts.count > Self.shown { more }
                }
            }
        }
    }

    private var verdict: Text {
        if rules.isEmpty {
            return Text(zh: "还没有价格规则，下面只列指数。", en: "There is no price rule yet; below are indices only.")
        }
        if alerts.isEmpty {
            return Text(zh: "没有对手越过价格规则。", en: "No rival is beyond a price rule.")
        }
        let rivals = Set(alerts.map(\.rival)).sorted()
        let count = Set(alerts.map(\.product.code)).count
        return Text(
            zh: "\(rivals.joined(separator: "、"))在 \(count) 个商品上的价格低于我方并越过规则。",
            en: "\(rivals.joined(separator: ", ")): on \(count) products the price is below ours and beyond a rule.")
    }

    private var note: Text {
        let said = rules.map { rule -> Text in
            let gap = Figure.percent(rule.gap, 0)
            return Text(
                zh: "“\(rule.playbook.title)”：低于我方 \(gap) 以上且持续 \(rule.days) 天",
                en: "\(rule.playbook.title): more than \(gap) below ours for \(rule.days) days")
        }
        return Text(zh: said.map(\.zh).joined(separator: "；"), en: said.map(\.en).joined(separator: "; "))
    }

    private var noRules: HTML {
        card {
            emptyState(
                "scale", Text(zh: "设定价格规则", en: "Set a price rule"),
                Text(
                    zh: "在竞争应对预案中填写“对手低于我方”与“持续天数”，越线时这里会提示。",
                    en: "Give a response playbook its gap and days, and this page warns when a rival is beyond them.")
            ) {
                a(.class("btn btn-primary"), .href("/plan/records/response_playbook")) { Text(zh: "去设定", en: "Set it") }
            }
        }
    }

    private static let shown = 8

    private var more: HTML {
        let rest = alerts.dropFirst(Self.shown)
        return details(.class("price-more")) {
            summary { Text(zh: "其余 \(rest.count) 项", en: "\(rest.count) more") }
            table(rest)
        }
    }

    private func table(_ alerts: ArraySlice<PriceAlert>) -> HTML {
        let (currency, mayEdit) = (currency, mayEdit)
        return DataTable<PriceAlert>(
            Text(zh: "需要应对", en: "To be answered"), rows: Array(alerts),
            columns: [
                .init(Text(zh: "商品", en: "Product")) { alert in
                    a(.href(PricePages.address(alert.product))) { alert.product.name }
                },
                .init(Text(zh: "对手", en: "Rival")) { HTML(verbatim: $0.rival) },
                .init(Text(zh: "我方", en: "Ours"), figure: true) { alert in
                    HTML(verbatim: Self.money(alert.point.own ?? 0, currency))
                },
                .init(Text(zh: "对手价", en: "Theirs"), figure: true) { alert in
                    HTML(verbatim: Self.money(Double(alert.point.rival), currency))
                },
                .init(Text(zh: "低于我方", en: "Below ours"), figure: true) { alert in
                    strong(.class("worse")) { Figure.percent(alert.gap, 0) }
                },
                .init(Text(zh: "自", en: "Since")) { alert in
                    HTML {
                        alert.since.description
                        span(.class("cell-sub")) {
                            Text(zh: "\(alert.days) 天", en: alert.days == 1 ? "1 day" : "\(alert.days) days")
                        }
                    }
                },
                .init(Text(zh: "预案", en: "Playbook")) { alert in
                    HTML {
                        a(.class("record-link"), .href(RecordDesk.path(alert.rule.playbook))) {
                            alert.rule.playbook.title
                        }
                        if let days = alert.rule.playbook.number("days_to_respond") {
                            span(.class("cell-sub")) {
                                Text(zh: "\(Int(days)) 天内响应", en: "answer in \(Int(days)) days")
                            }
                        }
                    }
                },
                .init(Text(zh: "处理", en: "Action")) { alert in
                    if mayEdit {
                        a(.class("btn btn-small"), .href(Self.form(alert, currency))) {
                            Text(zh: "记录动态", en: "Note it")
                        }
                    }
                },
            ]
        ).html
    }

    static func money(_ fen: Double, _ currency: Currency) -> String {
        Figure.money(Money(minorUnits: Int64(fen.rounded()), currency: currency))
    }

    private static func form(_ alert: PriceAlert, _ currency: Currency) -> String {
        let story =
            "\(alert.product.name)：\(alert.rival) \(money(Double(alert.point.rival), currency))，"
            + "我方 \(money(alert.point.own ?? 0, currency))，自 \(alert.since) 起"
        return "/plan/records/competitor_sign/new?"
            + FieldValues([
                ("title", "\(alert.rival) 低于我方 \(Figure.percent(alert.gap, 0))：\(alert.product.code)"),
                ("move", "price"),
                ("seen_on", alert.since.description), ("story", story), ("confidence", "confirmed"),
            ]).encoded
    }
}
