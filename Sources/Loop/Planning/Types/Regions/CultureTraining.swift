import Kernel
import Records

extension RecordType {
    static let cultureTraining = RecordType(
        "culture_training", Text(zh: "文化培训记录", en: "Culture training"), prefix: "CULT", resource: .campaign,
        rows: ["RG-03"],
        meaning: Text(
            zh: "本地商务礼仪、谈判与危机案例的培训：谁参加、学到什么、如何用。",
            en: "Training in local etiquette, negotiation and crisis cases: who came, what was learned, how it is used."
        ),
        title: Text(zh: "培训主题", en: "Topic"),
        fields: [
            RecordField("held_on", Text(zh: "日期", en: "Held on"), .day, required: true), .region,
            RecordField("team", Text(zh: "团队", en: "Team"), .link(to: "team_plan")),
            RecordField(
                "kind", Text(zh: "类型", en: "Kind"),
                .choice([
                    Choice("etiquette", Text(zh: "商务礼仪", en: "Etiquette")),
                    Choice("negotiation", Text(zh: "谈判", en: "Negotiation")),
                    Choice("crisis", Text(zh: "危机案例", en: "Crisis case"), .warning),
                ]), required: true),
            RecordField("trainer", Text(zh: "讲师", en: "Trainer"), .line),
            RecordField("attendees", Text(zh: "出席", en: "Attendees"), .longText),
            RecordField("content", Text(zh: "要点", en: "Points"), .longText),
            RecordField("cases", Text(zh: "案例与反例", en: "Cases"), .longText),
            RecordField(
                "test_passed", Text(zh: "通过考核人数", en: "Passed the test"),
                .number(NumberForm(unit: Text(zh: "人", en: "people"), in: 0...10_000, decimals: 0))),
            RecordField("applied_to", Text(zh: "用到何处", en: "Where it is used"), .longText),
        ],
        states: .minutes, views: [.calendar(on: "held_on"), .board(by: "kind")],
        starter: [
            StarterRecord(
                Text(zh: "商务礼仪与座次", en: "Business etiquette and seating"),
                [
                    "held_on": .day(7), "kind": "etiquette",
                    "content": .text(
                        zh: "称呼、名片、座次、敬酒与时间观念。", en: "Forms of address, cards, seating, toasts, punctuality."),
                    "cases": .text(zh: "因座次误解导致谈判中断的两个案例。", en: "Two talks that broke off over seating."),
                ]),
            StarterRecord(
                Text(zh: "谈判风格与让步节奏", en: "Negotiation style and rhythm of concessions"),
                [
                    "held_on": .day(37), "kind": "negotiation",
                    "content": .text(
                        zh: "先关系后条件的谈判如何留出让步空间。", en: "How to leave room for concessions where relations come first."),
                ]),
            StarterRecord(
                Text(zh: "本地危机案例演练", en: "Local crisis exercise"),
                [
                    "held_on": .day(67), "kind": "crisis",
                    "content": .text(
                        zh: "产品投诉在本地论坛发酵，24 小时内怎么做。",
                        en: "A complaint grows on a local forum: what to do within 24 hours."),
                    "cases": .text(zh: "演练角色、发言口径与升级路径。", en: "Roles, line to take, escalation."),
                ]),
        ])
}
