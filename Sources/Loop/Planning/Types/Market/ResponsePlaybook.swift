import Kernel
import Records

extension RecordType {
    static let responsePlaybook = RecordType(
        "response_playbook", Text(zh: "竞争应对预案", en: "Response playbook"), prefix: "RESP", rows: ["M-09"],
        meaning: Text(
            zh: "对手降价、上新或促销时，按什么条件、在几天内、用什么方式应对，预期效果如何。",
            en:
                "When a rival changes a price, launches or promotes: on which condition, within how many days and how we answer, and what we expect of it."
        ),
        title: Text(zh: "预案", en: "Playbook"),
        fields: [
            RecordField("move", Text(zh: "应对的动作", en: "Rival's move"), .choice(.rivalMoves), required: true),
            RecordField(
                "condition", Text(zh: "启动条件", en: "Condition"), .longText, required: true,
                help: Text(
                    zh: "可判断的条件，例如：核心竞品同规格到手价低于我方 10% 以上并持续 3 天",
                    en: "One that can be tested, such as: a core rival's price paid lies 10 % below ours for three days"
                )),
            RecordField(
                "gap", Text(zh: "对手低于我方", en: "Rival below us by"), .share,
                help: Text(
                    zh: "填写后按竞品价格自动判断：低于我方成交均价的比例",
                    en: "If given, rivals' prices are tested by themselves: how far below the price paid for ours"),
                section: test),
            RecordField(
                "gap_days", Text(zh: "持续", en: "For"),
                .number(NumberForm(unit: Text(zh: "天", en: "days"), in: 1...365, decimals: 0)), section: test),
            RecordField(
                "rivals", Text(zh: "只看这些对手", en: "Only these rivals"), .links(to: "competitor"),
                help: Text(zh: "空着为全部核心竞品", en: "Empty: all core rivals"), section: test),
            RecordField(
                "response", Text(zh: "应对方式", en: "Kind of answer"),
                .choices([
                    Choice("price", Text(zh: "价格", en: "Price")), Choice("promotion", Text(zh: "促销", en: "Promotion")),
                    Choice("product", Text(zh: "产品迭代", en: "Product")),
                    Choice("content", Text(zh: "内容与投放", en: "Content and ads")),
                    Choice("channel", Text(zh: "渠道政策", en: "Channel terms")),
                    Choice("none", Text(zh: "不跟进", en: "No answer")),
                ]), required: true),
            RecordField("steps", Text(zh: "步骤", en: "Steps"), .longText, required: true),
            RecordField(
                "days_to_respond", Text(zh: "响应时限", en: "Respond within"),
                .number(NumberForm(unit: Text(zh: "天", en: "days"), in: 0...365, decimals: 0))),
            RecordField("expected_effect", Text(zh: "预期效果", en: "Expected effect"), .longText), .metric,
            RecordField("budget_limit", Text(zh: "费用上限", en: "Budget limit"), .money),
            RecordField(
                "limits", Text(zh: "红线", en: "Limits"), .longText,
                help: Text(zh: "不能突破的价格、毛利与合规底线", en: "Prices, margins and rules that must not be broken")), .owner,
            .reviewOn,
        ],
        views: [.board(by: "move")], starter: .responsePlaybooks)

    private static let test = Text(zh: "价格自动判断", en: "Tested by price")
}
