import Diagnosing
import Kernel
import Stats

/// What is bought together, and what baskets with both are worth.
enum BasketPairPart {
    static func page(_ view: BasketView, _ visit: Visit) async throws -> Page {
        let found = try await view.baskets.pairs(of: view.kind, regions: view.regions)
        let shown = BasketPairOrder.chosen(found, visit)
        let slice = PageOfList(visit.query)
        return Page(
            BasketPages.title,
            pretitle: Step.diagnose.name + Text(verbatim: " · ") + PeriodName.days(view.state.pairDays),
            lead: Text(
                zh: "近一年哪些\(view.kind.name.zh)常在同一单里，比偶然多多少。可用于搭配陈列、套装与推荐。",
                en:
                    "Which share an order more often than chance would have it, over the last year: for displays, bundles and recommendations."
            )
        ) {
            BasketPages.views(visit)
            toolbar(found, view, visit)
            card(
                Text(zh: "同单购买", en: "Bought together"), note: note(found, shown), flush: true
            ) {
                if shown.isEmpty {
                    empty(found)
                } else {
                    table(Array(shown.dropFirst(slice.offset).prefix(slice.size)), view).sorted(by: visit).html
                    slice.links(total: shown.count, visit)
                }
            }
            card(Text(zh: "怎样读", en: "How to read it")) { explanation }
        }
        .actions { BasketFiles.menu(visit, BasketPages.pairPath) }
        .footnote(view.footnote)
    }

    private static func note(_ found: BasketPairs, _ shown: [BasketPair]) -> Text {
        Text(
            zh:
                "\(Figure.grouped(found.orders)) 笔订单，检验 \(Figure.grouped(found.tests)) 个组合，列出 \(Figure.grouped(shown.count)) 个",
            en:
                "\(Figure.grouped(found.orders)) orders; \(Figure.grouped(found.tests)) pairs tested, \(Figure.grouped(shown.count)) listed"
        )
    }

    private static func empty(_ found: BasketPairs) -> HTML {
        emptyState(
            "layers-intersect", Text(zh: "没有符合条件的组合", en: "No such pairs"),
            found.pairs.isEmpty
                ? Text(
                    zh: "需要订单明细，且至少 \(BasketPairs.fewest) 笔订单同时包含两种商品。",
                    en: "This needs order lines, and at least \(BasketPairs.fewest) orders that hold both.")
                : Text(zh: "降低最少订单数，或改为显示全部组合。", en: "Ask for fewer orders, or show all pairs."))
    }

    private static func toolbar(_ found: BasketPairs, _ view: BasketView, _ visit: Visit) -> HTML {
        HTML {
            tabs(
                [BasketKind.product, .category].map {
                    ($0.name, address(of: $0, visit), $0 == view.kind)
                }, label: Text(zh: "组合", en: "Pairs of"))
            BasketPages.toolbar(
                view, visit, hasPeriod: false,
                HTML {
                    RFMPages.chooser(
                        "show", Text(zh: "显示", en: "Show"), chosen: visit.query.text("show"),
                        [
                            ("", Text(zh: "比偶然多，且显著", en: "More than chance, significant")),
                            ("rare", Text(zh: "比偶然少，且显著", en: "Less than chance, significant")),
                            ("all", Text(zh: "全部组合", en: "All pairs")),
                        ])
                    RFMPages.chooser(
                        "least", Text(zh: "最少订单数", en: "Fewest orders"),
                        chosen: String(BasketPairOrder.least(found, visit)), leasts(found, visit))
                })
        }
    }

    /// The first page of the other kind.
    private static func address(of kind: BasketKind, _ visit: Visit) -> String {
        var query = visit.query
        query["page"] = nil
        query["by"] = kind.rawValue
        return visit.request.path + "?" + query.encoded
    }

    /// Some round numbers, the usual one and the one in force.
    private static func leasts(_ found: BasketPairs, _ visit: Visit) -> [(value: String, label: Text)] {
        Set([BasketPairs.fewest, 10, 30, 100, 300, 1_000, found.usualMinimum, BasketPairOrder.least(found, visit)])
            .sorted().map { count in
                (
                    String(count),
                    Text(zh: "至少 \(Figure.grouped(count)) 单", en: "In \(Figure.grouped(count)) orders or more")
                )
            }
    }

    private static func table(_ pairs: [BasketPair], _ view: BasketView) -> DataTable<BasketPair> {
        DataTable(
            Text(zh: "同单购买", en: "Bought together"), rows: pairs,
            columns: [
                .init(Text(zh: "组合", en: "Pair")) { pair in
                    view.name(pair.first)
                    span(.class("cell-sub")) { Text(verbatim: "+ ") + view.name(pair.second) }
                },
                .init(Text(zh: "提升度", en: "Lift"), figure: true, sort: "lift") {
                    Figure.decimal($0.meeting.lift ?? .nan, 2)
                },
                .init(Text(zh: "订单（支持度）", en: "Orders (support)"), figure: true, sort: "orders") { pair in
                    Figure.grouped(pair.orders)
                    span(.class("cell-sub")) { Figure.percent(pair.meeting.support ?? .nan, 2) }
                },
                .init(Text(zh: "置信度 → / ←", en: "Confidence → / ←"), figure: true, sort: "confidence") { pair in
                    Figure.percent(pair.meeting.confidence ?? .nan)
                    span(.class("cell-sub")) { Figure.percent(pair.meeting.reverseConfidence ?? .nan) }
                },
                .init(Text(zh: "p（校正后）", en: "p, adjusted"), figure: true, sort: "p") { probability($0.adjusted) },
                .init(Text(zh: "两者都有的客单价", en: "Value with both"), figure: true, sort: "with") {
                    view.money($0.with.mean)
                },
                .init(Text(zh: "只有其一", en: "With one"), figure: true, sort: "either") { view.money($0.either.mean) },
                .init(Text(zh: "相差（95% 区间）", en: "Difference (95 %)"), figure: true, sort: "uplift") { pair in
                    if let uplift = pair.uplift {
                        PromotionPart.amount(uplift.difference, .paid, view)
                        span(.class("cell-sub")) {
                            "[\(PromotionPart.amount(uplift.lower, .paid, view)), \(PromotionPart.amount(uplift.upper, .paid, view))]"
                        }
                    } else {
                        "—"
                    }
                },
            ])
    }

    static func probability(_ value: Double) -> String { value < 0.0001 ? "<0.0001" : Figure.decimal(value, 4) }

    private static var explanation: HTML {
        ul {
            li {
                Text(
                    zh: "提升度：同单次数是偶然的几倍，1 为偶然。支持度：占全部订单的比例。置信度：买了前者的订单里也有后者的比例（← 反之）。",
                    en:
                        "Lift: how many times as often as by chance, 1 being chance. Support: share of all orders. Confidence: of orders with the first, the share that also hold the second (← the other way)."
                )
            }
            li {
                Text(
                    zh: "p：偶然出现如此差异的概率（卡方检验，期望不足 5 时用 Fisher 精确检验），并按检验的组合数校正（Benjamini–Hochberg 1995）；小于 0.05 为显著。",
                    en:
                        "p: how likely chance alone is (chi-square; Fisher’s exact test where fewer than 5 are expected), adjusted for the number of pairs tested (Benjamini & Hochberg 1995); below 0.05 is significant."
                )
            }
            li {
                Text(
                    zh: "客单价相差：两样都买自然比只买一样贵，这个差不等于搭配销售带来的增量。",
                    en:
                        "The difference in value: two things cost more than one, so this is not what selling them together would add."
                )
            }
            li {
                Text(
                    zh: "商品只看近一年订单最多的 100 种；一件商品在一单中只算一次。",
                    en: "Of products the 100 in the most orders of the year; each counts once an order.")
            }
        }
    }
}

/// Which pairs are listed, and in which order.
enum BasketPairOrder {
    static func least(_ found: BasketPairs, _ visit: Visit) -> Int64 {
        visit.query.int("least", in: 1...1_000_000_000).map(Int64.init) ?? found.usualMinimum
    }

    static func chosen(_ found: BasketPairs, _ visit: Visit) -> [BasketPair] {
        let least = least(found, visit)
        let show = visit.query.text("show")
        let pairs = found.pairs.filter { pair in
            guard pair.orders >= least else { return false }
            if show == "all" { return true }
            let isMore = (pair.meeting.lift ?? 1) > 1
            return pair.adjusted < 0.05 && isMore == (show != "rare")
        }
        let wish = visit.query.text("sort")
        let isDown = wish.hasPrefix("-")
        guard let key = keys[isDown ? String(wish.dropFirst()) : wish] else {
            return show == "rare" ? pairs.reversed() : pairs
        }
        let keyed = pairs.map { (key: key($0), pair: $0) }
        return keyed.sorted { $0.key == $1.key ? $0.pair.id < $1.pair.id : ($0.key < $1.key) != isDown }.map(\.pair)
    }

    private static let keys: [String: @Sendable (BasketPair) -> Double] = [
        "lift": { $0.meeting.lift ?? 0 }, "orders": { $0.meeting.both }, "confidence": { $0.meeting.confidence ?? 0 },
        "p": { $0.adjusted }, "with": { $0.with.mean ?? 0 }, "either": { $0.either.mean ?? 0 },
        "uplift": { $0.uplift?.difference ?? 0 },
    ]
}
