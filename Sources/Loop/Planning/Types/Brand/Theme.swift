import Kernel
import Records

extension RecordType {
    static let theme = RecordType(
        "theme", Text(zh: "年度主题", en: "Annual theme"), prefix: "THM", resource: .campaign, rows: ["BR-01"],
        meaning: Text(
            zh: "一年只讲一件事：主题、要强化的联想和三项效果指标；季度子主题挂在下面。",
            en:
                "One thing to say in a year: the theme, the association to strengthen and three measures of effect; sub-themes hang on it."
        ),
        title: Text(zh: "主题", en: "Theme"),
        fields: [
            RecordField(
                "year", Text(zh: "年度", en: "Year"), .number(NumberForm(in: 2_020...2_060, decimals: 0)), required: true),
            RecordField("idea", Text(zh: "核心创意", en: "Idea"), .longText, required: true),
            RecordField("association", Text(zh: "要强化的品牌联想", en: "Association to strengthen"), .longText),
            RecordField("positioning", Text(zh: "对应定位", en: "Positioning"), .link(to: "positioning")),
            RecordField(
                "reads_target", Text(zh: "话题阅读量目标", en: "Topic reads, target"),
                .number(NumberForm(unit: Text(zh: "万次", en: "10,000"), in: 0...10_000_000)), section: effect),
            RecordField(
                "association_target", Text(zh: "联想测试得分目标", en: "Association score, target"),
                .number(NumberForm(unit: Text(zh: "分", en: "points"), in: 0...100)), section: effect),
            RecordField(
                "ugc_target", Text(zh: "主题 UGC 数量目标", en: "Theme UGC, target"),
                .number(NumberForm(unit: Text(zh: "条", en: "pieces"), in: 0...100_000_000, decimals: 0)),
                section: effect),
            RecordField(
                "effect_note", Text(zh: "效果记录", en: "Effect"), .longText,
                help: Text(
                    zh: "每季度更新三项指标的实际值与口径",
                    en: "Actual values of the three measures each quarter, and how they were counted"), section: effect),
            .owner,
        ],
        starter: [
            StarterRecord(
                Text(zh: "好物有来处（示例）", en: "Good things have an origin (sample)"),
                [
                    "year": 2_027,
                    "idea": .text(
                        zh: "让用户看见产品从原料到使用的每一步，用来处建立信任。",
                        en: "Show every step from material to use: origin builds trust."),
                    "association": .text(zh: "安心、讲究、说得清。", en: "Safe, careful, clear."), "reads_target": 5_000,
                    "association_target": 60, "ugc_target": 20_000,
                ])
        ])

    private static let effect = Text(zh: "三项效果指标", en: "Three measures of effect")
}
