import Kernel
import Records

extension RecordType {
    static let rolloutStage = RecordType(
        "rollout_stage", Text(zh: "工具建设阶段", en: "Rollout stage"), prefix: "TSTG", resource: .campaign, rows: ["DA-12"],
        meaning: Text(
            zh: "营销技术分阶段建设：先采集，再分析，后应用，每阶段有验收条件。",
            en: "The technology comes in stages: collect, analyse, apply, each with criteria."),
        title: Text(zh: "阶段", en: "Stage"),
        fields: [
            RecordField(
                "place", Text(zh: "顺序", en: "Order"), .number(NumberForm(in: 1...9, decimals: 0)), required: true),
            RecordField("purpose", Text(zh: "目标", en: "Purpose"), .longText, required: true),
            RecordField("parts", Text(zh: "建设内容", en: "What is built"), .longText),
            RecordField("acceptance", Text(zh: "验收条件", en: "Acceptance"), .longText), .startsOn, .endsOn,
            RecordField("cost", Text(zh: "费用", en: "Cost"), .money), .owner,
        ],
        states: .work, views: [.timeline(from: "starts_on", to: "ends_on")],
        starter: [
            stage(
                Text(zh: "第一阶段：采集", en: "Stage 1: collect"), 1, 0, 120,
                Text(zh: "埋点与数据湖打通，口径统一。", en: "Tracking and lake joined, one definition per metric."),
                Text(zh: "埋点、数据湖、身份归一、质量监控。", en: "Tracking, lake, identity, quality."),
                Text(
                    zh: "核心事件 7 天缺失率低于 1%，指标口径发布。",
                    en: "Core events miss under 1 % a week; metric dictionary published.")),
            stage(
                Text(zh: "第二阶段：分析", en: "Stage 2: analyse"), 2, 121, 270,
                Text(zh: "画像、分层与自助分析可用。", en: "Profiles, tiers and self-service analysis work."),
                Text(zh: "画像引擎、BI、分层与预测、实验平台。", en: "Profile engine, BI, tiers and forecasts, experiments."),
                Text(
                    zh: "业务可自助完成 80% 的常用分析，预测误差可查。",
                    en: "Business does 80 % of usual analysis itself; forecast error can be seen.")),
            stage(
                Text(zh: "第三阶段：应用", en: "Stage 3: apply"), 3, 271, 540,
                Text(zh: "自动化营销与 AI 推荐进入日常。", en: "Automation and recommendation become daily work."),
                Text(zh: "营销自动化、推荐、动态定价、归因。", en: "Automation, recommendation, dynamic pricing, attribution."),
                Text(
                    zh: "自动化贡献转化不低于总转化的 25%，策略有对照验证。",
                    en: "A quarter of conversions from automation, tested against hold-outs.")),
        ])

    private static func stage(
        _ title: Text, _ place: Double, _ from: Int, _ to: Int, _ purpose: Text, _ parts: Text, _ acceptance: Text
    ) -> StarterRecord {
        StarterRecord(
            title,
            [
                "place": .number(place), "starts_on": .day(from), "ends_on": .day(to), "purpose": .text(purpose),
                "parts": .text(parts), "acceptance": .text(acceptance),
            ])
    }
}
