import Kernel
import Records

extension RecordType {
    static let competitiveAdvantage = RecordType(
        "competitive_advantage", Text(zh: "核心竞争优势", en: "Competitive advantage"), prefix: "ADV", rows: ["S-10"],
        meaning: Text(
            zh: "每项优势都要有测得的证据值、来源与复核日期，没有证据的只能算主张。",
            en: "Every advantage has a measured value, a source and a day of review; without these it is only a claim."),
        title: Text(zh: "优势", en: "Advantage"),
        fields: [
            RecordField(
                "kind", Text(zh: "类型", en: "Kind"),
                .choice([
                    Choice("technology", Text(zh: "技术与专利", en: "Technology and patents")),
                    Choice("supply", Text(zh: "供应链", en: "Supply chain")), Choice("cost", Text(zh: "成本", en: "Cost")),
                    Choice("data", Text(zh: "数据资产", en: "Data")), Choice("brand", Text(zh: "品牌", en: "Brand")),
                    Choice("channel", Text(zh: "渠道", en: "Channel")), Choice("people", Text(zh: "人才与组织", en: "People")),
                ]), required: true),
            RecordField("value", Text(zh: "证据值", en: "Evidence value"), .number(NumberForm())),
            RecordField("unit", Text(zh: "单位", en: "Unit"), .text(limit: 30)),
            RecordField(
                "compared_with", Text(zh: "比较基准", en: "Compared with"), .line,
                help: Text(zh: "行业均值、主要对手或自身去年", en: "The industry, a rival, or ourselves last year")), .metric,
            .source, .sourceLink,
            RecordField("measured_on", Text(zh: "测定日期", en: "Measured on"), .day), .reviewOn,
            RecordField(
                "copy_months", Text(zh: "对手复制所需", en: "Time to copy"),
                .number(NumberForm(unit: Text(zh: "个月", en: "months"), in: 0...240, decimals: 0))),
            RecordField("defence", Text(zh: "巩固措施", en: "How we keep it"), .longText), .owner,
        ],
        states: StateMap(
            [
                RecordState("claimed", Text(zh: "待举证", en: "Claimed"), .warning),
                RecordState("proven", Text(zh: "已举证", en: "Proven"), .good),
                RecordState("lost", Text(zh: "已失去", en: "Lost"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "prove", Text(zh: "确认证据", en: "Prove"), from: ["claimed"], to: "proven",
                    needs: ["value", "source", "review_on"]),
                StateMove("question", Text(zh: "重新举证", en: "Question"), from: ["proven"], to: "claimed", reason: true),
                StateMove("lose", Text(zh: "认定失去", en: "Lost"), from: ["claimed", "proven"], to: "lost", reason: true),
            ]),
        views: [.board(by: nil), .board(by: "kind"), .calendar(on: "review_on")], starter: .competitiveAdvantages)
}
