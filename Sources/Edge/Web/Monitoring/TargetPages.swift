import Kernel
import Monitoring
import Records
import Warehouse

/// Setting the target of a period.
enum TargetPages {
    static func routes(_ desk: MetricDesk) -> [Route] {
        [
            .post("/board/metrics/:metric/target", .allowed(.edit, .target)) { visit in try await save(visit, desk) }
        ]
    }

    /// The form beside a metric; nothing where no target can be set for what is shown.
    static func form(
        _ metric: Metric, _ look: MetricView, _ periods: ComparedPeriods, _ target: Double?, _ currency: Currency
    ) -> HTML {
        guard let node = TargetNode(filters: look.filters) else { return HTML() }
        let shown =
            target.map { Figure.decimal(MetricFigure.plain($0, metric.unit, currency), decimals(metric.unit)) } ?? ""
        return card(Text(zh: "目标值", en: "Target"), note: PeriodName.text(periods.whole, look.grain)) {
            postForm(MetricPages.path(metric) + "/target", .class("stack-tight")) {
                input(.type("hidden"), .name("grain"), .value(look.grain.rawValue))
                input(.type("hidden"), .name("starts"), .value(periods.whole.start.description))
                input(.type("hidden"), .name("node"), .value(node.code))
                input(.type("hidden"), .name("next"), .value(MetricPages.path(metric) + look.query()))
                Field(
                    "value", Text(zh: "整期目标", en: "Target of the whole period") + unitHint(metric.unit, currency),
                    value: shown,
                    help: Text(zh: "留空保存即取消目标", en: "Save it empty to take the target back")
                ).html
                submitButton(Text(zh: "保存目标", en: "Save target"))
            }
        }
    }

    private static func decimals(_ unit: MetricUnit) -> Int {
        switch unit {
        case .count: 0
        case .money, .percent, .ratio: 2
        case .days, .points: 1
        }
    }

    private static func unitHint(_ unit: MetricUnit, _ currency: Currency) -> Text {
        switch unit {
        case .money: Text(zh: "（\(currency.code == "CNY" ? "元" : currency.code)）", en: " (\(currency.code))")
        case .percent: Text(zh: "（%）", en: " (%)")
        case .days: Text(zh: "（天）", en: " (days)")
        case .points: Text(zh: "（分）", en: " (points)")
        case .count, .ratio: Text(verbatim: "")
        }
    }

    private static func save(_ visit: Visit, _ desk: MetricDesk) async throws -> Reply {
        let metric = try MetricPages.named(visit)
        let text = visit.form.text("value")
        let startText = visit.form.text("starts")
        guard let starts = Day(startText) else { throw MonitoringProblem.unreadableDay(startText) }
        guard let grain = Grain(rawValue: visit.form.text("grain")),
            let node = TargetNode(code: visit.form.text("node"))
        else {
            throw WebProblem.pageUnknown
        }
        let back = Reply.redirect(to: PreferencePages.ownPath(visit.form.text("next")))
        if text.isEmpty {
            try await desk.targets.remove(
                metric: metric.id, node: node, grain: grain, startsOn: grain.start(of: starts), by: try visit.author())
            return back.flashing(
                Text(zh: "已取消“\(metric.name.zh)”的目标。", en: "The target of \(metric.name.en) is taken back."))
        }
        guard let value = MetricFigure.typed(text, metric.unit, desk.warehouse.currency) else {
            throw MonitoringProblem.targetNotANumber(text)
        }
        let target = MetricTarget(metric: metric.id, node: node, grain: grain, startsOn: starts, value: value)
        try await desk.targets.set([target], by: try visit.author())
        return back.flashing(Text(zh: "已保存“\(metric.name.zh)”的目标。", en: "The target of \(metric.name.en) is saved."))
    }
}
