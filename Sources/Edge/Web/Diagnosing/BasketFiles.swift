import Collecting
import Diagnosing
import Kernel
import Records
import Stats
import Warehouse

/// What is taken out of the analysis of baskets: the split, the effect of promotions, the pairs.
enum BasketFiles {
    /// The drop-down of a page.
    static func menu(_ visit: Visit, _ path: String) -> HTML {
        var query = visit.query
        query["page"] = nil
        return visit.may(.export, .diagnosis) ? exportMenu(path, query) : HTML()
    }

    static func overview(_ desk: BasketDesk) -> ListExport {
        ListExport(BasketPages.path, seenBy: .allowed(.view, .diagnosis), exporting: .diagnosis) { visit in
            guard let view = try await BasketView.open(visit, desk) else { throw WebProblem.pageUnknown }
            let table = try await view.baskets.table(
                by: view.kind, view.periods, valuedOver: view.horizon, regions: view.regions)
            let all = Text(zh: "全部", en: "All")
            let rows =
                [cells(table.total, all, view, visit)]
                + BasketOrder.sorted(table.rows, visit).map { cells($0, view.name($0.member), view, visit) }
            return ExportSheet(
                "baskets.\(view.kind.rawValue)",
                name: Text(
                    zh: "客单价与复购_\(view.kind.name.zh)_\(view.periods.current.lastDay)",
                    en: "baskets_\(view.kind.rawValue)_\(view.periods.current.lastDay)")[visit.language],
                columns: columns(view, visit), rows: rows, notes: notes(view.periods.current, view, visit))
        }
    }

    private static func columns(_ view: BasketView, _ visit: Visit) -> [ExportColumn] {
        let code = view.currency.code
        return [
            ("member", view.kind.name), ("orders", Text(zh: "订单数", en: "Orders")),
            ("average_order_value", Text(zh: "客单价（\(code)）", en: "Average order value (\(code))")),
            ("average_previous", Text(zh: "上期客单价", en: "Previous period")),
            ("average_last_year", Text(zh: "去年同期客单价", en: "Last year")),
            ("own_per_order", Text(zh: "其中本项（每单）", en: "Of which its own")),
            ("items_per_order", Text(zh: "件/单", en: "Items per order")), ("buyers", Text(zh: "购买客户数", en: "Buyers")),
            ("repurchase_rate", Text(zh: "复购率", en: "Repurchase rate")),
            ("repurchase_lower", Text(zh: "复购率 95% 下限", en: "Lower 95 %")),
            ("repurchase_upper", Text(zh: "复购率 95% 上限", en: "Upper 95 %")),
            ("repurchase_previous", Text(zh: "上期复购率", en: "Repurchase, previous")),
            ("repurchase_last_year", Text(zh: "去年同期复购率", en: "Repurchase, last year")),
            ("value_customers", Text(zh: "客户价值：客户数", en: "Customer value: customers")),
            (
                "value_margin",
                Text(zh: "客户价值：首 \(view.horizon.days) 天毛利", en: "Margin of the first \(view.horizon.days) days")
            ),
            (
                "value_sales",
                Text(zh: "客户价值：首 \(view.horizon.days) 天净销售额", en: "Net sales of the first \(view.horizon.days) days")
            ),
        ].map { visit.column($0.0, $0.1) }
    }

    private static func cells(_ row: BasketRow, _ name: Text, _ view: BasketView, _ visit: Visit) -> [ExportCell] {
        let hasValue = view.kind != .product || row.member.isEmpty
        return [
            .text(name[visit.language]), .count(row.now.orders), .number(view.plain(row.now.averageFen)),
            .number(view.plain(row.before.averageFen)), .number(view.plain(row.lastYear.averageFen)),
            .number(view.plain(row.now.ownPerOrderFen)), .number(row.now.itemsPerOrder), .count(row.now.buyers),
            .number(row.now.repurchaseRate), .number(row.now.repurchaseInterval?.lower),
            .number(row.now.repurchaseInterval?.upper), .number(row.before.repurchaseRate),
            .number(row.lastYear.repurchaseRate), .count(hasValue ? row.value.customers : nil),
            .number(view.plain(row.value.marginPerCustomer)), .number(view.plain(row.value.salesPerCustomer)),
        ]
    }

    static func promotions(_ desk: BasketDesk) -> ListExport {
        ListExport(BasketPages.promotionPath, seenBy: .allowed(.view, .diagnosis), exporting: .diagnosis) { visit in
            guard let view = try await BasketView.open(visit, desk, kinds: [.channel]) else {
                throw WebProblem.pageUnknown
            }
            let found = try await view.baskets.promotions(in: view.periods.current, regions: view.regions)
            let all = Text(zh: "全部", en: "All")
            let effects = (found.all.map { [(all, $0)] } ?? []) + found.channels.map { (view.name($0.member), $0) }
            let titles = [
                ("channel", BasketKind.channel.name), ("figure", Text(zh: "指标", en: "Figure")),
                ("promoted", Text(zh: "促销订单", en: "Promoted orders")), ("matched", Text(zh: "有可比订单", en: "Matched")),
                ("compared", Text(zh: "可比订单", en: "Like orders")), ("difference", Text(zh: "差", en: "Difference")),
                ("lower", Text(zh: "95% 下限", en: "Lower 95 %")), ("upper", Text(zh: "95% 上限", en: "Upper 95 %")),
                ("relative", Text(zh: "相对差", en: "Relative")),
                ("naive_difference", Text(zh: "直接相比之差", en: "All with all")),
                ("naive_lower", Text(zh: "直接相比 95% 下限", en: "All: lower 95 %")),
                ("naive_upper", Text(zh: "直接相比 95% 上限", en: "All: upper 95 %")),
            ]
            let rows = effects.flatMap { name, effect in
                PromotionOutcome.allCases.map { outcome -> [ExportCell] in
                    let (like, naive) = (effect.comparable(outcome), effect.naive(outcome))
                    func plain(_ value: Double?) -> ExportCell { .number(outcome.isMoney ? view.plain(value) : value) }
                    return [
                        .text(name[visit.language]), .text(outcome.name[visit.language]), .count(effect.promoted),
                        .count(effect.matched), .count(effect.compared), plain(like?.difference), plain(like?.lower),
                        plain(like?.upper), .number(like?.relative), plain(naive?.difference), plain(naive?.lower),
                        plain(naive?.upper),
                    ]
                }
            }
            let day = view.periods.current.lastDay
            return ExportSheet(
                "baskets.promotions", name: Text(zh: "促销影响_\(day)", en: "promotions_\(day)")[visit.language],
                columns: titles.map { visit.column($0.0, $0.1) }, rows: rows,
                notes: notes(view.periods.current, view, visit))
        }
    }

    static func pairs(_ desk: BasketDesk) -> ListExport {
        ListExport(BasketPages.pairPath, seenBy: .allowed(.view, .diagnosis), exporting: .diagnosis) { visit in
            guard let view = try await BasketView.open(visit, desk, kinds: [.product, .category]) else {
                throw WebProblem.pageUnknown
            }
            let found = try await view.baskets.pairs(of: view.kind, regions: view.regions)
            let titles = [
                ("first", Text(zh: "前者", en: "First")), ("second", Text(zh: "后者", en: "Second")),
                ("orders", Text(zh: "同单订单数", en: "Orders with both")),
                ("orders_first", Text(zh: "含前者", en: "With the first")),
                ("orders_second", Text(zh: "含后者", en: "With the second")), ("support", Text(zh: "支持度", en: "Support")),
                ("confidence", Text(zh: "置信度（前→后）", en: "Confidence, first to second")),
                ("confidence_reverse", Text(zh: "置信度（后→前）", en: "Confidence, second to first")),
                ("lift", Text(zh: "提升度", en: "Lift")), ("p", Text(zh: "p", en: "p")),
                ("p_adjusted", Text(zh: "p（校正后）", en: "p, adjusted")),
                ("value_with", Text(zh: "两者都有的客单价", en: "Value with both")),
                ("value_either", Text(zh: "只有其一的客单价", en: "Value with one")),
                ("difference", Text(zh: "相差", en: "Difference")), ("lower", Text(zh: "95% 下限", en: "Lower 95 %")),
                ("upper", Text(zh: "95% 上限", en: "Upper 95 %")),
            ]
            let rows = BasketPairOrder.chosen(found, visit).map { pair -> [ExportCell] in
                let (meeting, uplift) = (pair.meeting, pair.uplift)
                return [
                    .text(view.name(pair.first)[visit.language]), .text(view.name(pair.second)[visit.language]),
                    .count(pair.orders), .count(Int64(meeting.first)), .count(Int64(meeting.second)),
                    .number(meeting.support), .number(meeting.confidence), .number(meeting.reverseConfidence),
                    .number(meeting.lift), .number(meeting.probability), .number(pair.adjusted),
                    .number(view.plain(pair.with.mean)), .number(view.plain(pair.either.mean)),
                    .number(view.plain(uplift?.difference)), .number(view.plain(uplift?.lower)),
                    .number(view.plain(uplift?.upper)),
                ]
            }
            let day = view.state.pairDays.lastDay
            return ExportSheet(
                "baskets.pairs.\(view.kind.rawValue)",
                name: Text(zh: "商品组合_\(day)", en: "pairs_\(day)")[visit.language],
                columns: titles.map { visit.column($0.0, $0.1) }, rows: rows,
                notes: notes(view.state.pairDays, view, visit))
        }
    }

    private static func notes(_ period: Period, _ view: BasketView, _ visit: Visit) -> [ExportSheet.Note] {
        [
            visit.note(Text(zh: "统计区间", en: "Days counted"), PeriodName.days(period)),
            visit.note(Dimension.region.name, view.regions.text), visit.zoneNote, visit.currencyNote,
        ]
    }
}
