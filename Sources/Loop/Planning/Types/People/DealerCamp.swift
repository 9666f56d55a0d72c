import Kernel
import Records

extension RecordType {
    static let dealerCamp = RecordType(
        "dealer_camp", Text(zh: "经销商成长营", en: "Dealer growth camp"), prefix: "CAMP", resource: .dealer, rows: ["CH-08"],
        meaning: Text(
            zh: "经销商的工作坊、走访与一对一辅导：议题、出席、产出与跟进。",
            en: "Workshops, visits and one-to-one advice for dealers: topics, attendance, output, follow-up."),
        title: Text(zh: "场次", en: "Session"),
        fields: [
            RecordField(
                "kind", Text(zh: "形式", en: "Kind"),
                .choice([
                    Choice("workshop", Text(zh: "季度工作坊", en: "Quarterly workshop")),
                    Choice("visit", Text(zh: "标杆走访", en: "Visit")),
                    Choice("advice", Text(zh: "一对一辅导", en: "One-to-one"), .info),
                    Choice("plan", Text(zh: "年度经营计划", en: "Yearly plan"), .good),
                ]), required: true),
            RecordField("held_on", Text(zh: "日期", en: "Held on"), .day, required: true), .region,
            RecordField("dealers", Text(zh: "参与经销商", en: "Dealers"), .longText),
            RecordField(
                "attended", Text(zh: "出席人数", en: "Attended"),
                .number(NumberForm(unit: Text(zh: "人", en: "people"), in: 0...10_000, decimals: 0))),
            RecordField("topics", Text(zh: "议题", en: "Topics"), .longText),
            RecordField("output", Text(zh: "产出", en: "Output"), .longText),
            RecordField("follow_up", Text(zh: "跟进事项", en: "Follow-up"), .longText), .dueOn,
            RecordField("cost", Text(zh: "费用", en: "Cost"), .money),
            RecordField("rating", Text(zh: "满意度", en: "Satisfaction"), .scale(1...5)), .owner,
        ],
        states: .work, views: [.calendar(on: "held_on"), .board(by: "kind")],
        starter: [
            StarterRecord(
                Text(zh: "第一季度工作坊：动销与陈列", en: "Q1 workshop: sell-through and display"),
                [
                    "kind": "workshop", "held_on": .day(30),
                    "topics": .text(
                        zh: "1. 动销数据怎么看。\n2. 陈列与堆头标准。\n3. 下季度活动共创。",
                        en: "1. Reading sell-through.\n2. Display standards.\n3. Next quarter together."),
                    "output": .text(zh: "每家一份 90 天动作清单。", en: "A 90-day list for each dealer."),
                ]),
            StarterRecord(
                Text(zh: "年度经营计划辅导", en: "Advice on the yearly business plan"),
                [
                    "kind": "plan", "held_on": .day(60),
                    "topics": .text(
                        zh: "目标拆解、库存与资金、团队与培训、返利测算。", en: "Targets, stock and money, team and training, rebates."),
                    "output": .text(zh: "签署年度经营计划与季度里程碑。", en: "A signed plan with quarterly milestones."),
                ]),
        ])
}
