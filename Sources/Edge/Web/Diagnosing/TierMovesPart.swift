import Diagnosing
import Kernel

/// The migration matrix of one scheme since the run before: rows are where customers were, columns where they are.
struct TierMovesPart: Sendable {
    let migration: TierMigration
    let view: RFMView
    /// Whether the reader may see the customers behind a cell.
    let isLinked: Bool

    var html: HTML {
        card(
            migration.scheme.name + Text(zh: "：客户迁移", en: ": who moved"),
            note: Text(
                zh: "从 \(migration.from) 到 \(migration.to)；行为原层级，列为现层级，百分比以行为基数",
                en: "From \(migration.from) to \(migration.to); rows: before, columns: now; per cent of the row")
                + (migration.hasOtherRules ? Self.otherRules : Text(verbatim: "")),
            actions: isLinked ? all : HTML()
        ) {
            HeatGrid(
                Text(zh: "迁移矩阵", en: "Migration matrix"), corner: Text(zh: "原 ＼ 现", en: "Before \\ now"),
                columns: tiers.map { name($0, none: Text(zh: "不再评分", en: "No longer scored")) },
                rows: tiers.map { from in
                    (name(from, none: Text(zh: "新评分", en: "New")), tiers.map { to in cell(from, to) })
                }
            ).html
        }
    }

    private var all: HTML {
        a(.class("btn btn-small"), .href(view.address(TierMovePages.path, [("scheme", migration.scheme.id)]))) {
            Text(zh: "客户名单", en: "Who they are")
        }
    }

    private static let otherRules = Text(
        zh: "。两次评分的分层规则不同，部分迁移由规则变化引起", en: ". The rules changed in between: some moves come from that")

    private var tiers: [String?] { migration.scheme.tiers.map(\.id) + [nil] }

    private func name(_ tier: String?, none: Text) -> Text { tier.flatMap { migration.scheme.tier($0)?.name } ?? none }

    private func cell(_ from: String?, _ to: String?) -> HeatGrid.Cell {
        let customers = migration.customers(from: from, to: to)
        let share = migration.share(from: from, to: to) ?? 0
        if from == nil, to == nil { return HeatGrid.Cell("–", share: 0) }
        let sides = [("scheme", migration.scheme.id), ("from", from ?? "-"), ("to", to ?? "-")]
        return HeatGrid.Cell(
            Figure.grouped(customers), note: customers > 0 ? Text(verbatim: Figure.percent(share)) : nil,
            link: isLinked && from != to && customers > 0 ? view.address(TierMovePages.path, sides) : nil, share: share)
    }
}
