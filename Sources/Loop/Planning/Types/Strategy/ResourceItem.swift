import Kernel
import Records

extension RecordType {
    static let resourceItem = RecordType(
        "resource_item", Text(zh: "资源盘点项", en: "Resource item"), prefix: "RES", rows: ["S-10"],
        meaning: Text(
            zh: "预算、团队、技术与合作伙伴的现状，逐项判断是优势还是缺口。",
            en: "What we have in money, people, technology and partners, and whether it is a strength or a gap."),
        title: Text(zh: "资源", en: "Resource"),
        fields: [
            RecordField(
                "kind", Text(zh: "类别", en: "Kind"),
                .choice([
                    Choice("budget", Text(zh: "预算", en: "Budget")), Choice("team", Text(zh: "团队", en: "Team")),
                    Choice("technology", Text(zh: "技术", en: "Technology")),
                    Choice("partner", Text(zh: "合作伙伴", en: "Partner")), Choice("data", Text(zh: "数据", en: "Data")),
                    Choice("supply", Text(zh: "供应链", en: "Supply")),
                ]), required: true),
            RecordField("amount", Text(zh: "数量", en: "Amount"), .number(NumberForm())),
            RecordField("unit", Text(zh: "单位", en: "Unit"), .text(limit: 20)),
            RecordField(
                "judgement", Text(zh: "判断", en: "Judgement"),
                .choice([
                    Choice("strength", Text(zh: "优势", en: "Strength"), .good),
                    Choice("enough", Text(zh: "够用", en: "Enough")), Choice("gap", Text(zh: "缺口", en: "Gap"), .danger),
                ]), required: true),
            RecordField("needed", Text(zh: "计划所需", en: "Needed"), .number(NumberForm())),
            RecordField("action", Text(zh: "补足或用足的动作", en: "What we do about it"), .longText), .evidence,
            RecordField("counted_on", Text(zh: "盘点日期", en: "Counted on"), .day), .owner,
        ],
        views: [.board(by: "judgement"), .matrix(across: "kind", down: "judgement")],
        starter: [
            StarterRecord(
                Text(zh: "内容团队产能", en: "Capacity of the content team"),
                [
                    "kind": "team", "unit": .text(zh: "条/月", en: "pieces a month"), "judgement": "gap",
                    "action": .text(
                        zh: "补一名短视频编导；常规图文改为模板化生产。", en: "Hire a video director; make routine pieces from templates."),
                ]),
            StarterRecord(
                Text(zh: "会员标签与数据中台", en: "Member tags and data platform"),
                [
                    "kind": "data", "amount": 200, "unit": .text(zh: "个标签", en: "tags"), "judgement": "strength",
                    "action": .text(zh: "把标签用于触发而不是群发。", en: "Use tags for triggers, not for bulk messages."),
                ]),
            StarterRecord(
                Text(zh: "可机动的营销预算", en: "Movable marketing budget"),
                [
                    "kind": "budget", "judgement": "enough",
                    "action": .text(
                        zh: "保留 10%–15% 弹性空间，季度复核。", en: "Keep 10–15 % flexible and look at it each quarter."),
                ]),
        ])
}
