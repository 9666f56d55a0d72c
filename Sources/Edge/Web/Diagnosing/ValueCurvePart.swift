import Diagnosing
import Kernel

/// How customers' value grows with their age, a line for each year of first orders.
struct ValueCurvePart {
    let curves: [ValueCurve]
    let view: BasketView

    var html: HTML {
        card(
            Text(zh: "客户价值随时间的累积", en: "Customer value as it builds up"),
            note: Text(
                zh: "首购后每 30 天累计的人均毛利（退货已扣除，不含预测），按首购年份；每一段只用已完整经历该段的月份。数据开始那一年的“首购”可能是老客，会偏高。",
                en:
                    "Gross margin per customer from the first order on, in steps of 30 days, returns taken off, nothing forecast; by year of the first order, each step over the months that lived it in full. In the data’s first year “first” orders may be old customers’ and read too high."
            )
        ) {
            if curves.isEmpty {
                p(.class("quiet")) {
                    Text(
                        zh: "还没有完整经历 30 天且成本齐全的新客。", en: "No customers yet who lived 30 days and whose costs are known."
                    )
                }
            } else {
                chart.html
            }
        }
    }

    /// In the year in which the data begin, “first” orders may be old customers’.
    private func name(_ curve: ValueCurve) -> Text {
        Text(zh: "\(curve.year) 年首购", en: "First order in \(curve.year)")
            + (curve.year == view.state.days.start.year
                ? Text(zh: "（数据首年，含老客）", en: " (data begin: old customers too)") : Text(verbatim: ""))
    }

    private var chart: Chart {
        let length = curves.map(\.marginFen.count).max() ?? 0
        return Chart(
            .trend, Text(zh: "人均累计毛利", en: "Margin per customer"), unit: .money(view.currency),
            labelName: Text(zh: "首购后", en: "After the first order"),
            labels: (1...max(1, length)).map { Text(zh: "\($0 * 30) 天", en: "\($0 * 30) d") },
            series: curves.reversed().enumerated().map { place, curve in
                Chart.Series(
                    name(curve),
                    (0..<length).map { $0 < curve.marginFen.count ? view.plain(curve.marginFen[$0]) : nil },
                    as: place == 0 ? .actual : .other)
            })
    }
}
