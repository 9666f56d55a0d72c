import Diagnosing
import Kernel
import Records
import Store
import Warehouse

/// Order value, repurchase and customer value; promotions; what is bought together (AT-06).
enum BasketPages {
    static let path = "/diagnose/baskets"
    static let promotionPath = path + "/promotions"
    static let pairPath = path + "/pairs"
    static let title = Text(zh: "客单价与购物篮", en: "Order value and baskets")

    static func routes(_ app: AppContext) -> [Route] {
        let desk = BasketDesk(app)
        return [
            .get(path, .allowed(.view, .diagnosis), menu: MenuEntry(.diagnose, title, order: 30)) { visit in
                guard let view = try await BasketView.open(visit, desk) else { return .page(try await empty(visit)) }
                return .page(try await BasketOverviewPart.page(view, visit))
            },
            .get(promotionPath, .allowed(.view, .diagnosis)) { visit in
                guard let view = try await BasketView.open(visit, desk, kinds: [.channel]) else {
                    return .page(try await empty(visit))
                }
                return .page(try await PromotionPart.page(view, visit))
            },
            .get(pairPath, .allowed(.view, .diagnosis)) { visit in
                guard let view = try await BasketView.open(visit, desk, kinds: [.product, .category]) else {
                    return .page(try await empty(visit))
                }
                return .page(try await BasketPairPart.page(view, visit))
            },
            .post(path + "/refresh", .allowed(.edit, .diagnosis)) { visit in
                let author = try visit.author()
                let job = try await app.jobs.enqueue(BasketJob.id, [String: String](), key: BasketJob.id, by: author)
                return Reply.redirect(to: path).flashing(
                    Text(
                        zh: "已开始统计（任务 \(job.id)），完成后刷新本页即可。",
                        en: "Counting has begun (job \(job.id)). Load this page again when it is done."))
            },
            BasketFiles.overview(desk).route, BasketFiles.promotions(desk).route, BasketFiles.pairs(desk).route,
        ]
    }

    private static func empty(_ visit: Visit) async throws -> Page {
        let hasOrders = try await RollUpState.read(from: visit.app.warehouse).source(.orderHeader)?.days != nil
        return Page(title, pretitle: Step.diagnose.name) {
            card {
                emptyState(
                    "shopping-cart", Text(zh: "还没有购物篮统计", en: "No baskets are counted yet"),
                    hasOrders
                        ? Text(
                            zh: "订单已就绪。统计会随下一次数据更新自动完成（每小时一次），也可以现在开始。",
                            en: "Orders are there. They are counted with the next hourly refresh, or now.")
                        : Text(
                            zh: "需要已支付的订单；订单明细用于品类、促销与商品组合。请先导入订单，或生成演示公司。",
                            en:
                                "This needs paid orders; their lines give categories, promotions and pairs. Import orders first, or make the demonstration company."
                        )
                ) {
                    if hasOrders, visit.may(.edit, .diagnosis) {
                        postForm(path + "/refresh") { submitButton(Text(zh: "现在统计", en: "Count now")) }
                    } else if !hasOrders, visit.may(.import, .sourceData) {
                        a(.class("btn btn-primary"), .href(ImportPages.path)) { Text(zh: "导入数据", en: "Import data") }
                    }
                }
            }
        }
    }

    /// The three views of one subject.
    static func views(_ visit: Visit) -> HTML {
        let kept = visit.query.pairs.filter { ["grain", "to", "region"].contains($0.name) && !$0.value.isEmpty }
        let tail = kept.isEmpty ? "" : "?" + FieldValues(kept.map { ($0.name, $0.value) }).encoded
        return tabs(
            [
                (Text(zh: "客单价与复购", en: "Value and repurchase"), path),
                (Text(zh: "促销的影响", en: "Promotions"), promotionPath),
                (Text(zh: "商品组合", en: "Bought together"), pairPath),
            ].map { ($0.0, $0.1 + tail, visit.request.path == $0.1) }, label: title)
    }

    /// Grain, period, region; `more` choosers behind them. What else the address holds stays.
    static func toolbar(_ view: BasketView, _ visit: Visit, hasPeriod: Bool = true, _ more: HTML = HTML()) -> HTML {
        let kept = visit.query.pairs.filter { ["by", "sort", "grain"].contains($0.name) && !$0.value.isEmpty }
        return HTML {
            if hasPeriod {
                tabs(
                    BasketView.grains.map {
                        ($0.name, visit.address(setting: "grain", to: $0.rawValue), $0 == view.grain)
                    },
                    label: Text(zh: "周期", en: "Grain"))
            }
            queryForm(visit.request.path, .class("row-wrap")) {
                for pair in kept { input(.type("hidden"), .name(pair.name), .value(pair.value)) }
                if hasPeriod {
                    RFMPages.chooser(
                        "to", Text(zh: "期间", en: "Period"),
                        chosen: min(view.periods.whole.lastDay, view.state.days.lastDay).description,
                        view.offeredPeriods.map {
                            (min($0.lastDay, view.state.days.lastDay).description, PeriodName.text($0, view.grain))
                        })
                }
                RFMPages.chooser(
                    "region", Dimension.region.name, chosen: view.region ?? "",
                    [("", Text(zh: "全部可见大区", en: "All regions I may see"))]
                        + view.offeredRegions.map { ($0, RegionText.of($0)) })
                more
                button(.class("btn"), .type("submit")) { Text(zh: "查看", en: "Show") }
            }
        }
    }
}
