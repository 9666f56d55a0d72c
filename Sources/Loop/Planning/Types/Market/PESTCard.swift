import Kernel
import Records

extension RecordType {
    static let pestCard = RecordType(
        "pest_card", Text(zh: "宏观环境因素卡（PEST）", en: "PEST card"), prefix: "PEST", rows: ["M-01"],
        meaning: Text(
            zh: "逐条记录政治、经济、社会文化与技术因素：方向、强度、依据、影响对象和跟进动作。",
            en:
                "Political, economic, social and technological factors, one by one: direction, strength, evidence, what they affect and what we do about it."
        ),
        title: Text(zh: "因素", en: "Factor"),
        fields: [
            RecordField(
                "factor", Text(zh: "类别", en: "Kind"),
                .choice([
                    Choice("political", Text(zh: "政治法律", en: "Political and legal")),
                    Choice("economic", Text(zh: "经济", en: "Economic")),
                    Choice("social", Text(zh: "社会文化", en: "Social and cultural")),
                    Choice("technological", Text(zh: "技术", en: "Technological")),
                ]), required: true),
            RecordField("direction", Text(zh: "方向", en: "Direction"), .choice(.effects), required: true),
            .score(
                "strength", Text(zh: "影响强度", en: "Strength"),
                help: Text(zh: "1 = 可以忽略，5 = 足以改变全年方案", en: "1 = negligible, 5 = changes the year's plan")),
            RecordField("trend", Text(zh: "走势", en: "Trend"), .choice(.trends)),
            RecordField(
                "affects", Text(zh: "影响对象", en: "What it affects"), .line,
                help: Text(
                    zh: "例如：进口原料成本、18–25 岁人群、直播渠道", en: "Such as import costs, people of 18–25, live-stream sales")),
            RecordField("effect", Text(zh: "传导路径", en: "How it reaches us"), .longText),
            .evidence, .source, .sourceLink,
            RecordField("seen_on", Text(zh: "观察日期", en: "Seen on"), .day), .reviewOn,
            RecordField("follow_up", Text(zh: "跟进动作", en: "What we do"), .longText),
            RecordField(
                "is_trigger", Text(zh: "可触发策略调整", en: "May trigger an adjustment"), .flag,
                help: Text(
                    zh: "勾选后，强度或方向变化会提示发起策略调整。",
                    en: "If so, a change of its strength or direction asks for an adjustment of the strategy.")),
            .owner,
        ],
        states: .watch,
        views: [
            .quadrants(by: "factor", weight: "strength", tone: "direction"),
            .matrix(across: "factor", down: "direction"), .board(by: "factor"), .calendar(on: "review_on"),
        ],
        starter: .pestCards)
}
