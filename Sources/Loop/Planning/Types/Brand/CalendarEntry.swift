import Kernel
package import Records

extension RecordType {
    package static let calendarEntry = RecordType(
        "calendar_entry", Text(zh: "营销日历条目", en: "Calendar entry"), prefix: "CAL", resource: .campaign,
        rows: ["BR-06", "WF-05"],
        meaning: Text(
            zh: "节日、购物节、节气、热点、上市与内容档期，附倒推的准备时间，冲突一目了然。",
            en:
                "Festivals, shopping days, solar terms, topics, launches and content slots, with lead time counted back; clashes show at once."
        ),
        title: Text(zh: "条目", en: "Entry"),
        fields: [
            RecordField(
                "kind", Text(zh: "类型", en: "Kind"),
                .choice([
                    Choice("festival", Text(zh: "节日", en: "Festival")),
                    Choice("shopping", Text(zh: "购物节", en: "Shopping day"), .warning),
                    Choice("solar_term", Text(zh: "节气", en: "Solar term")),
                    Choice("topic", Text(zh: "热点", en: "Topic")),
                    Choice("launch", Text(zh: "新品上市", en: "Launch"), .good),
                    Choice("content", Text(zh: "内容档期", en: "Content slot")),
                    Choice("promotion", Text(zh: "促销", en: "Promotion"), .danger),
                ]), required: true),
            .startsOn, .endsOn,
            RecordField(
                "lead_days", Text(zh: "准备提前量", en: "Lead time"),
                .number(NumberForm(unit: Text(zh: "天", en: "days"), in: 0...365, decimals: 0)),
                help: Text(zh: "从开始日往前数，需要提前多少天准备", en: "Days of preparation counted back from the start")),
            RecordField("preparation", Text(zh: "准备事项", en: "Preparation"), .longText),
            RecordField(
                "campaign", Text(zh: "所属活动", en: "Campaign"), .link(to: "calendar_entry"),
                help: Text(zh: "内容档期为哪个活动预热或承接", en: "Which campaign a content slot is for")),
            RecordField(
                "release_hour", Text(zh: "发布时刻（点）", en: "Release hour"), .scale(0...23),
                help: Text(zh: "公司时区，0–23", en: "0 to 23, in the company's time zone")),
            RecordField("sub_theme", Text(zh: "所属子主题", en: "Sub-theme"), .link(to: "sub_theme")),
            RecordField("platforms", Text(zh: "平台", en: "Platforms"), .choices(.platforms)),
            RecordField(
                "personas", Text(zh: "面向人群", en: "Audience"), .links(to: "persona"),
                help: Text(zh: "留空表示所有人", en: "Empty means everybody")),
            .region,
            RecordField(
                "scale", Text(zh: "规模", en: "Scale"),
                .choice([
                    Choice("s", Text(zh: "S 级", en: "S"), .danger), Choice("a", Text(zh: "A 级", en: "A"), .warning),
                    Choice("b", Text(zh: "B 级", en: "B")),
                ]), help: Text(zh: "同周不排两个 S 级活动", en: "No two S events in the same week")),
            .owner, .note,
        ],
        states: .work,
        views: [.calendar(on: "starts_on"), .timeline(from: "starts_on", to: "ends_on"), .board(by: "kind")],
        starter: .calendarEntries)
}
