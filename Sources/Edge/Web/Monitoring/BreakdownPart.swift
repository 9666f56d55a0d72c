import Kernel
import Monitoring
import Warehouse

/// A metric by the members of a dimension; every row is a filter.
struct BreakdownPart {
    let split: MetricBreakdown
    let look: MetricView
    let free: [Dimension]
    let currency: Currency

    /// More rows than a reader takes in; the export has all.
    private static let shown = 50

    var html: HTML {
        card(
            Text(zh: "构成与变动", en: "Breakdown"),
            note: Text(zh: "点击任一行，以它为筛选条件继续下钻", en: "Click a row to filter by it and go deeper"),
            flush: true
        ) {
            tabs(
                free.map { dimension in
                    let address = MetricPages.path(split.metric) + look.query(extra: [("by", dimension.rawValue)])
                    return (dimension.name, address, dimension == split.dimension)
                }, label: Text(zh: "拆分维度", en: "Split by"))
            table.html
            if split.rows.count > Self.shown {
                p(.class("pager")) {
                    Text(
                        zh: "共 \(split.rows.count) 项，显示前 \(Self.shown) 项；导出可得全部。",
                        en: "\(split.rows.count) members, the first \(Self.shown) shown; the export has all.")
                }
            }
        }
    }

    private var table: DataTable<MetricBreakdown.Row> {
        let unit = split.metric.unit
        let currency = currency
        let split = split
        let look = look
        var columns: [DataTable<MetricBreakdown.Row>.Column] = [
            .init(split.dimension.name) { row in
                a(
                    .href(
                        MetricPages.path(split.metric)
                            + look.query(adding: DimensionFilter(split.dimension, [row.member])))
                ) { row.name }
            },
            .init(Text(zh: "本期", en: "This period"), figure: true) { row in
                switch row.value {
                case .number(let value, _): HTML(verbatim: MetricFigure.full(value, unit, currency))
                case .unavailable(let reason): span(.class("quiet"), .title(reason.text)) { "—" }
                }
            },
        ]
        if split.addsUp {
            columns.append(
                .init(Text(zh: "占比", en: "Share"), figure: true) { row in
                    if let share = row.share {
                        Figure.percent(share)
                        shareBar(share)
                    } else {
                        "—"
                    }
                })
        }
        columns += [
            .init(.onPrevious, figure: true) { changeMark(Text(verbatim: ""), $0.onPrevious) },
            .init(.onLastYear, figure: true) { changeMark(Text(verbatim: ""), $0.onLastYear) },
        ]
        if split.addsUp {
            columns.append(
                .init(Text(zh: "对环比变动的贡献", en: "Part of the change"), figure: true) { row in
                    row.contribution.map { ($0 > 0 ? "+" : "") + MetricFigure.full($0, unit, currency) } ?? "—"
                })
        }
        return DataTable(
            Text(zh: "按\(split.dimension.name.zh)拆分", en: "By \(split.dimension.name.en.lowercased())"),
            rows: Array(split.rows.prefix(Self.shown)), columns: columns)
    }
}
