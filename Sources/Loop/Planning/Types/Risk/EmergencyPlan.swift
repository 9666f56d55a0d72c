import Kernel
import Records

extension RecordType {
    static let emergencyPlan = RecordType(
        "emergency_plan", Text(zh: "应急预案", en: "Emergency plan"), prefix: "EMG", rows: ["RK-02"],
        meaning: Text(
            zh: "按事件类型预先写好的步骤、值守分工、时限与备用金，48 小时内解决。",
            en:
                "Steps written down in advance by kind of incident, with people on call, clock and reserve; solved within 48 hours."
        ),
        title: Text(zh: "预案", en: "Plan"),
        fields: [
            RecordField(
                "kind", Text(zh: "事件类型", en: "Incident"), .choice(.incidentKinds), required: true),
            RecordField("trigger", Text(zh: "启动条件", en: "When it starts"), .longText, required: true),
            RecordField(
                "level", Text(zh: "分级", en: "Level"), .choice(.incidentLevels)),
            RecordField(
                "hours", Text(zh: "解决时限", en: "Solve within"),
                .number(NumberForm(unit: Text(zh: "小时", en: "hours"), in: 1...720, decimals: 0)), required: true),
            RecordField("on_call", Text(zh: "值守与职责", en: "On call"), .longText),
            RecordField("body", Text(zh: "指挥机构", en: "Command"), .link(to: "governance_body")),
            RecordField("first_hour", Text(zh: "第一小时动作", en: "The first hour"), .longText),
            RecordField("communication", Text(zh: "对外口径", en: "Line to take"), .longText),
            RecordField("reserve", Text(zh: "可动用备用金", en: "Reserve"), .money), .owner,
            RecordField("drill_on", Text(zh: "下次演练", en: "Next drill"), .day),
        ],
        views: [.board(by: "kind"), .calendar(on: "drill_on")], starter: .emergencyPlans)
}
