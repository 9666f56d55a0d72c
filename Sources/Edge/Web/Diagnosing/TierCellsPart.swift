import Diagnosing
import Kernel

/// What rules lead to: the tier of each of the 125 cells, and how many customers each tier would hold.
struct TierCellsPart: Sendable {
    static let id = "tier-result"

    /// The rules that are kept, and those on the page.
    let kept: TierScheme
    let draft: TierScheme
    /// The latest run's cells, of the regions that the reader may see; `nil` before the first run.
    let grid: RFMGrid?

    private var isChanged: Bool { !kept.divides(as: draft) }

    func html(isSwap: Bool = false) -> HTML {
        div(.id(Self.id), .class("stack"), .attribute("data-hx-swap-oob", "true").when(isSwap)) {
            card(Text(zh: "结果", en: "What they lead to"), note: note, flush: true) { tiers }
            card(
                Text(zh: "125 个单元格", en: "The 125 cells"),
                note: Text(
                    zh: "每张小表是一个金额得分；行为最近消费（R），列为消费频次（F）。带框的单元格与现行规则不同。",
                    en:
                        "One small table for each score of amount; rows are recency (R), columns frequency (F). Framed cells differ from the rules in force."
                )
            ) {
                div(.class("tier-grids")) { for score in TierRule.anyScore.reversed() { table(monetary: score) } }
            }
        }
    }

    private var note: Text {
        guard let grid else {
            return Text(zh: "完成一次评分后，这里会显示各层级的客户数。", en: "Customers are shown once a scoring is done.")
        }
        let run = Text(
            zh: "按 \(grid.run.asOf) 的评分试算，未改变任何数据。", en: "Tried on the scoring of \(grid.run.asOf); nothing is changed."
        )
        return isChanged
            ? run : run + Text(zh: "与现行规则结果相同。", en: " The same as under the rules in force.")
    }

    private var open: [RFMCell] { RFMCell.all.filter { draft.tier(of: $0) == nil } }

    private struct Line: Sendable {
        let place: Int
        let tier: Tier
        let cells: (before: Int, after: Int)
        let customers: (before: Int64, after: Int64)
    }

    private var lines: [Line] {
        draft.tiers.enumerated().map { place, tier in
            let (before, after) = (Set(kept.cells(of: tier.id)), Set(draft.cells(of: tier.id)))
            func customers(_ cells: Set<RFMCell>) -> Int64 { grid?.totals(where: cells.contains).customers ?? 0 }
            return Line(
                place: place, tier: tier, cells: (before.count, after.count),
                customers: (customers(before), customers(after)))
        }
    }

    private var tiers: HTML {
        HTML {
            if !open.isEmpty {
                div(.class("mapping-notes")) {
                    notice(.danger, RFMProblem.cellsWithoutTier(scheme: kept.name, cells: open.map(\.code)).text)
                }
            }
            DataTable(
                Text(zh: "各层级的大小", en: "Size of the tiers"), rows: lines,
                columns: grid.map { sizes + counts(of: max($0.total.customers, 1)) } ?? sizes
            ).html
        }
    }

    private var sizes: [DataTable<Line>.Column] {
        [
            .init(Text(zh: "层级", en: "Tier")) { line in
                div(.class("tier-name")) {
                    Self.letter(line.place)
                    div {
                        line.tier.name
                        span(.class("cell-sub")) { line.tier.meaning }
                    }
                }
            },
            .init(Text(zh: "单元格", en: "Cells"), figure: true) { line in
                String(line.cells.after)
                Self.change(Int64(line.cells.after - line.cells.before))
            },
        ]
    }

    private func counts(of total: Int64) -> [DataTable<Line>.Column] {
        [
            .init(Text(zh: "客户数", en: "Customers"), figure: true) { line in
                Figure.grouped(line.customers.after)
                Self.change(line.customers.after - line.customers.before)
            },
            .init(Text(zh: "客户占比", en: "Share"), figure: true) { line in
                let share = Double(line.customers.after) / Double(total)
                Figure.percent(share)
                shareBar(share)
            },
        ]
    }

    /// `A` on the tier's own ground.
    static func letter(_ place: Int) -> HTML {
        span(.class("tier-letter tier-\(place % 8 + 1)"), .ariaHidden) { name(place) }
    }

    private static func name(_ place: Int) -> String { String(UnicodeScalar(UInt8(65 + place % 26))) }

    private static func change(_ difference: Int64) -> HTML {
        guard difference != 0 else { return HTML() }
        return span(.class("cell-sub")) { (difference > 0 ? "+" : "") + Figure.grouped(difference) }
    }

    private func table(monetary: Int) -> HTML {
        let scores = Array(TierRule.anyScore)
        return Web.table(.class("tier-table")) {
            element("caption", []) { "M\(monetary)" }
            thead {
                tr {
                    Web.td()
                    for f in scores { th(.scope("col")) { "F\(f)" } }
                }
            }
            tbody {
                for r in scores.reversed() {
                    tr {
                        th(.scope("row")) { "R\(r)" }
                        for f in scores { cell(r, f, monetary) }
                    }
                }
            }
        }
    }

    private func cell(_ r: Int, _ f: Int, _ m: Int) -> HTML {
        guard let cell = RFMCell(recency: r, frequency: f, monetary: m) else { return HTML() }
        let (old, new) = (kept.tier(of: cell), draft.tier(of: cell))
        let none = Text(zh: "无层级", en: "no tier")
        let place = Text(verbatim: "R\(r) F\(f) M\(m)：") + (new?.name ?? none)
        let said =
            old?.id == new?.id
            ? place : place + Text(zh: "（现行：", en: " (in force: ") + (old?.name ?? none) + Text(zh: "）", en: ")")
        let index = new.flatMap { tier in draft.tiers.firstIndex { $0.id == tier.id } }
        let ground = index.map { "tier-\($0 % 8 + 1)" } ?? "tier-open"
        return Web.td(.class(old?.id == new?.id ? ground : ground + " tier-moved"), .title(said)) {
            span(.ariaHidden) { index.map(Self.name) ?? "?" }
            span(.class("visually-hidden")) { said }
        }
    }
}
