import Kernel
import Monitoring
import Warehouse

/// The line of a metric with its target and the year before, and the same numbers as a table.
struct TrendPart {
    let trend: MetricTrend
    let currency: Currency

    var html: HTML {
        card(Text(zh: "趋势", en: "Trend"), note: note) {
            Chart(
                .trend, trend.metric.name, unit: chartUnit, labelName: Text(zh: "期间", en: "Period"),
                labels: trend.points.map { Text(verbatim: PeriodName.axis($0.period, trend.grain)) }, series: series
            ).html
        }
    }

    private var note: Text {
        trend.points.last?.isRunning == true
            ? Text(zh: "最后一期仍在进行，去年同期按相同天数计", en: "The last period is still running; last year counts as many days")
            : Text(zh: "实际值、去年同期与目标", en: "Actual, last year and target")
    }

    private var series: [Chart.Series] {
        var series = [
            Chart.Series(Text(zh: "实际", en: "Actual"), trend.points.map { plain($0.value.number) }, as: .actual),
            Chart.Series(
                Text(zh: "去年同期", en: "Last year"), trend.points.map { plain($0.lastYear.number) }, as: .lastYear),
        ]
        if trend.points.contains(where: { $0.target != nil }) {
            series.append(
                Chart.Series(Text(zh: "目标", en: "Target"), trend.points.map { plain($0.target) }, as: .target))
        }
        return series
    }

    private func plain(_ value: Double?) -> Double? {
        value.map { trend.metric.unit == .money ? $0 / currency.unitsPerWhole : $0 }
    }

    private var chartUnit: ChartUnit {
        switch trend.metric.unit {
        case .money: .money(currency)
        case .count: .count
        case .percent: .percent
        case .ratio: .number(decimals: 2)
        case .days, .points: .number(decimals: 1)
        }
    }
}
