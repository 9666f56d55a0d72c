import Diagnosing
import Kernel

/// The R × F picture: each square says how many customers, their share and what they paid; M is chosen above it.
struct RFMGridPart: Sendable {
    let view: RFMView
    let grid: RFMGrid
    let isLinked: Bool
    let visit: Visit

    var html: HTML {
        card(
            Text(zh: "客户分布：最近消费 × 消费频次", en: "Customers by recency × frequency"),
            note: Text(
                zh: "每格为客户数、占比和实付金额；占比越高颜色越强。\(isLinked ? "点击一格查看客户。" : "")",
                en:
                    "Each square: customers, share, amount paid; the larger the share, the stronger its colour.\(isLinked ? " Click a square for its customers." : "")"
            )
        ) {
            div(.class("stack")) {
                tabs(monetaryTabs, label: Text(zh: "消费金额得分", en: "Score of monetary value"))
                heat.html
                facts(centres)
            }
        }
    }

    private var monetaryTabs: [(title: Text, address: String, isChosen: Bool)] {
        [(Text(zh: "全部金额", en: "All amounts"), visit.address(setting: "m", to: nil), view.monetary == nil)]
            + (1...RFMCell.levels).reversed().map { score in
                (Text(verbatim: "M\(score)"), visit.address(setting: "m", to: String(score)), view.monetary == score)
            }
    }

    private var heat: HeatGrid {
        let scores = Array((1...RFMCell.levels).reversed())
        let squares = scores.map { r in
            scores.reversed().map { f in grid.square(recency: r, frequency: f, monetary: view.monetary) }
        }
        let most = squares.flatMap { $0 }.map(\.customers).max() ?? 0
        return HeatGrid(
            Text(zh: "RFM 网格", en: "RFM grid"), corner: Text(zh: "R ＼ F", en: "R \\ F"),
            columns: scores.reversed().map { border(.frequency, $0) },
            rows: zip(scores, squares).map { r, row in
                (border(.recency, r), zip(scores.reversed(), row).map { f, totals in cell(r, f, totals, most) })
            })
    }

    private func cell(_ r: Int, _ f: Int, _ totals: CellTotals, _ most: Int64) -> HeatGrid.Cell {
        let share = Double(totals.customers) / Double(max(grid.total.customers, 1))
        let m = view.monetary.map { [("m", String($0))] } ?? []
        let link = view.address(RFMCustomerPages.path, [("r", String(r)), ("f", String(f))] + m)
        let count = Figure.grouped(totals.customers)
        let isOpen = isLinked && totals.customers > 0 && view.run.hasScores
        let note = Text(verbatim: Figure.percent(share) + " · ") + view.money(totals.monetaryFen)
        return HeatGrid.Cell(
            count, note: totals.customers > 0 ? note : nil,
            title: Text(
                zh: "R\(r) F\(f)：\(count) 位客户，占 \(Figure.percent(share))，实付 \(view.money(totals.monetaryFen).zh)",
                en:
                    "R\(r) F\(f): \(count) customers, \(Figure.percent(share)), paid \(view.money(totals.monetaryFen).en)"
            ),
            link: isOpen ? link : nil, share: most == 0 ? 0 : Double(totals.customers) / Double(most))
    }

    /// What it takes to have a score: `R5 · 13 天内`.
    private func border(_ dimension: RFMDimension, _ score: Int) -> Text {
        let cuts = view.run.cuts[dimension]
        guard cuts.count == RFMCell.levels - 1 else { return Text(verbatim: "\(dimension.letter)\(score)") }
        let lowest = dimension.readable(cuts[0].value)
        let reached = score > 1 ? cuts[score - 2].reached(in: dimension) : lowest
        let head = Text(verbatim: "\(dimension.letter)\(score) · ")
        return switch (dimension, score) {
        case (.recency, 1): head + Text(zh: "\(lowest) 天及更久", en: "\(lowest) days or more")
        case (.recency, _): head + Text(zh: "\(reached) 天内", en: "within \(reached) days")
        case (_, 1): head + Text(zh: "至多 \(lowest) 单", en: "up to \(lowest)")
        default: head + Text(zh: "\(reached) 单起", en: "from \(reached)")
        }
    }

    private var centres: [(Text, HTML)] {
        guard view.regions == .all else { return means }
        let run = view.run
        func pair(_ mean: String, _ median: String) -> HTML {
            HTML(Text(zh: "平均 \(mean)，中位数 \(median)", en: "mean \(mean), median \(median)"))
        }
        func money(_ fen: Double) -> String {
            Figure.money(Money(minorUnits: Int64(fen.rounded()), currency: view.currency))
        }
        return [
            (
                Text(zh: "最近消费（天）", en: "Recency, days"),
                pair(Figure.decimal(run.recency.mean), Figure.decimal(run.recency.median, 0))
            ),
            (
                Text(zh: "消费频次（单）", en: "Frequency, orders"),
                pair(Figure.decimal(run.frequency.mean, 2), Figure.decimal(run.frequency.median, 0))
            ),
            (Text(zh: "消费金额", en: "Monetary value"), pair(money(run.monetary.mean), money(run.monetary.median))),
            (Text(zh: "评分方法", en: "Method"), HTML(method)),
        ]
    }

    /// Of some regions: what their customers have on average; the run's own figures are those of the whole company.
    private var means: [(Text, HTML)] {
        let total = grid.total
        let money = total.meanMonetaryFen.map {
            Figure.money(Money(minorUnits: Int64($0.rounded()), currency: view.currency))
        }
        return [
            (Text(zh: "客户数", en: "Customers"), HTML(verbatim: Figure.grouped(total.customers))),
            (
                Text(zh: "平均最近消费（天）", en: "Mean recency, days"),
                HTML(verbatim: total.meanRecencyDays.map { Figure.decimal($0) } ?? "—")
            ),
            (
                Text(zh: "平均消费频次（单）", en: "Mean frequency, orders"),
                HTML(verbatim: total.meanOrders.map { Figure.decimal($0, 2) } ?? "—")
            ),
            (Text(zh: "平均消费金额", en: "Mean monetary value"), HTML(verbatim: money ?? "—")),
            (Text(zh: "评分方法", en: "Method"), HTML(method)),
        ]
    }

    private var method: Text {
        let period =
            view.run.options.lookBackDays.map { days in
                Text(zh: "，最近 \(days) 天", en: ", last \(days) days")
            } ?? Text(zh: "，全部历史", en: ", all history")
        switch view.run.options.method {
        case .quantiles: return Text(zh: "五等分", en: "Quintiles") + period
        case .fixed: return Text(zh: "固定分界点", en: "Fixed cut points") + period
        }
    }
}
