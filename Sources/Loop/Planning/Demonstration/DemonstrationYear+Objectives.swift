import Kernel
import Records
import Warehouse

extension DemonstrationYear {
    /// Two objectives of the running quarter, with key results that stand where their metrics stand.
    func writeObjectives(for goals: [String: Record], _ team: Team) async throws {
        let quarter = Period(.quarter, holding: today)
        let cycle = "\(quarter.start.year)Q\((quarter.start.month + 2) / 3)"
        let returning = try await objective(
            "让更多新客在 90 天内成为回头客", cycle, quarter, goals["repurchase_rate"], team.members,
            "拉新成本上升，首单后 30 天无触达的客户流失最快。")
        try await keyResult("月复购率提升一成", of: returning, "repurchase_rate", 1.1, quarter, team.members, 6)
        try await keyResult("私域销售占比再提升 5%", of: returning, "private_share", 1.05, quarter, team.members, 7)
        let trusted = try await objective(
            "在核心人群中建立“专业可靠”的口碑", cycle, quarter, goals["nps"], team.content, "搜索流量集中在品类词，品牌词占比低。")
        try await keyResult("净推荐值提升 3%", of: trusted, "nps", 1.03, quarter, team.service, 6)
        try await keyResult("正面声量占比提升 4%", of: trusted, "positive_share", 1.04, quarter, team.content, 5)
    }

    private func objective(
        _ title: String, _ cycle: String, _ quarter: Period, _ goal: Record?, _ owner: Int64, _ why: String
    ) async throws -> Record {
        var values: RecordValues = [
            "cycle": .text(cycle), "department": .text("marketing"), "owner": .whole(owner), "why": .text(why),
            "starts_on": .day(quarter.start), "ends_on": .day(quarter.lastDay),
        ]
        values["goal"] = goal.map { .whole($0.id) }
        return try await move(try await make(.objective, title, values), "align")
    }

    private func month(before day: Day) -> Period { Period(from: day - 30, upTo: day) }

    /// From the thirty days before the quarter to so many times of it; a check-in reads the thirty days before its own.
    private func keyResult(
        _ title: String, of objective: Record, _ id: String, _ factor: Double, _ quarter: Period, _ owner: Int64,
        _ confidence: Int64
    ) async throws {
        guard let (metric, start) = try await value(id, in: month(before: quarter.start)) else { return }
        let unit = GoalUnit(metric.unit, records.currency)
        let now = try await value(id, in: month(before: today + 1))?.value ?? start
        let result = try await make(
            .keyResult, title,
            [
                "objective": .whole(objective.id), "metric": .text(id), "baseline": .number(rounded(unit.typed(start))),
                "target": .number(rounded(unit.typed(start * factor))), "current": .number(rounded(unit.typed(now))),
                "ambition": .text("committed"), "confidence": .whole(confidence), "owner": .whole(owner),
                "due_on": .day(quarter.lastDay),
            ])
        var day = quarter.start + 13
        while day <= today {
            if let then = try await value(id, in: month(before: day + 1))?.value {
                let checkIn = try await make(
                    .checkIn, then >= start ? "按计划推进" : "低于起点，正在补救",
                    [
                        "key_result": .whole(result.id), "held_on": .day(day),
                        "value": .number(rounded(unit.typed(then))), "confidence": .whole(confidence),
                        "owner": .whole(owner), "next_steps": .text("继续执行既定动作，两周后复核数据。"),
                    ])
                try await move(checkIn, "finalise")
            }
            day = day + 14
        }
        try await move(result, "start")
    }
}
