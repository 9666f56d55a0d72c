import Kernel
import Planning
import Records
import Store
import Warehouse

/// What channels brought in the past, what follows for the next year, and the quarterly move of money (BU-02, BU-04).
enum BudgetReviewPages {
    static let title = Text(zh: "渠道回报与再平衡", en: "Returns and re-balance")

    static func routes(_ desk: BudgetDesk) -> [Route] {
        [
            .get(BudgetDesk.review, .allowed(.view, .budget), menu: MenuEntry(.plan, title, order: 17)) { visit in
                .page(try await page(visit, desk))
            },
            .post(BudgetDesk.review + "/transfers", .allowed(.edit, .budget)) { visit in
                try await transfers(visit, desk)
            },
        ]
    }

    private static func page(_ visit: Visit, _ desk: BudgetDesk) async throws -> Page {
        let author = try RecordDesk.author(visit)
        let chosen = try await desk.chosen(visit)
        let constants = try await desk.reader.constants(for: author)
        // Before the budget's own period; without a budget, before the next year.
        let period =
            chosen.map { BudgetBook($0.budget, lines: []).period }
            ?? Period(.year, holding: desk.today.adding(months: 12))
        async let past = ChannelHistory.read(
            before: period, growth: constants.industryGrowth, from: desk.app.warehouse)
        let view = try await read(chosen?.budget, desk, author)
        let history = try await past
        return Page(
            title, pretitle: chosen.map { Text(verbatim: "\($0.budget.code) · \($0.budget.title)") } ?? Step.plan.name,
            lead: Text(
                zh: "回报高的渠道加码，回报低的压缩；总额随行业增长调整，逐分对齐。",
                en:
                    "More for channels that return much, less for those that don't; the total follows the industry, to the fen."
            ),
            hasCharts: true
        ) {
            if let chosen {
                tabs(BudgetPages.tabRow(chosen.budget, BudgetDesk.review), label: Text(zh: "预算", en: "Budget"))
                desk.picker(BudgetDesk.review, chosen.budget, chosen.all)
            }
            if let view { RebalancePart(view: view, desk: desk, visit: visit).html }
            HistoryPart(history: history, growth: constants.industryGrowth, desk: desk).html
        }
        .footnote(
            Text(
                zh: "投产比按广告渠道归因；转化为新客户数 ÷ 点击数，客单价取该渠道来源客户的已支付订单。按 \(visit.app.zone.identifier) 计日。",
                en:
                    "Returns are attributed by ad channel; conversion is new customers per click; baskets are paid orders of customers who came by the channel. Days of \(visit.app.zone.identifier)."
            ))
    }

    private static func read(_ budget: Record?, _ desk: BudgetDesk, _ author: RecordAuthor) async throws -> BudgetView?
    {
        guard let budget else { return nil }
        return try await desk.reader.view(budget.number, today: desk.today, for: author)
    }

    static func rebalance(_ view: BudgetView, _ currency: Currency) -> Rebalance {
        let returns = view.positions.reduce(into: [Int64: Double]()) { found, position in
            guard position.line.source == .media, let code = position.line.outside else { return }
            found[position.id] = view.returns[code]?.onSpend.number
        }
        return Rebalance(
            view.positions, returns: returns,
            unit: (0..<currency.decimals).reduce(Int64(1)) { units, _ in units * 10 })
    }

    /// The proposal's transfers, each sent for approval; all of them in one go or none.
    private static func transfers(_ visit: Visit, _ desk: BudgetDesk) async throws -> Reply {
        let author = try RecordDesk.author(visit)
        guard let number = visit.form.int("budget") else { throw WebProblem.pageUnknown }
        let view = try await desk.reader.view(Int64(number), today: desk.today, for: author)
        let proposal = rebalance(view, desk.currency)
        let names = Dictionary(view.positions.map { ($0.id, $0.line) }) { first, _ in first }
        let reason = Text(
            zh: "季度 ROI 复核：由低回报渠道调往高回报渠道，平均投产比 \(Figure.decimal(proposal.mean, 2))",
            en: "Quarterly review of returns: from low to high; the mean is \(Figure.decimal(proposal.mean, 2))")
        let records = desk.records.records
        let approvals = desk.records.approvals
        // All of them are made and asked for, or none: half a proposal would leave money where nobody meant it to be.
        let made = try await records.store.write { db in
            try proposal.moves.map { move in
                let made = try records.create(
                    db, .budgetTransfer,
                    [
                        "title": .text("\(names[move.from]?.code ?? "") → \(names[move.to]?.code ?? "")"),
                        "from_line": .whole(move.from), "to_line": .whole(move.to), "amount": .whole(move.amount),
                        "reason": .text(reason[visit.language]),
                    ], by: author)
                return try approvals.request(
                    db, "apply", of: made, from: made.version, note: reason[visit.language], by: author)
            }
        }
        return Reply.redirect(to: "\(BudgetDesk.tracking)?budget=\(number)").flashing(
            Text(zh: "\(made.count) 笔调剂已提交审批。", en: "\(made.count) transfers are sent for approval."))
    }
}
