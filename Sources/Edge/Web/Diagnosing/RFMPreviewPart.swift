import Diagnosing
import Kernel

/// How customers would lie under cut points that are not used yet.
struct RFMPreviewPart: Sendable {
    let grid: RFMGrid
    /// Whose values the preview is made from.
    let run: RFMRun

    var html: HTML {
        card(
            Text(zh: "预览", en: "Preview"),
            note: Text(
                zh: "基于 \(run.asOf) 评分的客户数据，尚未保存", en: "From the customers of the run of \(run.asOf); nothing is saved")
        ) {
            div(.class("stack")) {
                HeatGrid(
                    Text(zh: "各得分的客户占比", en: "Share of customers by score"), corner: Text(zh: "得分", en: "Score"),
                    columns: (1...RFMCell.levels).map { Text(verbatim: String($0)) },
                    rows: RFMDimension.allCases.map { dimension in
                        (dimension.name, (1...RFMCell.levels).map { cell(dimension, $0) })
                    }
                ).html
                div(.class("columns")) {
                    for scheme in run.options.schemes { facts(grid.tiers(of: scheme).map { ($0.tier.name, line($0)) }) }
                }
            }
        }
    }

    private func cell(_ dimension: RFMDimension, _ score: Int) -> HeatGrid.Cell {
        let customers = grid.totals { $0[dimension] == score }.customers
        let share = Double(customers) / Double(max(grid.total.customers, 1))
        return HeatGrid.Cell(Figure.percent(share), note: Text(verbatim: Figure.grouped(customers)), share: share)
    }

    private func line(_ share: TierShare) -> HTML {
        HTML(verbatim: "\(Figure.grouped(share.totals.customers)) · \(Figure.percent(share.share))")
    }
}
