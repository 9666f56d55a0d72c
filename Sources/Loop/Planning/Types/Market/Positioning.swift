import Kernel
import Records

extension RecordType {
    static let positioning = RecordType(
        "positioning", Text(zh: "品牌定位", en: "Positioning"), prefix: "POS", rows: ["T-06"],
        meaning: Text(
            zh: "对谁、在哪个品类、提供什么不同、凭什么相信；语气与视觉一并规定。",
            en: "For whom, in which category, how we differ and why that is true; with voice and look."),
        title: Text(zh: "定位名称", en: "Positioning"),
        fields: [
            RecordField(
                "statement", Text(zh: "定位陈述", en: "Statement"), .longText, required: true,
                help: Text(
                    zh: "对于（人群），在（品类）中，我们是唯一能（利益点）的品牌，因为（支撑点）。",
                    en: "For (people) we are the (category) that (benefit), because (proof).")),
            RecordField(
                "kind", Text(zh: "差异化类型", en: "Kind of difference"),
                .choice([
                    Choice("functional", Text(zh: "功能差异", en: "Functional")),
                    Choice("emotional", Text(zh: "情感差异", en: "Emotional")),
                    Choice("service", Text(zh: "服务升级", en: "Service upgrade")),
                ]), required: true),
            RecordField("segments", Text(zh: "目标细分", en: "Segments"), .links(to: "segment_choice")),
            RecordField("propositions", Text(zh: "价值主张", en: "Value propositions"), .links(to: "value_proposition")),
            RecordField("core_message", Text(zh: "核心信息", en: "Core message"), .longText),
            RecordField("story", Text(zh: "品牌故事", en: "Brand story"), .link(to: "brand_story")),
            RecordField("tone", Text(zh: "语气", en: "Tone of voice"), .longText),
            RecordField("visual", Text(zh: "视觉识别", en: "Visual identity"), .longText),
            RecordField(
                "service_promise", Text(zh: "服务承诺", en: "Service promises"), .longText,
                help: Text(
                    zh: "例如：免费试用、24 小时顾问、上门安装与养护",
                    en: "Such as free trial, an adviser round the clock, installation and care at home")),
            RecordField(
                "relationship", Text(zh: "价值共生", en: "From selling to a lasting relationship"), .longText,
                help: Text(zh: "从卖产品升级为长期关系：购买之后我们还为用户做什么", en: "What we do for people after the purchase")),
            .evidence, .owner, .reviewOn,
        ],
        views: [.board(by: "kind")],
        starter: [
            position(
                Text(zh: "功能差异定位（范例）", en: "Functional positioning (pattern)"), "functional",
                Text(
                    zh: "对于（人群），我们是（品类）中唯一做到（可测指标）的品牌，因为（专利或检测）。",
                    en:
                        "For (people) we are the only (category) that reaches (measured value), because (patent or test)."
                ), Text(zh: "可测、可对比、可复核。", en: "Measured, comparable, open to checks.")),
            position(
                Text(zh: "情感差异定位（范例）", en: "Emotional positioning (pattern)"), "emotional",
                Text(
                    zh: "对于（人群），我们是让（情境）变得（感受）的品牌，因为（故事与行动）。",
                    en:
                        "For (people) we are the brand that makes (situation) feel (emotion), because (story and deeds)."
                ), Text(zh: "每个承诺都要有用户真实故事支撑。", en: "A true story of a user stands behind every promise.")),
            position(
                Text(zh: "服务升级定位（范例）", en: "Service positioning (pattern)"), "service",
                Text(
                    zh: "对于（人群），我们不止卖（产品），还负责（服务），因为（能力）。",
                    en: "For (people) we do not only sell (product), we also take care of (service), because (ability)."
                ),
                Text(
                    zh: "免费试用、24 小时顾问、上门安装与养护。",
                    en: "Free trial, an adviser round the clock, installation and care at home.")),
        ])

    private static func position(_ title: Text, _ kind: String, _ statement: Text, _ message: Text) -> StarterRecord {
        StarterRecord(title, ["kind": .code(kind), "statement": .text(statement), "core_message": .text(message)])
    }
}
