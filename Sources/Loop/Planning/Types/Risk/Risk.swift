import Kernel
import Records

extension RecordType {
    static let risk = RecordType(
        "risk", Text(zh: "风险", en: "Risk"), prefix: "RISK", rows: ["RK-01"],
        meaning: Text(
            zh: "风险清单：可能性、影响、责任人、预警指标与门槛、应对方案；指标越线时状态随之升级。",
            en:
                "The risk register: likelihood, impact, owner, indicator and threshold, response; when the indicator passes the line, the state rises."
        ),
        title: Text(zh: "风险", en: "Risk"),
        fields: [
            RecordField(
                "kind", Text(zh: "类型", en: "Kind"),
                .choice([
                    Choice("competition", Text(zh: "竞争加剧", en: "Stronger competition")),
                    Choice("policy", Text(zh: "政策变化", en: "Policy change")),
                    Choice("sentiment", Text(zh: "负面舆情", en: "Negative sentiment")),
                    Choice("budget", Text(zh: "预算超支", en: "Budget overrun")),
                    Choice("channel", Text(zh: "渠道冲突", en: "Channel conflict")),
                    Choice("complaint", Text(zh: "投诉激增", en: "Complaint spike")),
                    Choice("technical", Text(zh: "技术与数据", en: "Technology and data")),
                    Choice("other", Text(zh: "其他", en: "Other")),
                ]), required: true),
            .score("likelihood", Text(zh: "可能性", en: "Likelihood")),
            .score("impact", Text(zh: "影响程度", en: "Impact")),
            RecordField("causes", Text(zh: "成因", en: "Causes"), .longText),
            RecordField("effects", Text(zh: "可能后果", en: "Effects"), .longText),
            RecordField(
                "indicator", Text(zh: "预警指标", en: "Indicator"), .metric,
                help: Text(zh: "指标越线即升级状态", en: "The state rises when it passes the line"), section: warning),
            RecordField(
                "comparison", Text(zh: "判断方式", en: "Test"),
                .choice([
                    Choice("above", Text(zh: "高于", en: "Above")), Choice("below", Text(zh: "低于", en: "Below")),
                ]), section: warning),
            RecordField(
                "threshold", Text(zh: "门槛", en: "Threshold"), .number(NumberForm()), help: RecordField.inMetricUnit,
                section: warning),
            RecordField("prevention", Text(zh: "预防措施", en: "Prevention"), .longText),
            RecordField("response", Text(zh: "应对方案", en: "Response"), .link(to: "emergency_plan")),
            RecordField("reserve", Text(zh: "预留费用", en: "Reserve"), .money),
            RecordField("goals", Text(zh: "影响的目标", en: "Goals at stake"), .links(to: "goal")), .owner, .reviewOn,
        ],
        states: StateMap(
            [
                RecordState("watched", Text(zh: "观察", en: "Watched"), .good),
                RecordState("warned", Text(zh: "预警", en: "Warned"), .warning),
                RecordState("occurred", Text(zh: "已发生", en: "Occurred"), .danger),
                RecordState("closed", Text(zh: "已关闭", en: "Closed"), .plain, isLocked: true),
            ],
            moves: [
                StateMove("warn", Text(zh: "升级为预警", en: "Warn"), from: ["watched"], to: "warned"),
                StateMove(
                    "occur", Text(zh: "确认发生", en: "It happened"), from: ["watched", "warned"], to: "occurred",
                    needs: ["owner", "response"]),
                StateMove(
                    "calm", Text(zh: "解除预警", en: "Calm"), from: ["warned", "occurred"], to: "watched", reason: true),
                StateMove(
                    "close", Text(zh: "关闭", en: "Close"), from: ["watched", "warned", "occurred"], to: "closed",
                    reason: true),
                StateMove("reopen", Text(zh: "重新登记", en: "Register again"), from: ["closed"], to: "watched"),
            ]),
        views: [
            .matrix(across: "likelihood", down: "impact"), .board(by: nil), .board(by: "kind"),
            .calendar(on: "review_on"),
        ], starter: .risks)

    private static let warning = Text(zh: "预警", en: "Warning")
}
