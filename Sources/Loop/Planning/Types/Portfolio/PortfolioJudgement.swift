import Kernel
import Records

extension RecordType {
    static let portfolioJudgement = RecordType(
        "portfolio_judgement", Text(zh: "组合人工判定", en: "Portfolio judgement"), prefix: "JUD", rows: ["PP-01", "PP-03"],
        meaning: Text(
            zh: "对系统算出的象限或生命周期作人工修正，或填入外部市场数据；理由必填，随图显示。",
            en:
                "Overrules a computed quadrant or life stage, or adds market data from outside; the reason is shown with it."
        ),
        title: Text(zh: "产品线或商品", en: "Line or product"),
        fields: [
            RecordField(
                "level", Text(zh: "层级", en: "Level"),
                .choice([
                    Choice("line", Text(zh: "产品线", en: "Product line")),
                    Choice("product", Text(zh: "商品", en: "Product")),
                ]), required: true),
            RecordField(
                "key", Text(zh: "对应代码", en: "Code"), .text(limit: 200), required: true,
                help: Text(zh: "产品线填“品类/系列”，商品填商品编码", en: "Category/series of a line, or the product's code")),
            RecordField("quadrant", Text(zh: "判定象限", en: "Quadrant"), .choice(.quadrants)),
            RecordField("stage", Text(zh: "判定生命周期", en: "Life stage"), .choice(.lifeStages)),
            RecordField(
                "market_growth", Text(zh: "市场年增长率", en: "Market growth a year"), .share,
                help: Text(zh: "填写后代替以本公司品类增速作的估计", en: "Takes the place of our own category's growth")),
            RecordField(
                "relative_share", Text(zh: "相对市场份额", en: "Relative market share"), .number(NumberForm(in: 0...1_000)),
                help: Text(zh: "我方份额 ÷ 最大竞争对手份额", en: "Our share by that of the largest rival")),
            RecordField("reason", Text(zh: "理由", en: "Reason"), .longText, required: true), .source, .owner, .reviewOn,
        ],
        states: StateMap(
            [
                RecordState("in_force", Text(zh: "生效", en: "In force"), .good),
                RecordState("withdrawn", Text(zh: "已撤回", en: "Withdrawn"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "withdraw", Text(zh: "撤回", en: "Withdraw"), from: ["in_force"], to: "withdrawn", reason: true),
                StateMove(
                    "restore", Text(zh: "恢复", en: "Put back"), from: ["withdrawn"], to: "in_force", reason: true),
            ]),
        views: [.board(by: nil), .calendar(on: "review_on")])
}
