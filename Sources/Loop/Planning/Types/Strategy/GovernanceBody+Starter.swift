import Kernel
import Records

extension [StarterRecord] {
    static let governanceBodies = [
        StarterRecord(
            Text(zh: "战略委员会", en: "Strategy committee"),
            [
                "remit": .text(
                    zh: "审议战略规划与阶段收官；协调市场、研发与供应链；受理逾期未关闭的行动项。",
                    en:
                        "Strategy and the closing of phases; aligns marketing, R&D and supply chain; receives action items that stay open."
                ),
                "departments": ["marketing", "rd", "supply"],
                "cadence": "quarterly", "quorum": 0.75, "decision_rule": "two_thirds",
            ]),
        StarterRecord(
            Text(zh: "营销战略委员会", en: "Marketing strategy committee"),
            [
                "remit": .text(
                    zh: "每月策略校准：复核指标偏差，批准限额内的策略微调。",
                    en: "Monthly calibration: looks at deviations and approves small changes within limits."),
                "departments": ["marketing", "sales"],
                "cadence": "monthly", "quorum": 0.66, "decision_rule": "majority",
                "escalates_to": .linked(["Strategy committee"]),
            ]),
        StarterRecord(
            Text(zh: "营销委员会", en: "Marketing committee"),
            [
                "remit": .text(
                    zh: "联合评审调整方案与预算，市场、销售、财务三方均通过方可执行。",
                    en: "Reviews adjustment plans and budgets together; marketing, sales and finance must all pass."),
                "departments": ["marketing", "sales", "finance"],
                "cadence": "on_demand", "quorum": 1.0, "decision_rule": "each_function",
                "escalates_to": .linked(["Strategy committee"]),
            ]),
        StarterRecord(
            Text(zh: "决策小组", en: "Decision cell"),
            [
                "remit": .text(
                    zh: "策略调整触发后 48 小时内判断是否调整。", en: "Judges within 48 hours of a trigger whether to adjust."),
                "departments": ["finance"],
                "cadence": "on_demand", "quorum": 1.0, "decision_rule": "majority", "hours_to_decide": 48,
            ]),
        StarterRecord(
            Text(zh: "数据治理委员会", en: "Data governance committee"),
            [
                "remit": .text(
                    zh: "指标口径、数据权责、数据质量与合规。", en: "Metric definitions, data ownership, quality and compliance."),
                "departments": ["technology", "marketing", "finance", "legal"],
                "cadence": "monthly", "quorum": 0.66, "decision_rule": "majority",
            ]),
    ]
}
