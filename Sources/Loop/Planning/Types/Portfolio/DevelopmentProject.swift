import Kernel
import Records

extension RecordType {
    static let developmentProject = RecordType(
        "development_project", Text(zh: "研发项目", en: "Development project"), prefix: "DEV", rows: ["PP-07"],
        meaning: Text(
            zh: "归入某个战略桶的研发项目：预算、已用、预期回报与阶段闸口。",
            en: "A development project charged to a bucket: budget, spent, expected return, gates."),
        title: Text(zh: "项目", en: "Project"),
        fields: [
            RecordField("bucket", Text(zh: "所属战略桶", en: "Bucket"), .link(to: "strategic_bucket"), required: true),
            RecordField("roadmap", Text(zh: "路线图项", en: "Roadmap item"), .link(to: "roadmap_item")),
            RecordField("planned", Text(zh: "预算", en: "Budget"), .money),
            RecordField("spent", Text(zh: "已用", en: "Spent"), .money, resource: .budget),
            RecordField("expected_return", Text(zh: "预期回报", en: "Expected return"), .longText),
            RecordField(
                "gate", Text(zh: "闸口", en: "Gate"),
                .choice([
                    Choice("idea", Text(zh: "立项", en: "Started")), Choice("prototype", Text(zh: "样件", en: "Prototype")),
                    Choice("test", Text(zh: "测试", en: "Test"), .info),
                    Choice("trial", Text(zh: "试销", en: "Trial"), .warning),
                    Choice("done", Text(zh: "结项", en: "Closed"), .good),
                ])),
            RecordField("stop_if", Text(zh: "终止条件", en: "Stop if"), .longText), .startsOn, .dueOn,
            RecordField("team", Text(zh: "产品团队", en: "Product team"), .link(to: "product_team")), .owner,
        ],
        states: .work, views: [.board(by: "gate"), .timeline(from: "starts_on", to: "due_on")],
        starter: [
            StarterRecord(
                Text(zh: "可降解外包装开发", en: "Degradable packaging"),
                [
                    "bucket": .linked(["Incremental"]), "gate": "prototype", "starts_on": .day(-60),
                    "due_on": .day(120),
                    "stop_if": .text(
                        zh: "单件成本增加超过 0.3 元，或跌落测试不合格率高于 1%。",
                        en: "Cost per piece rises by more than 0.3 yuan, or more than 1 % fail the drop test."),
                    "expected_return": .text(
                        zh: "包装成本持平，会员好感与回收率提升。", en: "Same packaging cost, better regard and recovery."),
                ]),
            StarterRecord(
                Text(zh: "语音识别操作模块", en: "Voice control module"),
                [
                    "bucket": .linked(["Breakthrough"]), "gate": "idea", "starts_on": .day(0), "due_on": .day(540),
                    "stop_if": .text(
                        zh: "识别率 12 个月内达不到 95%，或核心专利被规避。",
                        en: "Recognition stays below 95 % for twelve months, or others avoid the core patent."),
                ]),
        ])
}
