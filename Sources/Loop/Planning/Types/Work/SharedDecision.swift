import Kernel
import Records

extension RecordType {
    static let sharedDecision = RecordType(
        "shared_decision", Text(zh: "决议", en: "Decision"), prefix: "DEC", resource: .campaign, rows: ["WF-08"],
        meaning: Text(
            zh: "哪个机构在什么时候、依据什么定了什么，后来的人查得到。",
            en: "Which body decided what, when and why; those who come later can look it up."),
        title: Text(zh: "决议事项", en: "Matter"),
        fields: [
            RecordField("body", Text(zh: "决策机构", en: "Body"), .link(to: "governance_body")),
            RecordField("decided_on", Text(zh: "日期", en: "Decided on"), .day, required: true), .participants,
            RecordField("question", Text(zh: "议题", en: "Question"), .longText, required: true),
            RecordField("options", Text(zh: "考虑过的方案", en: "Options considered"), .longText),
            RecordField("decision", Text(zh: "决定", en: "Decision"), .longText, required: true),
            RecordField(
                "reasons", Text(zh: "理由与依据", en: "Reasons"), .longText,
                help: Text(zh: "指标、调研与成本，不写“经讨论一致认为”", en: "Figures, research and cost; not after discussion we agreed")
            ),
            RecordField("dissent", Text(zh: "保留意见", en: "Dissent"), .longText),
            RecordField("departments", Text(zh: "落实部门", en: "Carried out by"), .choices(.departments)), .dueOn,
            RecordField("goals", Text(zh: "影响的目标", en: "Goals"), .links(to: "goal")), .owner,
        ],
        states: .minutes, views: [.calendar(on: "decided_on"), .board(by: nil)])
}
