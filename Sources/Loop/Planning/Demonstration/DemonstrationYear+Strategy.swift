import Kernel
import Records
import Warehouse

extension DemonstrationYear {
    func writeStrategy(_ team: Team) async throws -> Record {
        let last = Period(.year, holding: year.start.adding(months: 24)).lastDay
        let title = "\(year.start.year)–\(last.year) 营销战略"
        let plan = try await make(
            .strategyPlan, title,
            [
                "horizon": .text("three_years"), "starts_on": .day(year.start), "ends_on": .day(last),
                "owner": .whole(team.chief), "themes": .codes(["positioning", "value", "conversion", "reputation"]),
                "vision": .text("成为一二线城市年轻家庭在本品类的第一选择。"),
                "challenge": .text("获客成本逐年上升，而首单客户 90 天内回头的不到三成；增长过度依赖大促。"),
                "choices": .text("聚焦高复购品类与核心人群；用会员与企业微信私域提升复购；不做全线低价，不进入无供应链优势的品类。"),
                "assumptions": .text("细分市场保持两位数增长；主要原料价格波动不超过 10%；平台流量规则无重大变化。"),
            ])
        try await writePhases(of: plan, team)
        try await writeMeasures(of: plan, team)
        return try await adopt(plan, "approve")
    }

    /// Phases follow from the months; what lies behind is closed.
    private func writePhases(of plan: Record, _ team: Team) async throws {
        let parts: [(String, String, Int64, Int64, (Double, Double, Double), String, String)] = [
            (
                "启动期：打通数据与样板", "phase_foundation", 0, 6, (0.3, 0.2, 0.5), "数据打通、口径统一、会员体系与样板区域验证。",
                "指标口径统一，样板区域连续两个月达标，年度目标全部生效。"
            ),
            (
                "攻坚期：规模与复购", "phase_scale", 7, 18, (0.4, 0.5, 0.3), "规模投放、会员与私域、重点区域复制。",
                "复购率与私域占比达到中期检查点，获客成本可控。"
            ),
            (
                "优化期：生态与效率", "phase_ecosystem", 19, 36, (0.3, 0.3, 0.2), "生态合作、服务化收入、投放效率提升。",
                "战略指标达成，下一轮规划获批。"
            ),
        ]
        for (title, kind, first, last, mix, focus, criteria) in parts {
            let from = year.start.adding(months: Int(max(0, first - 1)))
            let upTo = year.start.adding(months: Int(last))
            let phase = try await make(
                .phase, title,
                [
                    "plan": .whole(plan.id), "kind": .text(kind), "first_month": .number(Double(first)),
                    "last_month": .number(Double(last)), "starts_on": .day(from), "ends_on": .day(upTo - 1),
                    "focus": .text(focus), "exit_criteria": .text(criteria), "people_share": .number(mix.0),
                    "budget_share": .number(mix.1), "technology_share": .number(mix.2), "owner": .whole(team.marketing),
                ])
            try await writeMilestones(of: phase, from: from, upTo: upTo, team)
            if from <= today {
                let running = try await move(phase, "start")
                if upTo <= today { try await move(running, "close", "收官标准全部达到，营销委员会确认。") }
            }
        }
    }

    private func writeMilestones(of phase: Record, from: Day, upTo: Day, _ team: Team) async throws {
        let all: [String: [(String, Double, String)]] = [
            "phase_foundation": [
                ("指标口径字典发布", 0.35, "全部考核指标的口径、来源与负责人确认。"), ("样板区域验收", 0.95, "华东样板区连续两个月达成转化与费效目标。"),
            ],
            "phase_scale": [
                ("会员体系 2.0 上线", 0.3, "等级、权益与积分规则全渠道一致。"), ("五个重点区域复制完成", 0.9, "按同一打法运营并达标。"),
            ],
            "phase_ecosystem": [("下一轮战略规划获批", 0.97, "营销战略委员会表决通过。")],
        ]
        for (title, share, criteria) in all[phase.text("kind") ?? ""] ?? [] {
            let due = from + Int(Double(upTo - from) * share)
            let milestone = try await make(
                .milestone, title,
                [
                    "phase": .whole(phase.id), "due_on": .day(due), "criteria": .text(criteria),
                    "owner": .whole(team.marketing), "reached_on": due < today - 30 ? .day(due - 2) : nil,
                ].compactMapValues { $0 })
            if due < today - 30 { try await move(milestone, "reach") }
        }
    }

    private func writeMeasures(of plan: Record, _ team: Team) async throws {
        let ends = Period(.year, holding: year.start.adding(months: 24)).lastDay
        for (title, id, factor, owner) in [
            ("净推荐值", "nps", 1.25, team.service), ("私域销售占比", "private_share", 1.4, team.members),
            ("复购率", "repurchase_rate", 1.2, team.members),
        ] {
            guard let (metric, before) = try await baseline(id) else { continue }
            let unit = GoalUnit(metric.unit, records.currency)
            try await make(
                .strategyMeasure, title,
                [
                    "plan": .whole(plan.id), "metric": .text(id), "baseline": .number(rounded(unit.typed(before))),
                    "target": .number(rounded(unit.typed(before * factor))), "baseline_on": .day(year.start),
                    "due_on": .day(ends), "path": .text("linear"), "owner": .whole(owner),
                ])
        }
    }

    /// As a person would write it.
    func rounded(_ value: Double) -> Double {
        abs(value) >= 1_000 ? (value / 100).rounded() * 100 : (value * 10).rounded() / 10
    }
}
