import Kernel
import Planning
import Records
import Warehouse

/// The quarterly proposal: from which line to which, how much, and why.
struct RebalancePart {
    let view: BudgetView
    let desk: BudgetDesk
    let visit: Visit

    var html: HTML {
        let proposal = BudgetReviewPages.rebalance(view, desk.currency)
        return card(
            Text(zh: "季度再平衡建议", en: "Quarterly proposal"),
            note: Text(
                zh: "回报低于平均 20% 以上的行，让出余额的两成，给回报高于平均 20% 以上的行",
                en: "Lines 20 % below the mean return give a fifth of what they have left to lines 20 % above it"),
            actions: apply(proposal), flush: !proposal.moves.isEmpty
        ) {
            if proposal.moves.isEmpty {
                emptyState(
                    "scale", Text(zh: "暂无调整建议", en: "Nothing to move"),
                    proposal.mean > 0
                        ? Text(
                            zh: "各渠道回报接近平均，或低回报行已没有余额。",
                            en: "Returns lie near the mean, or weak lines have nothing left.")
                        : Text(
                            zh: "还没有可归因的渠道支出。把预算行的“实际数来源”设为投放数据后自动计算。",
                            en: "No channel spend is attributed yet: follow lines by ad spend data to see returns."))
            } else {
                table(proposal).html
            }
        }
    }

    private func apply(_ proposal: Rebalance) -> HTML {
        HTML {
            if !proposal.moves.isEmpty, view.book.isInForce, visit.may(.edit, .budget) {
                postForm(
                    BudgetDesk.review + "/transfers",
                    .confirm(Text(zh: "把这些调剂全部提交审批？", en: "Send all these transfers for approval?"))
                ) {
                    input(.type("hidden"), .name("budget"), .value(String(view.book.budget.number)))
                    submitButton(Text(zh: "全部提交审批", en: "Send all for approval"))
                }
            }
        }
    }

    private func table(_ proposal: Rebalance) -> DataTable<Rebalance.Move> {
        let desk = desk
        let view = view
        let positions = Dictionary(view.positions.map { ($0.id, $0) }) { first, _ in first }
        func line(_ id: Int64) -> HTML {
            guard let line = positions[id]?.line else { return HTML(verbatim: "—") }
            let returned = line.outside.flatMap { view.returns[$0]?.onSpend.number }
            return HTML {
                a(.href(RecordDesk.path(line.record))) { line.title }
                span(.class("cell-sub")) {
                    Text(zh: "投产比 ", en: "returns ")
                    returned.map { Figure.decimal($0, 2) } ?? "—"
                }
            }
        }
        let cells = proposal.moves.map { (move: $0, from: line($0.from), to: line($0.to)) }
        let texts = Dictionary(cells.map { ($0.move, ($0.from, $0.to)) }) { first, _ in first }
        return DataTable(
            Text(zh: "再平衡建议", en: "Proposal"), rows: proposal.moves,
            columns: [
                .init(Text(zh: "调出", en: "From")) { texts[$0]?.0 },
                .init(Text(zh: "调入", en: "To")) { texts[$0]?.1 },
                .init(Text(zh: "金额", en: "Amount"), figure: true) { desk.money($0.amount) },
            ])
    }
}
