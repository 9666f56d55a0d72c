import Kernel
import Monitoring
import Records
import Warehouse

/// One metric: how it went, who makes it, what is behind it, how it is defined.
enum MetricPages {
    static func path(_ metric: Metric) -> String { "/board/metrics/\(metric.id)" }

    static func routes(_ desk: MetricDesk) -> [Route] {
        [
            .get("/board/metrics/:metric", .allowed(.view, .board)) { visit in
                let metric = try named(visit)
                if metric.isBySegment { return .redirect(to: SharePages.path) }
                return .page(try await page(metric, visit, desk))
            },
            MetricFiles.metric(desk).route,
        ]
    }

    static func named(_ visit: Visit) throws -> Metric {
        guard let metric = Metric.named(visit["metric"]) else { throw MonitoringProblem.unknownMetric(visit["metric"]) }
        return metric
    }

    private static func page(_ metric: Metric, _ visit: Visit, _ desk: MetricDesk) async throws -> Page {
        let look = try MetricView(visit)
        let state = try await RollUpState.read(from: desk.warehouse)
        guard let last = state.lastDay else { throw MonitoringProblem.noData }
        let day = min(look.day ?? last, last)
        let periods = ComparedPeriods(look.grain, upTo: day)
        let card = try await desk.board.card(metric, periods, look.filters)
        let trend = try await desk.analyst.trend(of: metric, grain: look.grain, upTo: day, filters: look.filters)
        let free = metric.dimensions.filter { metric.offers(Set(look.filters.map(\.dimension)).union([$0])) }
        let by = Dimension(rawValue: visit.query.text("by")).flatMap { free.contains($0) ? $0 : nil } ?? free.first
        var split: MetricBreakdown?
        if let by { split = try await desk.analyst.breakdown(of: metric, by: by, periods, filters: look.filters) }
        let currency = desk.warehouse.currency
        let page = Page(
            metric.name,
            pretitle: metric.family.name + Text(verbatim: " · ") + PeriodName.text(periods.whole, look.grain),
            lead: metric.meaning, hasCharts: true
        ) {
            MetricToolbar(metric: metric, look: look, day: day).html
            div(.class("two-thirds")) {
                div(.class("stack")) {
                    TrendPart(trend: trend, currency: currency).html
                    if let split { BreakdownPart(split: split, look: look, free: free, currency: currency).html }
                }
                div(.class("stack")) {
                    summary(card, currency, seesLimits: visit.may(.view, .target))
                    behind(metric, look)
                    if visit.may(.edit, .target) { TargetPages.form(metric, look, periods, card.target, currency) }
                    DefinitionPart(metric: metric, state: state, zone: desk.warehouse.zone).html
                }
            }
        }
        return page.footnote(footnote(periods, desk.warehouse.zone)).actions {
            MetricFiles.metric(desk).menu(visit, adding: by.map { [("by", $0.rawValue)] } ?? [])
        }
    }

    private static func footnote(_ periods: ComparedPeriods, _ zone: BusinessZone) -> Text {
        Text(zh: "统计区间：", en: "Days counted: ") + PeriodName.days(periods.current)
            + Text(zh: "；环比：", en: "; previous: ") + PeriodName.days(periods.previous)
            + Text(zh: "；同比：", en: "; last year: ") + PeriodName.days(periods.lastYear)
            + Text(zh: "；时区：\(zone.identifier)", en: "; time zone: \(zone.identifier)")
    }

    private static func summary(_ card: BoardCard, _ currency: Currency, seesLimits: Bool) -> HTML {
        Web.card(Text(zh: "本期", en: "This period")) {
            div(.class("kpi-head")) {
                span(.class("kpi-value")) {
                    card.value.number.map { MetricFigure.short($0, card.metric.unit, currency) } ?? Text(verbatim: "—")
                }
                lightMark(card.light)
            }
            if let reason = card.value.reason { p(.class("quiet")) { reason.text } }
            if let interval = card.value.interval {
                p(.class("kpi-target")) {
                    Text(zh: "95% 置信区间：", en: "95 % interval: ")
                    MetricFigure.full(interval.lower, card.metric.unit, currency) + " – "
                        + MetricFigure.full(interval.upper, card.metric.unit, currency)
                }
            }
            p(.class("kpi-target")) { targetLine(card, currency) }
            p(.class("kpi-target")) {
                Text(zh: "亮灯：", en: "Light: ")
                seesLimits
                    ? a(.href(LimitPages.address(card.metric))) { LimitPages.words(card.limits) }
                    : HTML(LimitPages.words(card.limits))
            }
            div(.class("kpi-changes")) {
                changeMark(.onPrevious, card.onPrevious)
                changeMark(.onLastYear, card.onLastYear)
            }
            if card.isPartial {
                p(.class("kpi-target")) { Text(zh: "数据尚未覆盖整个区间。", en: "The data do not cover the whole period yet.") }
            }
        }
    }

    /// From the number to the rows it was counted from.
    private static func behind(_ metric: Metric, _ look: MetricView) -> HTML {
        let known: Set<Dimension> = [.region, .channel, .cityTier, .store, .dealer, .domain, .category, .product]
        guard metric.behind != .none, look.chosen.allSatisfy({ known.contains($0.dimension) }) else { return HTML() }
        let title =
            metric.behind == .orders
            ? Text(zh: "查看背后的订单", en: "See the orders behind it")
            : Text(zh: "查看背后的客户", en: "See the customers behind it")
        return a(.class("btn"), .href(path(metric) + "/behind" + look.query())) {
            icon(metric.behind == .orders ? "receipt" : "users")
            title
        }
    }
}
