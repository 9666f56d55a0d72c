import Kernel
import Records
import Warehouse

extension RecordType {
    static let goal = RecordType(
        "goal", Text(zh: "目标", en: "Goal"), prefix: "GOAL", rows: ["S-02", "S-06", "S-08"],
        meaning: Text(
            zh: "通过 SMART 检查才能生效的目标：指标、基线、目标值、可行性依据、上级战略、负责人与期限缺一不可。",
            en:
                "A goal that takes effect only after the SMART check: metric, baseline, target, feasibility, parent strategy, owner and deadline must all be there."
        ),
        title: Text(zh: "目标", en: "Goal"),
        fields: [
            RecordField(
                "family", Text(zh: "目标类别", en: "Family"),
                .choice([
                    Choice("sales", Text(zh: "销售业绩", en: "Sales results")),
                    Choice("brand", Text(zh: "品牌建设", en: "Brand")),
                    Choice("customer", Text(zh: "客户增长", en: "Customer growth")),
                    Choice("efficiency", Text(zh: "营销效率", en: "Efficiency")),
                ]), required: true),
            RecordField(
                "horizon", Text(zh: "长短期", en: "Horizon"), .choice(.horizons),
                help: Text(zh: "用于核对短期业绩压力是否挤占了品牌建设", en: "Shows whether quarterly pressure crowds out the brand")),
            RecordField("metric", Text(zh: "衡量指标（可衡量）", en: "Metric (measurable)"), .metric, section: smart),
            RecordField(
                "segment", Text(zh: "份额细分", en: "Share segment"), .link(to: "market_segment"),
                help: Text(zh: "指标为“市场份额”时必选", en: "Needed where the metric is the market share"), section: smart),
            RecordField(
                "baseline", Text(zh: "基线值", en: "Baseline"), .number(NumberForm()),
                help: Text(zh: "没有基线的“提升 30%”无法评价", en: "Without one, up by 30 % cannot be judged"), section: smart),
            RecordField(
                "target", Text(zh: "目标值（具体）", en: "Target (specific)"), .number(NumberForm()),
                help: RecordField.inMetricUnit, section: smart),
            RecordField(
                "feasibility", Text(zh: "可行性依据（可实现）", en: "Feasibility evidence (achievable)"), .longText,
                help: Text(zh: "历史增速、同业水平、资源测算", en: "Past growth, peers, resources"), section: smart),
            RecordField(
                "strategy", Text(zh: "对应战略（相关）", en: "Parent strategy (relevant)"), .link(to: "strategy_plan"),
                section: smart),
            RecordField("due_on", Text(zh: "截止日期（有时限）", en: "Deadline (time-bound)"), .day, section: smart), .owner,
            RecordField("parent", Text(zh: "上级目标", en: "Parent goal"), .link(to: "goal"), section: cascade), .startsOn,
            .region,
            RecordField(
                "scope_by", Text(zh: "按…分解", en: "Part by"), .choice(scopes),
                help: Text(
                    zh: "目标只针对某个渠道、品类、门店、经销商或个人时选择", en: "Where the goal is for one channel, category … or person only"),
                section: cascade),
            RecordField(
                "scope_member", Text(zh: "分解对象", en: "Member"), .text(limit: 120),
                help: Text(
                    zh: "渠道、品类等的代码，例如 tmall；由分解页自动填写", en: "Its code, such as tmall; filled in by the breakdown page"),
                section: cascade),
            RecordField(
                "weight", Text(zh: "权重", en: "Weight"), .number(NumberForm(in: 0...1e12)),
                help: Text(zh: "比率类目标按权重加权平均汇总到上级", en: "How much it counts in the mean above it, for rates"),
                section: cascade),
            RecordField(
                "is_fixed", Text(zh: "锁定", en: "Fixed"), .flag,
                help: Text(zh: "重新平衡时保持不变", en: "Left alone when the others are balanced anew"), section: cascade),
            RecordField("core_task", Text(zh: "核心任务", en: "Core task"), .longText, section: cascade),
            RecordField("key_move", Text(zh: "关键动作", en: "Key move"), .longText, section: cascade),
        ],
        states: StateMap(
            [
                RecordState("draft", Text(zh: "草稿", en: "Draft")),
                RecordState("active", Text(zh: "执行中", en: "Active"), .info, isLocked: true),
                RecordState("achieved", Text(zh: "已达成", en: "Achieved"), .good, isLocked: true),
                RecordState("missed", Text(zh: "未达成", en: "Missed"), .danger, isLocked: true),
                RecordState("dropped", Text(zh: "已取消", en: "Dropped"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "activate", Text(zh: "批准生效", en: "Activate"), from: ["draft"], to: "active", needs: smartFields,
                    approval: true),
                StateMove("revise", Text(zh: "修订", en: "Revise"), from: ["active"], to: "draft", reason: true),
                StateMove("achieve", Text(zh: "确认达成", en: "Achieved"), from: ["active"], to: "achieved"),
                StateMove("miss", Text(zh: "确认未达成", en: "Missed"), from: ["active"], to: "missed", reason: true),
                StateMove(
                    "drop", Text(zh: "取消", en: "Drop"), from: ["draft", "active"], to: "dropped",
                    reason: true),
            ]),
        views: [
            .board(by: nil), .board(by: "family"), .timeline(from: "starts_on", to: "due_on"),
            .matrix(across: "family", down: "horizon"),
        ], starter: .goals)

    private static let smart = Text(zh: "SMART 五要素", en: "SMART")
    private static let cascade = Text(zh: "目标拆解", en: "Cascade")
    private static let scopes =
        [Dimension.channel, .category, .product, .store, .dealer, .domain].map { Choice($0.rawValue, $0.name) }
        + [Choice("person", Text(zh: "个人", en: "Person"))]
    private static let smartFields = ["metric", "baseline", "target", "feasibility", "strategy", "owner", "due_on"]
}
