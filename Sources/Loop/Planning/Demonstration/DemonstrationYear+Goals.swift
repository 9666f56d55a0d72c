import Kernel
import Records
import Warehouse

extension DemonstrationYear {
    private struct Wish {
        let title: String, family: String, metric: String
        /// Of last year's value.
        let factor: Double
        let owner: Int64
        let reason: String
    }

    /// The year's goals on last year's figures, in force; the first one is broken down by quarter and by region.
    /// - Returns: by metric.
    func writeGoals(of plan: Record, _ team: Team) async throws -> [String: Record] {
        let wishes = [
            Wish(
                title: "净销售额增长 15%", family: "sales", metric: "revenue", factor: 1.15, owner: team.sales,
                reason: "近两年复合增速 14%；新增两个重点区域与会员复购贡献约 5 个百分点。"),
            Wish(
                title: "新客户数不低于上年", family: "customer", metric: "new_customers", factor: 1, owner: team.marketing,
                reason: "预算向老客倾斜，拉新守住上年规模，获客成本不高于上年。"),
            Wish(
                title: "复购率提升一成", family: "customer", metric: "repurchase_rate", factor: 1.1, owner: team.members,
                reason: "样板区会员回访使 90 天复购提升 12%，全国推广取其下限。"),
            Wish(
                title: "净推荐值提升 8%", family: "brand", metric: "nps", factor: 1.08, owner: team.service,
                reason: "售后响应由 24 小时缩短到 8 小时，历史相关性支持 3 分提升。"),
            Wish(
                title: "私域销售占比提升一成", family: "sales", metric: "private_share", factor: 1.1,
                owner: team.members, reason: "企业微信好友净增 8 万，按上年人均贡献测算。"),
            Wish(
                title: "广告投产比提升 8%", family: "efficiency", metric: "roas", factor: 1.08, owner: team.analyst,
                reason: "压缩两个低回报渠道、素材测试常态化。"),
        ]
        var goals: [String: Record] = [:]
        for wish in wishes {
            guard let (metric, before) = try await baseline(wish.metric) else { continue }
            let unit = GoalUnit(metric.unit, records.currency)
            let goal = try await make(
                .goal, wish.title,
                [
                    "family": .text(wish.family), "horizon": .text(wish.family == "brand" ? "long" : "short"),
                    "metric": .text(wish.metric), "baseline": .number(rounded(unit.typed(before))),
                    "target": .number(rounded(unit.typed(before * wish.factor))), "feasibility": .text(wish.reason),
                    "strategy": .whole(plan.id), "owner": .whole(wish.owner), "starts_on": .day(year.start),
                    "due_on": .day(year.lastDay),
                ])
            goals[wish.metric] = try await adopt(goal, "activate")
        }
        if let revenue = goals["revenue"] { try await breakDown(revenue) }
        return goals
    }

    private func breakDown(_ record: Record) async throws {
        let goal = Goal(record, currency: records.currency)
        for way in [GoalWay.period(.quarter), .dimension(.region)] {
            let pieces = try await GoalPieces(goal, GoalFollower(warehouse)).proposed(way)
            let parts = try await GoalCascade(records).create(pieces, of: goal, by: way, in: .zh, for: .system)
            for part in parts { try await adopt(part, "activate") }
        }
    }
}
