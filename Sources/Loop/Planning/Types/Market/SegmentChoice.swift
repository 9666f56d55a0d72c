import Kernel
import Records

extension RecordType {
    static let segmentChoice = RecordType(
        "segment_choice", Text(zh: "细分市场选择", en: "Segment choice"), prefix: "SEG", rows: ["T-03"],
        meaning: Text(
            zh: "对一个细分格评估吸引力、进入壁垒与资源匹配，决定作为核心、拓展还是放弃；有需求而竞品覆盖低的就是竞争空白。",
            en:
                "Weighs a segment's attractiveness, barrier and fit and makes it core, expansion or none; demand that few rivals cover is white space."
        ),
        title: Text(zh: "细分人群", en: "Segment"),
        fields: [
            RecordField(
                "definition", Text(zh: "细分定义", en: "Definition"), .longText, required: true,
                help: Text(
                    zh: "用可圈选的条件描述：地域、年龄、收入、行为、心理、需求强度",
                    en: "By conditions that can be selected: place, age, income, behaviour, mind-set, intensity of need"
                )),
            RecordField(
                "decision", Text(zh: "选择结论", en: "Choice"),
                .choice([
                    Choice("core", Text(zh: "核心目标", en: "Core target"), .good),
                    Choice("expansion", Text(zh: "拓展目标", en: "Expansion"), .info),
                    Choice("watch", Text(zh: "观察", en: "Watch")), Choice("none", Text(zh: "不进入", en: "Not ours")),
                ])),
            RecordField(
                "size", Text(zh: "规模", en: "Size"),
                .number(NumberForm(unit: Text(zh: "万人", en: "10,000 people"), in: 0...1_000_000)), section: sizing),
            RecordField("value", Text(zh: "年消费规模", en: "Yearly value"), .money, section: sizing),
            RecordField("growth", Text(zh: "年增速", en: "Growth"), .share, section: sizing),
            RecordField("rival_coverage", Text(zh: "竞品覆盖率", en: "Covered by rivals"), .share, section: sizing),
            .score("attractiveness", Text(zh: "吸引力", en: "Attractiveness"), section: scores),
            .score(
                "barrier", Text(zh: "进入壁垒", en: "Barrier"), help: Text(zh: "5 = 很难进入", en: "5 = very hard to enter"),
                section: scores),
            .score("fit", Text(zh: "资源匹配", en: "Fit with our resources"), section: scores),
            RecordField("reasoning", Text(zh: "选择理由", en: "Reasoning"), .longText, section: scores),
            RecordField("competitors", Text(zh: "已在其中的对手", en: "Rivals there"), .links(to: "competitor")), .evidence,
            .owner,
        ],
        states: StateMap(
            [
                RecordState("candidate", Text(zh: "待评估", en: "Candidate")),
                RecordState("chosen", Text(zh: "已选定", en: "Chosen"), .good),
                RecordState("rejected", Text(zh: "已放弃", en: "Rejected"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "choose", Text(zh: "选定", en: "Choose"), from: ["candidate"], to: "chosen",
                    needs: ["decision", "attractiveness", "barrier", "fit", "reasoning"]),
                StateMove(
                    "reject", Text(zh: "放弃", en: "Reject"), from: ["candidate", "chosen"], to: "rejected", reason: true),
                StateMove(
                    "reconsider", Text(zh: "重新评估", en: "Reconsider"), from: ["chosen", "rejected"], to: "candidate",
                    reason: true),
            ]),
        views: [.matrix(across: "barrier", down: "attractiveness"), .board(by: "decision")],
        starter: [
            segment(
                Text(zh: "25–35 岁都市白领", en: "Urban professionals aged 25–35"),
                Text(
                    zh: "一二线城市，25–35 岁，看重便利与设计，线上购买为主。",
                    en: "Tier-1 and tier-2 cities, 25–35, value ease and design, buy mostly online."), 4, 3, 4, 0.7),
            segment(
                Text(zh: "40–50 岁中高收入家庭", en: "Mid-to-high-income households aged 40–50"),
                Text(
                    zh: "家庭采购决策者，看重品质与服务，线上线下兼有。",
                    en: "They decide for the household, value quality and service, buy in shops and online."), 4, 3, 3,
                0.55),
            segment(
                Text(zh: "有机认证高端婴幼儿食品（竞争空白示例）", en: "Certified-organic premium infant food (sample of white space)"),
                Text(
                    zh: "一二线城市 0–3 岁家庭，愿为有机认证付溢价。",
                    en: "Families with children under three who pay more for certified organic food."), 5, 4, 2, 0.2),
        ])

    private static let sizing = Text(zh: "规模与覆盖", en: "Size and coverage")
    private static let scores = Text(zh: "评分（1–5）", en: "Scores (1–5)")
    private static func segment(
        _ title: Text, _ definition: Text, _ attractiveness: Double, _ barrier: Double, _ fit: Double, _ covered: Double
    ) -> StarterRecord {
        StarterRecord(
            title,
            [
                "definition": .text(definition), "attractiveness": .number(attractiveness), "barrier": .number(barrier),
                "fit": .number(fit), "rival_coverage": .number(covered),
            ])
    }
}
