import Diagnosing
import Kernel
import Warehouse

/// What promotions did to baskets: comparable ones against each other, the plain comparison beside it.
enum PromotionPart {
    static func page(_ view: BasketView, _ visit: Visit) async throws -> Page {
        let found = try await view.baskets.promotions(in: view.periods.current, regions: view.regions)
        return Page(
            BasketPages.title, pretitle: Step.diagnose.name + Text(verbatim: " · ") + view.periodName,
            lead: Text(
                zh: "以促销商品为主的订单，与条件相同但主商品为原价的订单相比，客单价和件数差多少。",
                en:
                    "How far orders around a promoted product differ in value and items from like orders around one at full price."
            )
        ) {
            BasketPages.views(visit)
            BasketPages.toolbar(view, visit)
            if let effect = found.all, effect.promoted > 0 {
                verdict(effect, view)
                outcomes(effect, view)
                channels(found.channels.filter { $0.promoted > 0 }, view)
                method(effect)
            } else {
                card { nothing(found.all) }
            }
        }
        .actions { BasketFiles.menu(visit, BasketPages.promotionPath) }
        .footnote(view.footnote)
    }

    private static func nothing(_ effect: PromotionEffect?) -> HTML {
        emptyState(
            "discount", Text(zh: "本期没有促销订单", en: "No promoted orders in this period"),
            (effect?.discounted ?? 0) > 0
                ? Text(
                    zh: "订单有优惠，但没有订单明细，无法识别主商品。请导入带优惠金额的订单明细。",
                    en:
                        "Orders have discounts but no lines, so that their main products are unknown. Import order lines with their discounts."
                )
                : Text(
                    zh: "换一个期间；或确认导入的订单明细带有优惠金额。",
                    en: "Choose another period, or see that imported order lines carry discounts."))
    }

    /// The answer in a sentence.
    private static func verdict(_ effect: PromotionEffect, _ view: BasketView) -> HTML {
        guard let paid = effect.comparable(.paid), let items = effect.comparable(.items) else {
            return notice(
                .warning,
                Text(
                    zh: "可比的订单太少（两边至少各需 \(PromotionEffect.least) 笔），无法判断。请选择更长的期间。",
                    en:
                        "Too few comparable orders (at least \(PromotionEffect.least) on either side): choose a longer period."
                ))
        }
        let money = Text(
            zh: paid.isClear ? (paid.difference < 0 ? "促销订单实付更低：" : "促销订单实付更高：") : "促销订单实付没有明显差别：",
            en: paid.isClear
                ? (paid.difference < 0 ? "Promoted orders bring less: " : "Promoted orders bring more: ")
                : "Promoted orders bring about as much: ")
        let pieces = Text(
            zh: items.isClear ? (items.difference > 0 ? "；件数更多：" : "；件数更少：") : "；件数没有明显差别：",
            en: items.isClear
                ? (items.difference > 0 ? "; they hold more items: " : "; they hold fewer items: ")
                : "; they hold about as many items: ")
        return card {
            p(.class("verdict")) {
                money + Text(verbatim: said(paid, .paid, view)) + pieces + Text(verbatim: said(items, .items, view))
                    + Text(zh: "。", en: ".")
            }
            notice(
                .warning,
                Text(
                    zh: "这是观察数据的比较，不是实验：客户自己选择何时、买什么，比较只能消除列出的差异。要确知促销的效果，请做随机对照。",
                    en:
                        "This compares what happened to happen; it is no experiment. Customers choose when and what they buy, and only the listed differences are removed. To know the effect, test it on a random half."
                ))
        }
    }

    private static func said(_ estimate: PromotionEffect.Estimate, _ outcome: PromotionOutcome, _ view: BasketView)
        -> String
    {
        let relative = estimate.relative.map { " (\(Figure.change($0)))" } ?? ""
        return amount(estimate.difference, outcome, view) + relative
    }

    static func amount(_ value: Double, _ outcome: PromotionOutcome, _ view: BasketView) -> String {
        (value > 0 ? "+" : "") + (outcome.isMoney ? view.money(value) : Figure.decimal(value, 3))
    }

    private static func range(_ estimate: PromotionEffect.Estimate, _ outcome: PromotionOutcome, _ view: BasketView)
        -> String
    {
        "[\(amount(estimate.lower, outcome, view)), \(amount(estimate.upper, outcome, view))]"
    }

    @HTMLBuilder
    private static func cell(
        _ estimate: PromotionEffect.Estimate?, _ outcome: PromotionOutcome, _ view: BasketView
    ) -> HTML {
        if let estimate {
            said(estimate, outcome, view)
            span(.class("cell-sub")) { range(estimate, outcome, view) }
        } else {
            span(.class("quiet"), .title(Text(zh: "订单太少", en: "Too few orders"))) { "—" }
        }
    }

    private static func outcomes(_ effect: PromotionEffect, _ view: BasketView) -> HTML {
        card(
            Text(zh: "可比订单与直接相比", en: "Like with like, and all with all"),
            note: Text(
                zh: "直接相比会误导：件数越多的订单，越容易碰上一件有优惠的商品。",
                en: "Comparing all misleads: the more an order holds, the likelier something in it is on offer."),
            flush: true
        ) {
            DataTable(
                Text(zh: "促销对购物篮的影响", en: "Effect of promotions on baskets"), rows: PromotionOutcome.allCases,
                columns: [
                    .init(Text(zh: "指标", en: "Figure")) { $0.name },
                    .init(Text(zh: "可比订单之差（95% 区间）", en: "Among like orders (95 % interval)"), figure: true) {
                        cell(effect.comparable($0), $0, view)
                    },
                    .init(Text(zh: "直接相比：有优惠减无优惠", en: "All: any discount less none"), figure: true) {
                        cell(effect.naive($0), $0, view)
                    },
                ]
            ).html
        }
    }

    private static func channels(_ effects: [PromotionEffect], _ view: BasketView) -> HTML {
        card(
            Text(zh: "各渠道", en: "By channel"), note: Text(zh: "同类订单之差", en: "Among like orders"), flush: true
        ) {
            DataTable(
                Text(zh: "各渠道的促销影响", en: "Effect of promotions by channel"), rows: effects,
                columns: [
                    .init(BasketKind.channel.name) { view.name($0.member) },
                    .init(Text(zh: "促销订单", en: "Promoted orders"), figure: true) { row in
                        Figure.grouped(row.promoted)
                        span(.class("cell-sub")) {
                            Text(
                                zh: "\(share(row.matched, of: row.promoted)) 有可比订单",
                                en: "\(share(row.matched, of: row.promoted)) matched")
                        }
                    },
                    .init(PromotionOutcome.paid.name, figure: true) { cell($0.comparable(.paid), .paid, view) },
                    .init(PromotionOutcome.items.name, figure: true) { cell($0.comparable(.items), .items, view) },
                ]
            ).html
        }
    }

    private static func share(_ part: Int64, of whole: Int64) -> String {
        Figure.percent(whole > 0 ? Double(part) / Double(whole) : 0, 0)
    }

    private static func method(_ effect: PromotionEffect) -> HTML {
        card(Text(zh: "怎样比较", en: "How they are compared")) {
            ul {
                li {
                    Text(
                        zh:
                            "促销订单：主商品（折前金额最大的一行）有优惠，共 \(Figure.grouped(effect.promoted)) 笔；其中 \(Figure.grouped(effect.matched)) 笔找到了可比订单（\(Figure.grouped(effect.compared)) 笔）。",
                        en:
                            "Promoted: the main product (the line worth most before discount) has a discount: \(Figure.grouped(effect.promoted)) orders, of which \(Figure.grouped(effect.matched)) have like ones (\(Figure.grouped(effect.compared)))."
                    )
                }
                li {
                    Text(
                        zh: "可比：同一渠道、大区、月份、主商品品类，且同为首单或同为复购；每层两边至少各两笔，按促销订单数加权平均。",
                        en:
                            "Like: same channel, region, month and category of the main product, both first or both repeat orders, at least two on either side; weighted by promoted orders."
                    )
                }
                li {
                    Text(
                        zh: "区间：以客户为单位的稳健方差（同一客户的多笔订单不当作独立），层内两边方差可以不同（Welch 1947；Imbens & Rubin 2015 第 17 章）。",
                        en:
                            "Interval: variance over customers, whose orders are not taken as independent, with unequal variances within strata (Welch 1947; Imbens & Rubin 2015, chapter 17)."
                    )
                }
            }
        }
    }
}
