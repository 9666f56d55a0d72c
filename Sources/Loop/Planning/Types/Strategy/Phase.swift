import Kernel
import Records

extension RecordType {
    static let phase = RecordType(
        "phase", Text(zh: "战略阶段", en: "Phase"), prefix: "PH", rows: ["S-03"],
        meaning: Text(
            zh: "三阶段推进的一段：起止月份、重点与资源配比；当前阶段由规划开始日推算。",
            en:
                "A stretch of the three-phase roadmap with its months, focus and resource mix; the current one follows from the plan's start."
        ),
        title: Text(zh: "阶段", en: "Phase"),
        fields: [
            RecordField("plan", Text(zh: "所属规划", en: "Strategy plan"), .link(to: "strategy_plan"), required: true),
            RecordField(
                "kind", Text(zh: "阶段类型", en: "Kind"),
                .choice([
                    Choice("phase_foundation", Text(zh: "启动期", en: "Foundation"), .info),
                    Choice("phase_scale", Text(zh: "攻坚期", en: "Scale-up"), .warning),
                    Choice("phase_ecosystem", Text(zh: "优化期", en: "Ecosystem"), .good),
                ]), required: true),
            RecordField(
                "first_month", Text(zh: "起始月", en: "First month"), .number(NumberForm(in: 0...120, decimals: 0)),
                required: true,
                help: Text(
                    zh: "规划的第几个月：7 即第 7 个月；0 表示自开始日起",
                    en: "Which month of the plan: 7 is the seventh; 0 is the day it starts")),
            RecordField(
                "last_month", Text(zh: "结束月", en: "Last month"), .number(NumberForm(in: 0...120, decimals: 0)),
                required: true),
            .startsOn, .endsOn,
            RecordField("focus", Text(zh: "重点任务", en: "Focus"), .longText),
            RecordField("people_share", Text(zh: "人力占比", en: "People"), .share, section: mix),
            RecordField("budget_share", Text(zh: "预算占比", en: "Budget"), .share, section: mix),
            RecordField("technology_share", Text(zh: "技术投入占比", en: "Technology"), .share, section: mix),
            RecordField("exit_criteria", Text(zh: "收官标准", en: "Criteria for closing"), .longText), .owner,
        ],
        states: StateMap(
            [
                RecordState("planned", Text(zh: "未开始", en: "Planned")),
                RecordState("running", Text(zh: "进行中", en: "Under way"), .info),
                RecordState("closed", Text(zh: "已收官", en: "Closed"), .good, isLocked: true),
            ],
            moves: [
                StateMove("start", Text(zh: "启动阶段", en: "Start"), from: ["planned"], to: "running"),
                StateMove(
                    "close", Text(zh: "收官", en: "Close"), from: ["running"], to: "closed", needs: ["exit_criteria"],
                    reason: true, over: MoveBlockers("milestone", by: "phase", in: ["open", "at_risk"])),
            ]),
        views: [.timeline(from: "starts_on", to: "ends_on")],
        starter: [
            StarterRecord(
                Text(zh: "启动期", en: "Foundation phase"),
                [
                    "plan": .linked([sample]), "kind": "phase_foundation", "first_month": 0, "last_month": 6,
                    "starts_on": .day(0), "ends_on": .day(181), "people_share": 0.3, "budget_share": 0.2,
                    "technology_share": 0.5,
                    "focus": .text(
                        zh: "数据打通、团队与制度、细分与定位、样板区域验证。",
                        en: "Joining data, team and rules, segments and positioning, a model region."),
                    "exit_criteria": .text(
                        zh: "指标口径统一，样板区域跑通，SMART 目标全部生效。",
                        en: "One definition per metric, the model region works, all goals have passed the SMART check."),
                ]),
            StarterRecord(
                Text(zh: "攻坚期", en: "Scale-up phase"),
                [
                    "plan": .linked([sample]), "kind": "phase_scale", "first_month": 7, "last_month": 18,
                    "starts_on": .day(182), "ends_on": .day(546), "people_share": 0.4, "budget_share": 0.5,
                    "technology_share": 0.3,
                    "focus": .text(
                        zh: "规模投放、渠道下沉、会员与私域、重点区域复制。",
                        en: "Advertising at scale, lower-tier channels, membership, copying to key regions."),
                    "exit_criteria": .text(
                        zh: "份额与复购达到中期检查点，单客获取成本可控。",
                        en: "Share and repurchase meet the checkpoints, acquisition cost is under control."),
                ]),
            StarterRecord(
                Text(zh: "优化期", en: "Ecosystem phase"),
                [
                    "plan": .linked([sample]), "kind": "phase_ecosystem", "first_month": 19, "last_month": 36,
                    "starts_on": .day(547), "ends_on": .day(1_094), "people_share": 0.3, "budget_share": 0.3,
                    "technology_share": 0.2,
                    "focus": .text(
                        zh: "生态合作、海外拓展、服务化收入、效率提升。", en: "Partners, markets abroad, income from services, efficiency."),
                    "exit_criteria": .text(zh: "战略指标达成，下一轮规划获批。", en: "Measures reached and the next plan approved."),
                ]),
        ])

    private static let mix = Text(zh: "资源配比", en: "Resource mix")
    private static let sample = "Three-year marketing strategy (sample)"
}
