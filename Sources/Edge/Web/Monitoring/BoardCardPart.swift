import Kernel
import Monitoring
import Warehouse

/// One card of a board; the whole of it leads to the metric's page.
func boardCard(_ card: BoardCard, _ board: Board, href: String) -> HTML {
    a(.class("kpi"), .href(href), .attribute("data-metric", card.metric.id), .title(card.metric.meaning)) {
        div(.class("kpi-head")) {
            span(.class("kpi-name")) { card.metric.name }
            lightMark(card.light)
        }
        cardValue(card, board.currency)
        div(.class("kpi-changes")) {
            changeMark(.onPrevious, card.onPrevious)
            changeMark(.onLastYear, card.onLastYear)
        }
        sparkline(card.history)
        if let last = card.freshness.lastDay {
            div(.class("kpi-target")) { Text(zh: "数据截至 \(last)", en: "Data to \(last)") }
        }
    }
}

private func cardValue(_ card: BoardCard, _ currency: Currency) -> HTML {
    HTML {
        switch card.value {
        case .number(let value, let interval):
            div(.class("kpi-value")) {
                MetricFigure.short(value, card.metric.unit, currency)
                if card.metric.unit == .points, let interval {
                    small { " [\(Figure.decimal(interval.lower, 1)), \(Figure.decimal(interval.upper, 1))]" }
                }
            }
            div(.class("kpi-target")) { targetLine(card, currency) }
        case .unavailable(let reason):
            div(.class("kpi-value")) { "—" }
            div(.class("kpi-target")) { reason.text }
        }
    }
}

/// `目标 ¥1.2 亿 · 达成 97.3%`; of a running period, the target is what should be reached by now.
func targetLine(_ card: BoardCard, _ currency: Currency) -> Text {
    guard let expected = card.expected else { return Text(zh: "未设目标", en: "No target set") }
    let figure = MetricFigure.short(expected, card.metric.unit, currency)
    let isProrated = card.target != card.expected
    let label = isProrated ? Text(zh: "时序目标 ", en: "Target to date ") : Text(zh: "目标 ", en: "Target ")
    guard let attainment = card.attainment else { return label + figure }
    let reached = Figure.percent(attainment)
    return label + figure + Text(zh: " · 达成 \(reached)", en: " · \(reached) reached")
}
