import Kernel
import Records

extension RecordType {
    static let valueProposition = RecordType(
        "value_proposition", Text(zh: "核心价值主张（UVP）", en: "Value proposition"), prefix: "UVP", rows: ["T-05"],
        meaning: Text(
            zh: "对某类用户承诺什么、凭什么；多个表述可做 A/B 测试，胜出的成为全部内容的现行口径。",
            en:
                "What we promise to whom and why it is true; wordings are tested, and the winner is what all content says."
        ),
        title: Text(zh: "一句话主张", en: "In one sentence"),
        fields: [
            RecordField("personas", Text(zh: "面向的画像", en: "Personas"), .links(to: "persona"), required: true),
            RecordField("pain", Text(zh: "对应的痛点", en: "The pain it answers"), .longText, required: true),
            RecordField("promise", Text(zh: "承诺的价值", en: "Promise"), .longText, required: true),
            RecordField(
                "proof", Text(zh: "支撑点", en: "Proof"), .longText,
                help: Text(
                    zh: "检测、专利、数据、案例；没有支撑的承诺不要发布", en: "Tests, patents, data, cases; publish no promise without proof")),
            RecordField(
                "advantages", Text(zh: "依托的优势", en: "Advantages behind it"), .links(to: "competitive_advantage")),
            RecordField("variant_a", Text(zh: "表述 A", en: "Wording A"), .longText, section: wording),
            RecordField("variant_b", Text(zh: "表述 B", en: "Wording B"), .longText, section: wording),
            RecordField("winner", Text(zh: "现行表述", en: "Current wording"), .longText, section: wording),
            RecordField("test_result", Text(zh: "测试结论", en: "Result of the test"), .longText, section: wording),
            RecordField("rivals", Text(zh: "对手的相近主张", en: "Similar claims of rivals"), .longText), .owner, .reviewOn,
        ],
        states: StateMap(
            [
                RecordState("draft", Text(zh: "草稿", en: "Draft")),
                RecordState("testing", Text(zh: "测试中", en: "Being tested"), .info),
                RecordState("current", Text(zh: "现行", en: "Current"), .good),
                RecordState("retired", Text(zh: "停用", en: "Retired"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "test", Text(zh: "开始测试", en: "Test"), from: ["draft"], to: "testing",
                    needs: ["variant_a", "variant_b", "proof"]),
                StateMove(
                    "adopt", Text(zh: "采用", en: "Adopt"), from: ["draft", "testing"], to: "current",
                    needs: ["winner", "proof"], reason: true),
                StateMove(
                    "retire", Text(zh: "停用", en: "Retire"), from: ["draft", "testing", "current"], to: "retired",
                    reason: true),
            ]),
        views: [.board(by: nil)],
        starter: [
            StarterRecord(
                Text(zh: "成分看得懂，家人用得安心", en: "Ingredients you understand, safe for the family"),
                [
                    "personas": .linked(["Main child-carer"]),
                    "pain": .text(zh: "担心虚假宣传，看不懂成分表。", en: "Fears false claims and cannot read ingredient lists."),
                    "promise": .text(
                        zh: "每批次检测报告扫码可查，成分用大白话说明。",
                        en:
                            "A code on the pack opens the test report of its batch and plain words for every ingredient."
                    ),
                    "proof": .text(zh: "第三方检测报告、批次追溯码。", en: "Reports of an independent laboratory, a code per batch."),
                    "variant_a": .text(zh: "扫一扫，看见这一批的检测报告。", en: "Scan it and see the report of this very batch."),
                    "variant_b": .text(zh: "十种成分，每一种都说得清。", en: "Ten ingredients, each one explained."),
                ]),
            StarterRecord(
                Text(zh: "三分钟选好，当日送到", en: "Chosen in three minutes, delivered today"),
                [
                    "personas": .linked(["New urban professional"]),
                    "pain": .text(zh: "信息太多难判断，等待太久。", en: "Too much information, too long a wait."),
                    "promise": .text(
                        zh: "按场景给出唯一推荐，核心城市当日达。",
                        en: "One recommendation per situation, same-day delivery in core cities."),
                    "proof": .text(
                        zh: "推荐采纳率、当日达履约率。", en: "How many follow the recommendation, share delivered the same day."),
                    "variant_a": .text(zh: "不用挑，这一款就够。", en: "No need to choose: this one will do."),
                    "variant_b": .text(zh: "上午下单，今晚用上。", en: "Order in the morning, use it tonight."),
                ]),
        ])

    private static let wording = Text(zh: "表述与测试", en: "Wordings and test")
}
