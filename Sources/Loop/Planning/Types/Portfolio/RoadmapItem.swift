import Kernel
import Records

extension RecordType {
    static let roadmapItem = RecordType(
        "roadmap_item", Text(zh: "新品路线图项", en: "Roadmap item"), prefix: "RMI", rows: ["PP-06"],
        meaning: Text(
            zh: "3–5 年新品与技术路线上的一项：里程碑、并行方案、预研经费与上市周期。",
            en:
                "A product or technology on the three-to-five-year roadmap: milestones, parallel candidates, pre-research fund, time to market."
        ),
        title: Text(zh: "新品或技术", en: "Product or technology"),
        fields: [
            RecordField("team", Text(zh: "产品团队", en: "Product team"), .link(to: "product_team")),
            RecordField("bucket", Text(zh: "战略桶", en: "Strategic bucket"), .link(to: "strategic_bucket")),
            RecordField(
                "stage", Text(zh: "研发阶段", en: "Stage"),
                .choice([
                    Choice("concept", Text(zh: "概念", en: "Concept")),
                    Choice("prestudy", Text(zh: "预研", en: "Pre-research")),
                    Choice("development", Text(zh: "开发", en: "Development"), .info),
                    Choice("trial", Text(zh: "试销", en: "Trial"), .warning),
                    Choice("market", Text(zh: "上市", en: "On the market"), .good),
                ]), required: true),
            .startsOn,
            RecordField("launch_on", Text(zh: "计划上市日", en: "Launch on"), .day),
            RecordField(
                "days_to_market", Text(zh: "上市周期", en: "Time to market"),
                .number(NumberForm(unit: Text(zh: "天", en: "days"), in: 0...5_000, decimals: 0)), section: pace),
            RecordField(
                "benchmark_days", Text(zh: "标杆周期", en: "Benchmark"),
                .number(NumberForm(unit: Text(zh: "天", en: "days"), in: 0...5_000, decimals: 0)),
                help: Text(zh: "行业最快者的周期，用于对照", en: "The fastest in the industry, to compare with"), section: pace),
            RecordField(
                "candidates", Text(zh: "并行方案", en: "Parallel candidates"), .longText,
                help: Text(
                    zh: "并行 3–5 个方案，写明每个方案的淘汰条件", en: "Keep 3 to 5 of them, each with a condition for dropping it")),
            RecordField("fund", Text(zh: "预研经费", en: "Pre-research fund"), .money),
            RecordField("personas", Text(zh: "目标画像", en: "Personas"), .links(to: "persona")),
            RecordField("risks", Text(zh: "相关风险", en: "Risks"), .links(to: "risk")), .owner, .note,
        ],
        states: .work,
        views: [.board(by: "stage"), .timeline(from: "starts_on", to: "launch_on"), .calendar(on: "launch_on")],
        starter: [
            StarterRecord(
                Text(zh: "便携小规格系列", en: "Portable small sizes"),
                [
                    "stage": "trial", "starts_on": .day(-120), "launch_on": .day(60),
                    "candidates": .text(
                        zh: "铝箔袋、塑料瓶、可替换芯；试销 4 周后保留一个。",
                        en: "Foil pouch, bottle, refill: keep one after four weeks of trial."),
                ]),
            StarterRecord(
                Text(zh: "可替换芯环保包装", en: "Refillable packaging"),
                [
                    "stage": "prestudy", "starts_on": .day(0), "launch_on": .day(420),
                    "candidates": .text(
                        zh: "两家供应商三种材料，按密封性、成本与回收率淘汰。",
                        en: "Three materials from two suppliers, dropped by tightness, cost and recovery rate."),
                ]),
        ])

    private static let pace = Text(zh: "上市速度", en: "Speed to market")
}
