import Kernel
package import Records

extension RecordType {
    package static let shareLever = RecordType(
        "share_lever", Text(zh: "份额抓手", en: "Share lever"), prefix: "LEV", rows: ["S-02"],
        meaning: Text(
            zh: "用来拉动市场份额的举措：对应哪个细分和目标、预计贡献几个百分点、由谁推进、进展如何。",
            en:
                "What is to move a market share: for which segment and goals, by how many points, by whom, and how far it is."
        ),
        title: Text(zh: "举措", en: "Lever"),
        fields: [
            RecordField("segment", Text(zh: "份额细分", en: "Share segment"), .link(to: "market_segment"), required: true),
            RecordField("goals", Text(zh: "拉动的份额目标", en: "Share goals it moves"), .links(to: "goal")),
            RecordField(
                "kind", Text(zh: "抓手类型", en: "Kind"),
                .choice([
                    Choice("product", Text(zh: "产品迭代", en: "Product iteration")),
                    Choice("reach", Text(zh: "渠道下沉", en: "Lower-tier channel reach")),
                    Choice("premium", Text(zh: "品牌溢价", en: "Brand premium")),
                    Choice("price", Text(zh: "价格与促销", en: "Price and promotion")),
                    Choice("focus", Text(zh: "聚焦高增长细分", en: "Focus on fast growth")),
                    Choice("other", Text(zh: "其他", en: "Other")),
                ]), required: true),
            RecordField(
                "expected_points", Text(zh: "预计贡献", en: "Expected gain"),
                .number(NumberForm(unit: Text(zh: "个百分点", en: "points"), in: -100...100))),
            RecordField("work_plan", Text(zh: "执行计划", en: "Work plan"), .link(to: "work_plan")), .owner, .startsOn,
            .dueOn, .evidence,
        ], states: .work, views: [.board(by: nil), .board(by: "kind"), .timeline(from: "starts_on", to: "due_on")])
}
