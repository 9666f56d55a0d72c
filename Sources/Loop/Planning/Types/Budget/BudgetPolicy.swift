import Kernel
package import Records

extension RecordType {
    package static let mixTarget: RecordType = RecordType(
        "mix_target", Text(zh: "结构目标", en: "Mix target"), prefix: "MIX", resource: .budget,
        rows: ["BU-02", "BU-03", "BU-09"],
        meaning: Text(
            zh: "预算结构的目标占比。没有记录的口径使用通行目标（70-20-10、30/40/10/20、50%、5:3:2）。",
            en:
                "Target shares of the budget's mix. A classification without records uses the published one (70-20-10, 30/40/10/20, 50 %, 50/30/20)."
        ),
        fields: [
            RecordField(
                "scheme", Text(zh: "分类口径", en: "Classification"),
                .choice(MixScheme.allCases.map { Choice($0.rawValue, $0.name) }), required: true),
            RecordField("category", Text(zh: "类别", en: "Category"), .choice(categories), required: true),
            RecordField("share", Text(zh: "目标占比", en: "Target share"), .share, required: true),
            .note,
        ],
        starter: MixScheme.allCases.flatMap { scheme in
            scheme.categories.filter { $0.target != nil }.map { category in
                StarterRecord(
                    scheme.name + Text(zh: "：", en: ": ") + category.name,
                    [
                        "scheme": .code(scheme.rawValue), "category": .code(category.id),
                        "share": .number(category.target ?? 0),
                    ])
            }
        }, rules: [.mixTarget])

    /// Of all schemes; a category that two schemes have stands once.
    private static let categories: [Choice] = MixScheme.allCases.flatMap(\.categories).reduce(into: []) {
        list, category in
        if !list.contains(where: { $0.id == category.id }) { list.append(Choice(category.id, category.name)) }
    }

    package static let budgetRule: RecordType = RecordType(
        "budget_rule", Text(zh: "预算规则", en: "Budget rules"), prefix: "BRL", resource: .budget,
        rows: ["BU-05", "BU-06", "BU-08"],
        meaning: Text(
            zh: "支出审批与预警的规则常数；最近启用的一条有效，没有时使用通行值。",
            en:
                "Constants of spend approval and alerts; the one put into use last counts, and the published values without one."
        ),
        fields: [
            RecordField(
                "single_limit", Text(zh: "大额支出起点", en: "Large above"), .money,
                help: Text(
                    zh: "单笔超过此金额须管理层审批（通行值 50,000 元）",
                    en: "A spend above it needs management (50,000 unless said otherwise)")),
            RecordField(
                "split_days", Text(zh: "拆单观察天数", en: "Days watched for splits"),
                .number(NumberForm(unit: Text(zh: "天", en: "days"), in: 0...366, decimals: 0)),
                help: Text(
                    zh: "此期间内的相关申请合并计算（通行值 30 天）", en: "Requests of this time count together (30 unless said otherwise)"
                )),
            RecordField(
                "split_scope", Text(zh: "合并口径", en: "What counts together"),
                .choice([
                    Choice("supplier", Text(zh: "同一供应商", en: "The same supplier")),
                    Choice(
                        "supplier_or_own_line",
                        Text(zh: "同一供应商，或本人同一预算行", en: "The same supplier, or the same line by the same person")),
                    Choice("supplier_or_line", Text(zh: "同一供应商或同一预算行", en: "The same supplier or the same line")),
                ])),
            RecordField("flexible_low", Text(zh: "弹性空间下限", en: "Flexible room from"), .share),
            RecordField("flexible_high", Text(zh: "弹性空间上限", en: "Flexible room to"), .share),
            RecordField(
                "overrun_margin", Text(zh: "超支预警余量", en: "Overrun margin"), .share,
                help: Text(
                    zh: "预测超过计划多少时预警（通行值 0%）", en: "How far the forecast may pass the plan (0 % unless said otherwise)")
            ),
            RecordField("industry_growth", Text(zh: "行业增长率", en: "Growth of the industry"), .share),
        ],
        starter: [
            StarterRecord(
                Text(zh: "预算规则（通行值）", en: "Budget rules (usual values)"),
                [
                    "single_limit": 50_000, "split_days": 30, "split_scope": "supplier_or_own_line",
                    "flexible_low": 0.1,
                    "flexible_high": 0.15, "overrun_margin": 0,
                ])
        ], rules: [.budgetRule])
}
