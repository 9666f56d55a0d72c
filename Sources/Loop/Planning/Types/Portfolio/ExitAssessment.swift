import Kernel
import Records

extension RecordType {
    static let exitAssessment = RecordType(
        "exit_assessment", Text(zh: "退出评估", en: "Exit assessment"), prefix: "EXIT", rows: ["PP-02"],
        meaning: Text(
            zh: "对衰退产品按维护成本、替代品进展与战略协同打分，得出维持、收割或退出的决定。",
            en:
                "Scores a declining product by upkeep, progress of the substitute and synergy, and decides to keep, harvest or exit."
        ),
        title: Text(zh: "产品", en: "Product"),
        fields: [
            RecordField("product_code", Text(zh: "商品编码", en: "Product code"), .text(limit: 60)),
            RecordField("assessed_on", Text(zh: "评估日期", en: "Assessed on"), .day, required: true),
            RecordField("upkeep_cost", Text(zh: "年维护成本", en: "Yearly upkeep"), .money, section: factors),
            .score(
                "upkeep_score", Text(zh: "维护成本得分", en: "Upkeep"),
                help: Text(zh: "5 = 成本最高，倾向退出", en: "5 = dearest, speaks for exit"), section: factors),
            .score(
                "substitute_score", Text(zh: "替代品进展得分", en: "Progress of the substitute"),
                help: Text(zh: "5 = 替代已成熟", en: "5 = the substitute is mature"), section: factors),
            .score(
                "synergy_score", Text(zh: "战略协同得分", en: "Strategic synergy"),
                help: Text(zh: "5 = 协同最强，倾向保留", en: "5 = strongest, speaks for keeping"), section: factors),
            RecordField("reasoning", Text(zh: "打分依据", en: "Reasoning"), .longText, section: factors),
            RecordField(
                "decision", Text(zh: "结论", en: "Decision"),
                .choice([
                    Choice("keep", Text(zh: "维持", en: "Keep"), .good),
                    Choice("harvest", Text(zh: "收割", en: "Harvest"), .warning),
                    Choice("exit", Text(zh: "退出", en: "Exit"), .danger),
                ])),
            RecordField("exit_on", Text(zh: "计划退出日", en: "Exit on"), .day),
            RecordField("customer_plan", Text(zh: "老客与库存安排", en: "Customers and stock"), .longText),
            RecordField("successor", Text(zh: "承接产品", en: "Successor"), .text(limit: 80)),
            RecordField("playbook", Text(zh: "适用打法", en: "Playbook"), .link(to: "lifecycle_playbook")), .owner,
        ],
        states: .approved(needs: ["decision", "upkeep_score", "substitute_score", "synergy_score", "reasoning"]),
        views: [
            .board(by: "decision"), .matrix(across: "substitute_score", down: "synergy_score"),
            .calendar(on: "exit_on"),
        ])

    private static let factors = Text(zh: "三项因素", en: "Three factors")
}
