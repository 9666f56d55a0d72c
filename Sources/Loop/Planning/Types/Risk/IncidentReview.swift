import Kernel
import Records

extension RecordType {
    static let incidentReview = RecordType(
        "incident_review", Text(zh: "事件复盘", en: "Incident review"), prefix: "IREV", rows: ["RK-04"],
        meaning: Text(
            zh: "事后写清成因、损失与改进，并说明预案与风险清单改了哪里。",
            en: "After an incident: cause, loss, and what changed in the plan or the register."),
        title: Text(zh: "复盘主题", en: "Subject"),
        fields: [
            RecordField("incident", Text(zh: "突发事件", en: "Incident"), .link(to: "incident")),
            RecordField("happened_on", Text(zh: "发生日期", en: "Happened on"), .day, required: true),
            RecordField("solved_on", Text(zh: "解决日期", en: "Solved on"), .day),
            RecordField(
                "hours_to_solve", Text(zh: "解决用时", en: "Hours to solve"),
                .number(NumberForm(unit: Text(zh: "小时", en: "hours"), in: 0...10_000, decimals: 1))),
            RecordField("risk", Text(zh: "对应风险", en: "Risk"), .link(to: "risk")),
            RecordField("plan", Text(zh: "启用的预案", en: "Plan used"), .link(to: "emergency_plan")),
            RecordField(
                "timeline", Text(zh: "时间线", en: "Timeline"), .longText,
                help: Text(zh: "按时刻记录谁做了什么，不评价人", en: "Who did what and when, without blame")),
            RecordField("cause", Text(zh: "根因", en: "Cause"), .longText, required: true),
            RecordField("loss", Text(zh: "损失金额", en: "Loss"), .money, resource: .budget),
            RecordField(
                "customers_hit", Text(zh: "影响客户数", en: "Customers affected"),
                .number(NumberForm(unit: Text(zh: "人", en: "people"), in: 0...1_000_000_000, decimals: 0))),
            RecordField("what_worked", Text(zh: "做对的", en: "What worked"), .longText),
            RecordField("changes", Text(zh: "改进与预案修订", en: "What changes"), .longText, required: true),
            RecordField("risk_change", Text(zh: "风险清单调整", en: "Change in the register"), .longText), .participants,
            .owner,
        ],
        states: .minutes, views: [.calendar(on: "happened_on")])
}
