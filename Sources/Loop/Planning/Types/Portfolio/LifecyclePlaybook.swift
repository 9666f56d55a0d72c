import Kernel
import Records

extension RecordType {
    static let lifecyclePlaybook = RecordType(
        "lifecycle_playbook", Text(zh: "生命周期打法", en: "Life-cycle playbook"), prefix: "LCP", rows: ["PP-01"],
        meaning: Text(
            zh: "产品进入某一生命周期阶段时启用的打法：重点、预算、渠道、内容与要看的指标。",
            en:
                "What is done when a product enters a stage of its life: focus, budget, channels, content, and what to watch."
        ),
        title: Text(zh: "打法", en: "Playbook"),
        fields: [
            RecordField("stage", Text(zh: "阶段", en: "Stage"), .choice(.lifeStages), required: true),
            RecordField("signs", Text(zh: "进入标志", en: "How to recognise it"), .longText),
            RecordField("focus", Text(zh: "核心任务", en: "Focus"), .longText, required: true),
            RecordField("product_moves", Text(zh: "产品动作", en: "Product"), .longText, section: moves),
            RecordField("price_moves", Text(zh: "价格动作", en: "Price"), .longText, section: moves),
            RecordField("channel_moves", Text(zh: "渠道动作", en: "Channels"), .longText, section: moves),
            RecordField("content_moves", Text(zh: "传播动作", en: "Communication"), .longText, section: moves),
            RecordField("budget", Text(zh: "预算原则", en: "Budget"), .longText),
            RecordField("avoid", Text(zh: "避免", en: "Avoid"), .longText), .metric,
            RecordField("exit_signs", Text(zh: "转入下一阶段的标志", en: "When to move on"), .longText),
        ],
        views: [.board(by: "stage")], starter: .lifecyclePlaybooks)

    private static let moves = Text(zh: "动作", en: "Moves")
}
