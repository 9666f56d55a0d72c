import Kernel
import Records

extension [StarterRecord] {
    static let goals = [
        goal(
            Text(zh: "年度销售额增长 20%", en: "Grow revenue by 20 % this year"), "sales", "short", "revenue", 100_000_000,
            120_000_000,
            Text(
                zh: "近三年复合增速 16%；新增两个省区预计贡献 5 个百分点。示例数值，请替换。",
                en:
                    "16 % a year over three years; two new provinces should add five points. Sample values: replace them."
            )),
        goal(
            Text(zh: "净推荐值提升到 40", en: "Raise NPS to 40"), "brand", "long", "nps", 35, 40,
            Text(
                zh: "三年 35→50 的第一年检查点；同业上四分位为 42。",
                en: "First year of 35 to 50 in three; the upper quartile of peers is 42.")),
        goal(
            Text(zh: "90 天复购率达到 28%", en: "Lift repurchase to 28 %"), "customer", "long", "repurchase_rate", 22, 28,
            Text(
                zh: "会员首单后 14 天关怀的小样试点提升了 4 个百分点。",
                en: "A pilot of care 14 days after the first order added four points.")),
        goal(
            Text(zh: "单客获取成本下降 10%", en: "Cut acquisition cost by 10 %"), "efficiency", "short", "cac", 80, 72,
            Text(zh: "关停两个低效渠道即可实现约 6%，其余来自素材测试。", en: "Closing two weak channels gives 6 %; creative tests the rest.")),
    ]

    private static func goal(
        _ title: Text, _ family: String, _ horizon: String, _ metric: String, _ baseline: Double, _ target: Double,
        _ feasibility: Text
    ) -> StarterRecord {
        StarterRecord(
            title,
            [
                "family": .code(family), "horizon": .code(horizon), "metric": .code(metric),
                "baseline": .number(baseline), "target": .number(target),
                "feasibility": .text(feasibility), "strategy": .linked(["Three-year marketing strategy (sample)"]),
                "starts_on": .day(0), "due_on": .day(365),
            ])
    }
}
