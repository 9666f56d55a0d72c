import Kernel
import Records

extension DemonstrationYear {
    /// The year's budget grown from what the year before cost, in force; and spend requests in their three states.
    func writeBudget(_ team: Team) async throws {
        let reader = BudgetReader(records, warehouse)
        let order = BudgetOrder(title: "\(year.start.year) 年度营销预算", period: year, base: .data, growth: 0.1)
        let made: Record
        do { made = try await BudgetBuilder(reader).make(order, in: .zh, by: .system) } catch BudgetProblem.noBase {
            return
        }
        try await BudgetBuilder(reader).fillPool(made.number, in: .zh, by: .system)
        let owned = try await records.change(
            made, from: made.version, ["owner": .whole(team.finance)], by: .system)
        try await adopt(owned, "approve")
        let book = try await reader.book(made.number, for: .system)
        let lines = book.positions.map(\.line).filter { !$0.isPool }
        guard let line = lines.first(where: { $0.source != .media }) ?? lines.first else { return }
        try await request("双 11 主视觉与素材外包", line, 0.06, "光合创意", approved: true, paid: true)
        try await request("会员日快闪物料", line, 0.04, "城南展陈", approved: true, paid: false)
        try await request("年货节种草达人合作", line, 0.1, "小满传媒", approved: false, paid: false)
    }

    /// A share of the line's plan, in whole hundreds of the currency.
    private func request(
        _ title: String, _ line: BudgetLine, _ share: Double, _ supplier: String, approved: Bool, paid: Bool
    ) async throws {
        let hundred = (0..<records.currency.decimals).reduce(Int64(100)) { units, _ in units * 10 }
        let amount = max(1, Int64(Double(line.planned) * share) / hundred) * hundred
        if amount > line.planned / 5 { return }
        let request = try await make(
            .spendRequest, title,
            [
                "line": .whole(line.id), "amount": .whole(amount), "supplier": .text(supplier),
                "purpose": .text("支持年度目标的重点活动，效果以对应指标复核。"), "needed_on": .day(today + (paid ? -20 : 10)),
            ])
        guard approved else { return }
        let agreed = try await adopt(request, "approve")
        guard paid else { return }
        let noted = try await records.change(
            agreed, from: agreed.version, ["paid": .whole(amount), "paid_on": .day(today - 12)], by: .system)
        try await move(noted, "pay")
    }
}
