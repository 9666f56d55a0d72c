import Kernel
import Records

extension RecordType {
    static let governanceBody = RecordType(
        "governance_body", Text(zh: "治理机构", en: "Governance body"), prefix: "GOV", rows: ["S-05"],
        meaning: Text(
            zh: "委员会的职权、会议节奏、法定人数与表决规则，成员列在“机构席位”；审批与升级指向机构而不是某个人。",
            en:
                "A committee with remit, cadence, quorum and rule of decision; its members are listed as seats; approvals and escalations go to it rather than to a person."
        ),
        title: Text(zh: "机构", en: "Body"),
        fields: [
            RecordField("remit", Text(zh: "职权范围", en: "Remit"), .longText, required: true),
            RecordField("departments", Text(zh: "组成部门", en: "Departments"), .choices(.departments)),
            RecordField("cadence", Text(zh: "会议节奏", en: "Cadence"), .choice(.cadences), required: true),
            RecordField(
                "quorum", Text(zh: "法定人数", en: "Quorum"), .share,
                help: Text(zh: "出席席位占全部席位的最低比例", en: "The least part of the seats that must be present")),
            RecordField(
                "decision_rule", Text(zh: "表决规则", en: "Rule of decision"),
                .choice([
                    Choice("unanimous", Text(zh: "全体同意", en: "All agree")),
                    Choice("majority", Text(zh: "过半数", en: "Majority")),
                    Choice("two_thirds", Text(zh: "三分之二", en: "Two thirds")),
                    Choice("chair", Text(zh: "召集人决定", en: "The chair decides")),
                    Choice("each_function", Text(zh: "各职能均须通过", en: "Every function must pass")),
                ]), required: true),
            RecordField(
                "hours_to_decide", Text(zh: "决策时限", en: "Decides within"),
                .number(NumberForm(unit: Text(zh: "小时", en: "hours"), in: 1...8_760, decimals: 0))),
            RecordField("escalates_to", Text(zh: "升级至", en: "Escalates to"), .link(to: "governance_body")), .reviewOn,
        ],
        views: [.board(by: "cadence")], starter: .governanceBodies)
}
