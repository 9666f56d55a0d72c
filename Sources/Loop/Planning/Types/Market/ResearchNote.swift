import Kernel
import Records

extension RecordType {
    static let researchNote = RecordType(
        "research_note", Text(zh: "访谈与小组记录", en: "Qualitative note"), prefix: "NOTE", rows: ["M-08"],
        meaning: Text(
            zh: "一次访谈或焦点小组的原话、编码与观察，与量化结论互相印证。",
            en: "Words, codes and observations of one interview or focus group, to be held against the figures."),
        title: Text(zh: "对象（匿名）", en: "Who (anonymous)"),
        fields: [
            RecordField("study", Text(zh: "所属研究", en: "Study"), .link(to: "research_study"), required: true),
            RecordField(
                "kind", Text(zh: "形式", en: "Kind"),
                .choice([
                    Choice("focus_group", Text(zh: "焦点小组", en: "Focus group")),
                    Choice("interview", Text(zh: "深度访谈", en: "Interview")),
                    Choice("visit", Text(zh: "入户或陪购", en: "Visit or shop-along")),
                ]), required: true),
            RecordField("held_on", Text(zh: "日期", en: "Held on"), .day, required: true),
            RecordField("profile", Text(zh: "对象特征", en: "Profile"), .line),
            RecordField("quotes", Text(zh: "原话摘录", en: "Quotations"), .longText),
            RecordField(
                "codes", Text(zh: "编码", en: "Codes"), .line,
                help: Text(zh: "用分号分隔，例如：价格敏感；送礼；信任医生", en: "With semicolons: price-sensitive; gifts; trusts doctors")),
            RecordField("insight", Text(zh: "洞察", en: "Insight"), .longText),
            RecordField("persona", Text(zh: "最接近的画像", en: "Closest persona"), .link(to: "persona")),
            RecordField("has_consent", Text(zh: "已取得记录同意", en: "Consent to record"), .flag),
        ],
        states: .minutes, views: [.board(by: "kind"), .calendar(on: "held_on")])
}
