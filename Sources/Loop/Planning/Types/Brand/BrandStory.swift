import Kernel
import Records

extension RecordType {
    static let brandStory = RecordType(
        "brand_story", Text(zh: "品牌故事", en: "Brand story"), prefix: "STORY", resource: .campaign,
        rows: ["BR-09", "T-06"],
        meaning: Text(
            zh: "可核实的品牌核心故事与叙事版本，供各平台统一取用。",
            en: "The core story, checkable, with versions that every platform takes from here."),
        title: Text(zh: "故事", en: "Story"),
        fields: [
            RecordField("core", Text(zh: "核心故事", en: "Core story"), .longText, required: true),
            RecordField("conflict", Text(zh: "冲突与转折", en: "Conflict and turn"), .longText),
            RecordField("facts", Text(zh: "可核实的事实", en: "Facts that can be checked"), .longText, required: true),
            RecordField(
                "versions", Text(zh: "叙事版本", en: "Versions"), .longText,
                help: Text(zh: "15 秒、1 分钟、长文各一个版本", en: "One for 15 seconds, one for a minute, one for a long read")),
            RecordField(
                "formats", Text(zh: "载体", en: "Formats"),
                .choices([
                    Choice("film", Text(zh: "故事片", en: "Film")), Choice("podcast", Text(zh: "播客", en: "Podcast")),
                    Choice("pack", Text(zh: "包装", en: "Packaging")), Choice("store", Text(zh: "门店", en: "Store")),
                    Choice("live", Text(zh: "直播", en: "Live stream")),
                ])),
            RecordField("spokesperson", Text(zh: "讲述人", en: "Who tells it"), .link(to: "ip_persona")),
            RecordField("community", Text(zh: "社群与元宇宙玩法备忘", en: "Community and metaverse notes"), .longText),
            RecordField("banned", Text(zh: "不讲的", en: "Left unsaid"), .longText), .owner,
        ],
        starter: [
            StarterRecord(
                Text(zh: "我们从哪里来（范例结构）", en: "Where we come from (pattern)"),
                [
                    "core": .text(
                        zh: "1. 创始人遇到的真实问题。\n2. 找遍市场没有解决办法。\n3. 第一个可用的版本与失败次数。\n4. 今天每一件产品如何继续回答那个问题。",
                        en:
                            "1. The founder's real problem.\n2. Nothing on the market solved it.\n3. The first version that worked, and how often it failed.\n4. How every product still answers the problem."
                    ),
                    "facts": .text(
                        zh: "列出每一句背后的年份、人名、专利号或检测报告编号。",
                        en: "A year, name, patent or report number behind every sentence."),
                    "versions": .text(
                        zh: "15 秒：一句问题 + 一句承诺 + 画面。", en: "15 seconds: one problem, one promise, one picture."),
                    "spokesperson": .linked(["Founder (template)"]),
                ])
        ])
}
