import Kernel
import Planning
import Records

/// Markets abroad in the order of their readiness, beside the order that was planned (RG-05).
enum OverseasPart {
    static func html(_ visit: Visit, _ reader: RecordAuthor) async throws -> HTML {
        let records = visit.app.desk.records
        guard let type = records.catalog.type("overseas_market") else { return HTML() }
        let markets = try await records.list(type, RecordQuery(), limit: 300, for: reader).records
        if markets.isEmpty {
            return card {
                emptyState(
                    "globe", Text(zh: "还没有海外市场", en: "No markets yet"),
                    Text(zh: "登记候选国家并给供应链、团队、政策三项就绪度打分。", en: "Add countries, and score supply chain, team and policy.")
                ) {
                    a(.class("btn btn-primary"), .href(RecordDesk.path(type))) { Text(zh: "去登记", en: "Add them") }
                }
            }
        }
        let order = EntryOrder(markets)
        return HTML {
            notice(order.targetShare > EntryOrder.aim ? .success : .warning, verdict(order))
            card(Text(zh: "进入顺序", en: "Order of entry"), note: note, flush: true) { table(order) }
        }
    }

    private static let note = Text(
        zh: "就绪度为供应链、团队、政策三项均值（1–5），同分时目标占比大者优先。",
        en: "Readiness is the mean of supply chain, team and policy (1 to 5); among equals the larger target leads.")

    private static func verdict(_ order: EntryOrder) -> Text {
        let (now, target) = (Figure.percent(order.share), Figure.percent(order.targetShare))
        return order.targetShare > EntryOrder.aim
            ? Text(
                zh: "海外收入占比现为 \(now)，各市场目标合计 \(target)，超过 30% 的五年目标。",
                en: "\(now) of revenue comes from abroad; targets total \(target), above the aim of 30 % in five years."
            )
            : Text(
                zh:
                    "海外收入占比现为 \(now)，各市场目标合计 \(target)，不足以达成五年 30% 的目标，还差 \(Figure.percent(EntryOrder.aim - order.targetShare))。",
                en:
                    "\(now) of revenue comes from abroad; targets total \(target), \(Figure.percent(EntryOrder.aim - order.targetShare)) short of the aim of 30 % in five years."
            )
    }

    private static func table(_ order: EntryOrder) -> HTML {
        DataTable<EntryOrder.Place>(
            Text(zh: "进入顺序", en: "Order of entry"), rows: order.places,
            columns: [
                .init(Text(zh: "建议", en: "Proposed"), figure: true) {
                    HTML(verbatim: $0.proposed.map(String.init) ?? "—")
                },
                .init(Text(zh: "计划", en: "Planned"), figure: true) { place in
                    let differs = place.planned != nil && place.proposed != nil && place.planned != place.proposed
                    return HTML {
                        place.planned.map(String.init) ?? "—"
                        if differs {
                            span(.class("worse"), .title(Text(zh: "与建议不同", en: "Differs from the proposal"))) { " ≠" }
                        }
                    }
                },
                .init(Text(zh: "国家或地区", en: "Country")) { place in
                    a(.class("record-link"), .href(RecordDesk.path(place.market))) { place.market.title }
                },
                .init(Text(zh: "就绪度", en: "Readiness")) { place in
                    guard let readiness = place.readiness else {
                        return a(.href(RecordDesk.path(place.market) + "/edit")) {
                            Text(zh: "请补全打分", en: "Add the scores")
                        }
                    }
                    return div(.class("score-bar")) {
                        shareBar(readiness / 5)
                        span(.class("num")) { Figure.decimal(readiness, 1) }
                    }
                },
                .init(Text(zh: "短板", en: "Weakest")) { HTML($0.weakest?.name ?? Text(verbatim: "—")) },
                .init(Text(zh: "收入占比", en: "Share"), figure: true) { place in share(place.market, "revenue_share") },
                .init(Text(zh: "目标占比", en: "Target"), figure: true) { place in share(place.market, "target_share") },
                .init(Text(zh: "状态", en: "State")) { RecordListPart.state($0.market) },
            ]
        ).html
    }

    private static func share(_ market: Record, _ field: String) -> HTML {
        guard case .number(let share)? = market[field] else { return HTML(verbatim: "—") }
        return HTML(verbatim: Figure.percent(share))
    }
}
