import Kernel
import Planning
import Warehouse

/// Three past years by channel, and the proposal for the next.
struct HistoryPart {
    let history: ChannelHistory
    let growth: Double
    let desk: BudgetDesk

    var html: HTML {
        HTML {
            if history.channels.isEmpty {
                card(Text(zh: "历史分析", en: "Past years")) {
                    emptyState(
                        "chart-bar", Text(zh: "没有历史投放数据", en: "No past ad spend"),
                        Text(zh: "导入“广告投放”数据后，这里对比近三年的花费与回报。", en: "Import ad spend to compare the last three years.")
                    ) { a(.class("btn"), .href("/data/import")) { Text(zh: "导入数据", en: "Import data") } }
                }
            } else {
                chart
                proposal
            }
        }
    }

    private static func label(_ period: Period) -> Text {
        Text(
            verbatim: period.calendarGrain == .year ? String(period.start.year) : "\(period.start) – \(period.lastDay)")
    }

    private var chart: HTML {
        let factor = (0..<desk.currency.decimals).reduce(1.0) { product, _ in product * 10 }
        return card(Text(zh: "各渠道花费：近三年与建议", en: "Spend by channel: past years and the proposal")) {
            Chart(
                .columns, Text(zh: "各渠道花费", en: "Spend by channel"), unit: .money(desk.currency),
                labelName: Text(zh: "渠道", en: "Channel"), labels: history.channels.map { ChannelName.text($0.code) },
                series: history.periods.map { period in
                    Chart.Series(
                        Self.label(period),
                        history.channels.map { channel in
                            channel.years.first { $0.period == period }.map { Double($0.cost) / factor }
                        })
                } + [
                    Chart.Series(
                        Text(zh: "建议", en: "Proposed"), history.channels.map { Double($0.proposed) / factor },
                        as: .actual)
                ]
            ).html
        }
    }

    private var proposal: HTML {
        card(
            Text(zh: "历史分析与建议", en: "Analysis and proposal"),
            note: Text(
                zh:
                    "合计 \(desk.money(history.lastTotal)) → \(desk.money(history.proposedTotal))（行业增长 \(Figure.percent(growth))，可在预算规则中修改）",
                en:
                    "In all \(desk.money(history.lastTotal)) → \(desk.money(history.proposedTotal)) (the industry grows \(Figure.percent(growth)); change it in the budget rules)"
            ), flush: true
        ) { table.html }
    }

    private var table: DataTable<ChannelHistory.Channel> {
        let desk = desk
        return DataTable(
            Text(zh: "历史分析", en: "Past years"), rows: history.channels,
            columns: [
                .init(Text(zh: "渠道", en: "Channel")) { channel in
                    span(.class("nowrap")) { ChannelName.text(channel.code) }
                },
                .init(Text(zh: "年度", en: "Year")) { channel in
                    for year in channel.years { span(.class("year-value")) { Self.label(year.period) } }
                },
                .init(Text(zh: "花费", en: "Spend"), figure: true) { channel in
                    for year in channel.years { span(.class("year-value")) { desk.short(year.cost) } }
                },
                .init(Text(zh: "转化率", en: "Conversion"), figure: true) { channel in
                    for year in channel.years {
                        span(.class("year-value")) { year.conversion.map { Figure.percent($0, 2) } ?? "—" }
                    }
                },
                .init(Text(zh: "客单价", en: "Basket"), figure: true) { channel in
                    for year in channel.years {
                        span(.class("year-value")) { year.basket.map { desk.money(Int64($0.rounded())) } ?? "—" }
                    }
                },
                .init(Text(zh: "投产比", en: "Return"), figure: true) { channel in
                    for year in channel.years {
                        span(.class("year-value")) { year.returned.map { Figure.decimal($0, 2) } ?? "—" }
                    }
                },
                .init(Text(zh: "建议", en: "Proposal"), figure: true) { channel in
                    desk.short(channel.proposed)
                    span(.class("cell-sub")) {
                        channel.last > 0
                            ? Figure.change(Double(channel.proposed - channel.last) / Double(channel.last)) : "—"
                    }
                },
                .init(Text(zh: "理由", en: "Reason")) { channel in
                    Self.mark(channel.advice)
                    span(.class("cell-sub wrap")) { channel.reason }
                },
            ])
    }

    private static func mark(_ advice: ChannelHistory.Advice) -> HTML {
        switch advice {
        case .raise: badge(Text(zh: "加码", en: "More"), .good)
        case .keep: badge(Text(zh: "保持", en: "Keep"))
        case .cut: badge(Text(zh: "压缩", en: "Less"), .attention)
        case .unknown: badge(Text(zh: "待观察", en: "Unknown"))
        }
    }
}
