import Kernel
import Records

extension [StarterRecord] {
    /// Days that move with the moon come from the almanac.
    static let calendarEntries = [
        entry(
            Text(zh: "春节年货季", en: "Spring Festival season"), "festival", "s", 60,
            Text(
                zh: "礼盒备货、快递停运前最后发货日、除夕不推送。",
                en: "Gift sets in stock, last day of dispatch, no messages on New Year's Eve."), of: "spring_festival"),
        entry(
            Text(zh: "38 女神节", en: "Women's Day promotion"), "shopping", "a", 30,
            Text(zh: "避免刻板印象的文案；女性人群定向。", en: "Copy without clichés, aimed at women."), on: (3, 8)),
        entry(
            Text(zh: "618 年中大促", en: "618 mid-year event"), "shopping", "s", 45,
            Text(zh: "价保规则核对、价盘锁定、客服排班加倍。", en: "Check price guarantees, lock prices, double service shifts."),
            on: (6, 18)),
        entry(
            Text(zh: "双 11 全球购物节", en: "Double 11"), "shopping", "s", 60,
            Text(
                zh: "预售与尾款节奏、仓配容量确认、价格宣称留证。",
                en: "Pre-sale and balance, warehouse capacity, evidence for every price claim."), on: (11, 11)),
        entry(
            Text(zh: "双 12 年终清仓", en: "Double 12"), "shopping", "b", 21,
            Text(zh: "只清指定库存，不影响新品价盘。", en: "Only named stock, so that new products keep their price."), on: (12, 12)),
        entry(
            Text(zh: "中秋与国庆双节", en: "Mid-Autumn and National Day"), "festival", "a", 45,
            Text(zh: "团购与企业礼品提前 60 天对接。", en: "Talk to group and company buyers 60 days ahead."), of: "mid_autumn"),
        entry(
            Text(zh: "会员日", en: "Member day"), "promotion", "b", 14,
            Text(zh: "每月一次，权益差异按会员等级。", en: "Once a month, with benefits by member level.")),
    ]

    private static func entry(
        _ title: Text, _ kind: String, _ scale: String, _ lead: Double, _ preparation: Text,
        on day: (month: Int, day: Int)? = nil, of occasion: String? = nil
    ) -> StarterRecord {
        var values: [String: StarterValue] = [
            "kind": .code(kind), "scale": .code(scale), "lead_days": .number(lead), "preparation": .text(preparation),
        ]
        values["starts_on"] = day.map { .next(month: $0.month, day: $0.day) } ?? occasion.map { .nextOccasion($0) }
        return StarterRecord(title, values)
    }
}
