import Kernel
import Records

extension [StarterRecord] {
    /// One piece for each quarter's sub-theme, so that the path from persona to published content can be seen.
    static let contentItems = [
        item(
            Text(zh: "十种成分，每一种为什么在里面", en: "Ten ingredients, and why each is in it"), "expert", "paper", ["wechat"],
            "Q1: brand awakening", "Main child-carer", "Ingredients you understand, safe for the family", "new",
            Text(
                zh: "逐一说明成分、作用与检测依据，文末附批次查询入口。",
                en: "Each ingredient, what it does and the test behind it; a batch search at the end.")),
        item(
            Text(zh: "通勤党一周实测", en: "A commuter's week with it"), "seeding", "video", ["xiaohongshu", "bilibili"],
            "Q2: product breakthrough", "New urban professional", "Chosen in three minutes, delivered today",
            "prospect",
            Text(
                zh: "真实用户连续七天记录，优点与不足都讲；不修饰时间与价格。",
                en: "A real user's seven days, good and bad; times and prices as they were.")),
        item(
            Text(zh: "晒出你的用法", en: "Show how you use it"), "ugc", "text", ["weibo", "douyin"], "Q3: user co-creation",
            "New urban professional", nil, "active",
            Text(
                zh: "征集 30 秒用法视频，入选者署名进入产品手册；明确授权与奖励规则。",
                en:
                    "Videos of 30 seconds; those chosen are named in the product guide. State rights and rewards clearly."
            )),
        item(
            Text(zh: "年度盛典直播：一年的来处与去处", en: "Gala live stream: a year of origins and ends"), "knowledge", "live",
            ["douyin", "wechat"], "Q4: annual gala", nil, nil, "active",
            Text(
                zh: "用全年用户故事串场，价格机制提前一周定稿并留证。",
                en: "Customers' stories of the year in between; offers final, with evidence, a week ahead.")),
    ]

    private static func item(
        _ title: Text, _ kind: String, _ form: String, _ platforms: [String], _ subTheme: String, _ persona: String?,
        _ proposition: String?, _ stage: String, _ brief: Text
    ) -> StarterRecord {
        var values: [String: StarterValue] = [
            "kind": .code(kind), "form": .code(form), "platforms": .codes(platforms), "sub_theme": .linked([subTheme]),
            "stage": .code(stage), "brief": .text(brief),
        ]
        values["persona"] = persona.map { .linked([$0]) }
        values["proposition"] = proposition.map { .linked([$0]) }
        return StarterRecord(title, values)
    }
}
