import Kernel
package import Records

extension RecordType {
    package static let bestPractice = RecordType(
        "best_practice", Text(zh: "最佳实践", en: "Best practice"), prefix: "BP", resource: .campaign,
        rows: ["AR-02"],
        meaning: Text(
            zh: "来自实验、活动与复盘的可复用经验，附证据、边界与复用步骤；同类活动启动时会被推荐。",
            en:
                "What worked, from tests, campaigns and reviews, with evidence, limits and steps; offered when a similar campaign begins."
        ),
        title: Text(zh: "经验", en: "What worked"),
        fields: [
            RecordField(
                "kind", Text(zh: "来源", en: "From"),
                .choice([
                    Choice("experiment", Text(zh: "实验", en: "Experiment")),
                    Choice("campaign", Text(zh: "活动", en: "Campaign")), Choice("review", Text(zh: "复盘", en: "Review")),
                    Choice("frontline", Text(zh: "一线", en: "Front line")),
                ]), required: true),
            RecordField("situation", Text(zh: "场景", en: "Situation"), .longText, required: true),
            RecordField("practice", Text(zh: "做法", en: "What to do"), .longText, required: true),
            RecordField(
                "evidence", Text(zh: "证据与幅度", en: "Evidence and size"), .longText,
                help: Text(zh: "有对照时写提升幅度与置信区间", en: "With a control, the lift and its interval")), .metric,
            RecordField(
                "cases", Text(zh: "来源案例", en: "From cases"), .links(to: "adjustment_plan"),
                help: Text(zh: "在存档备查中点“提炼为最佳实践”时自动填写", en: "Filled in when it is taken from the archive")),
            RecordField("reviews", Text(zh: "来源复盘", en: "From reviews"), .links(to: "incident_review")),
            RecordField("platforms", Text(zh: "适用平台", en: "Platforms"), .choices(.platforms)),
            RecordField("personas", Text(zh: "适用人群", en: "Personas"), .links(to: "persona")),
            RecordField("limits", Text(zh: "不适用的情形", en: "Where it fails"), .longText),
            RecordField("steps", Text(zh: "复用步骤", en: "Steps"), .longText),
            RecordField("cost", Text(zh: "投入", en: "Cost"), .money), .reviewOn, .owner,
        ],
        states: StateMap(
            [
                RecordState("proposed", Text(zh: "待验证", en: "To be verified"), .info),
                RecordState("verified", Text(zh: "已验证", en: "Verified"), .good),
                RecordState("outdated", Text(zh: "已过时", en: "Outdated"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "verify", Text(zh: "确认有效", en: "Verify"), from: ["proposed"], to: "verified", needs: ["evidence"]),
                StateMove(
                    "outdate", Text(zh: "标记过时", en: "Outdated"), from: ["proposed", "verified"], to: "outdated",
                    reason: true),
                StateMove(
                    "reopen", Text(zh: "重新验证", en: "Verify again"), from: ["verified", "outdated"], to: "proposed",
                    reason: true),
            ]),
        views: [.board(by: "kind"), .calendar(on: "review_on")],
        starter: [
            StarterRecord(
                Text(zh: "首单后 14 天第二次触达提升复购", en: "A second contact 14 days after the first order"),
                [
                    "kind": "experiment", "metric": "repurchase_rate",
                    "situation": .text(
                        zh: "新客首单后 30 天内无任何触达的流失最高。", en: "New customers who hear nothing for 30 days leave first."),
                    "practice": .text(
                        zh: "第 14 天按品类发一条使用提醒与一张小额续购券。", en: "On day 14 a tip for use and a small coupon."),
                    "evidence": .text(
                        zh: "示例：试点组复购高 4 个百分点（95% 区间 2–6）。请替换为自有数据。",
                        en: "Sample: the pilot repurchases 4 points more (95 % interval 2–6). Replace it by your own."),
                    "limits": .text(zh: "高价低频品类不适用，改为 45 天。", en: "Not for dear, rarely bought goods: use 45 days."),
                    "review_on": .day(180),
                ]),
            StarterRecord(
                Text(zh: "详情页首屏放检测报告", en: "Test report on the first screen"),
                [
                    "kind": "campaign", "metric": "conversion_rate",
                    "situation": .text(
                        zh: "新客信任不足，跳出集中在首屏。", en: "New visitors trust little and leave on the first screen."),
                    "practice": .text(
                        zh: "首屏露出检测报告与批次查询，长文案后移。", en: "Show report and batch search first, long text below."),
                    "limits": .text(zh: "已有强品牌认知的老客影响不大。", en: "Little effect for people who know us."),
                    "review_on": .day(180),
                ]),
        ])
}
