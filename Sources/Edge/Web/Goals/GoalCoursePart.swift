import Kernel
import Monitoring
import Planning
import Warehouse

/// A goal's course: what was reached, the path, and the band in which it will probably go on.
struct GoalCoursePart {
    let goal: Goal
    let points: [GoalCoursePoint]
    let currency: Currency

    var html: HTML {
        card(
            Text(zh: "路径与预测", en: "Path and forecast"),
            note: Text(zh: "虚线是路径；预测为中位数与 80% 区间", en: "Dashed: the path. Forecast: the middle and the 80 % interval")
        ) {
            Chart(
                .trend, goal.metric?.name ?? GoalPages.title, unit: unit,
                labels: points.map { Text(verbatim: $0.day.description) },
                series: series
            ).html
        }
    }

    private var series: [Chart.Series] {
        var series = [
            Chart.Series(Text(zh: "实际", en: "Actual"), points.map { plain($0.actual) }, as: .actual),
            Chart.Series(Text(zh: "路径", en: "Path"), points.map { plain($0.expected) }, as: .target),
        ]
        if points.contains(where: { $0.band != nil }) {
            series += [
                Chart.Series(Text(zh: "预计", en: "Forecast"), points.map { plain(joined($0)?.middle) }),
                Chart.Series(Text(zh: "下限", en: "Lower"), points.map { plain(joined($0)?.lower) }, as: .lastYear),
                Chart.Series(Text(zh: "上限", en: "Upper"), points.map { plain(joined($0)?.upper) }, as: .lastYear),
            ]
        }
        return series
    }

    /// The band begins where the actual line ends.
    private func joined(_ point: GoalCoursePoint) -> (lower: Double, middle: Double, upper: Double)? {
        if let band = point.band { return band }
        guard let last = points.last(where: { $0.actual != nil }), last.day == point.day, let actual = last.actual
        else {
            return nil
        }
        return (actual, actual, actual)
    }

    private func plain(_ value: Double?) -> Double? {
        value.map { goal.metric?.unit == .money ? $0 / currency.unitsPerWhole : $0 }
    }

    private var unit: ChartUnit {
        switch goal.metric?.unit ?? .count {
        case .money: .money(currency)
        case .count: .count
        case .percent: .percent
        case .ratio: .number(decimals: 2)
        case .days, .points: .number(decimals: 1)
        }
    }
}
