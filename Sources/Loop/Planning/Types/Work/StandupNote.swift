import Kernel
package import Records

extension RecordType {
    package static let standupNote = RecordType(
        "standup_note", Text(zh: "站会纪要", en: "Stand-up note"), prefix: "DAY", resource: .campaign, rows: ["WF-06"],
        meaning: Text(
            zh: "每日一条：昨天、今天、阻碍与偏差，周末汇总成周报。",
            en: "One a day: yesterday, today, obstacles and deviations; the week is summed up from them."),
        title: Text(zh: "日期与小组", en: "Day and group"),
        fields: [
            RecordField("held_on", Text(zh: "日期", en: "Date"), .day, required: true),
            RecordField("done", Text(zh: "昨天完成", en: "Done"), .longText, required: true),
            RecordField("doing", Text(zh: "今天做", en: "Doing"), .longText),
            RecordField("blocked", Text(zh: "阻碍", en: "Blocked"), .longText),
            RecordField("deviation", Text(zh: "与计划的偏差", en: "Deviation from plan"), .longText),
            RecordField(
                "figures", Text(zh: "关键数字", en: "Figures"), .longText,
                help: Text(zh: "点击、成交、留资等，写口径", en: "Clicks, orders, contacts, and how they were counted")),
            RecordField("needs", Text(zh: "需要谁支持", en: "Help from"), .choices(.departments)),
            RecordField("decision", Text(zh: "引出的决定", en: "Decision it led to"), .link(to: "shared_decision")), .owner,
        ],
        states: .minutes, views: [.calendar(on: "held_on")])
}
