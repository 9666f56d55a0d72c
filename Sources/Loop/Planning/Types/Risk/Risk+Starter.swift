import Kernel
import Records

extension [StarterRecord] {
    static let risks = [
        risk(
            Text(zh: "竞争加剧，核心人群流失", en: "Stronger competition takes core people"), "competition", 4, 4,
            ["indicator": "churned_share", "comparison": "above", "threshold": 20],
            Text(zh: "核心竞品跟踪、会员权益与差异化内容。", en: "Watch core rivals, member benefits, distinct content.")),
        risk(
            Text(zh: "政策变化限制营销方式", en: "Policy change limits marketing"), "policy", 3, 4, [:],
            Text(zh: "法务预审、合规内容库、备选触达方式。", en: "Legal pre-review, compliant content, other ways to reach people.")),
        risk(
            Text(zh: "负面舆情发酵", en: "Negative sentiment spreads"), "sentiment", 3, 5,
            [
                "indicator": "negative_share", "comparison": "above", "threshold": 30,
                "response": .linked(["PR crisis"]),
            ], Text(zh: "舆情监测与 24 小时回应机制。", en: "Monitoring and an answer within 24 hours.")),
        risk(
            Text(zh: "预算超支", en: "Budget overrun"), "budget", 3, 3,
            ["indicator": "ad_cost_rate", "comparison": "above", "threshold": 25],
            Text(zh: "周度费率复盘、超支提前三周预警。", en: "A weekly look at the ad cost rate; warning three weeks ahead.")),
        risk(
            Text(zh: "渠道冲突与窜货", en: "Channel conflict and diversion"), "channel", 3, 4, [:],
            Text(zh: "跨区报备、二维码追溯、保证金制度。", en: "Cross-region registration, QR trace, deposits.")),
        risk(
            Text(zh: "投诉激增", en: "Complaint spike"), "complaint", 3, 4,
            [
                "indicator": "refund_rate", "comparison": "above", "threshold": 8,
                "response": .linked(["Complaint spike"]),
            ], Text(zh: "客服分级响应、24 小时质量追溯。", en: "Tiered service response, quality traced within 24 hours.")),
        risk(
            Text(zh: "系统故障影响下单", en: "System failure blocks orders"), "technical", 2, 5,
            [
                "indicator": "checkout_completion", "comparison": "below", "threshold": 50,
                "response": .linked(["Technical failure"]),
            ], Text(zh: "大促前压测、降级页面、手工下单预案。", en: "Load tests before events, reduced pages, orders by hand.")),
    ]

    private static func risk(
        _ title: Text, _ kind: String, _ likelihood: Double, _ impact: Double, _ more: [String: StarterValue],
        _ prevention: Text
    ) -> StarterRecord {
        let own: [String: StarterValue] = [
            "kind": .code(kind), "likelihood": .number(likelihood), "impact": .number(impact),
            "prevention": .text(prevention), "review_on": .day(90),
        ]
        return StarterRecord(title, own.merging(more) { own, _ in own })
    }
}
