import Kernel
import Records

/// Fields that many types have, with one name and meaning everywhere.
extension RecordField {
    static let owner = RecordField("owner", Text(zh: "负责人", en: "Owner"), .person)
    static let participants = RecordField("participants", Text(zh: "参与人", en: "Participants"), .people)
    static let evidence = RecordField(
        "evidence", Text(zh: "依据", en: "Evidence"), .longText,
        help: Text(
            zh: "写清数据、口径与来源，让没参加讨论的人也能复核。",
            en: "Figures, how they were counted and where they come from, so that an outsider can check them."))
    static let source = RecordField("source", Text(zh: "来源", en: "Source"), .line)
    static let sourceLink = RecordField("source_link", Text(zh: "来源链接", en: "Link to the source"), .web)
    static let metric = RecordField(
        "metric", Text(zh: "对应指标", en: "Metric"), .metric,
        help: Text(zh: "取自指标口径库，数值自动读取。", en: "From the metric dictionary; its values are read by themselves."))
    static let startsOn = RecordField("starts_on", Text(zh: "开始日期", en: "Starts on"), .day)
    static let endsOn = RecordField("ends_on", Text(zh: "结束日期", en: "Ends on"), .day)
    static let dueOn = RecordField("due_on", Text(zh: "截止日期", en: "Due on"), .day)
    static let reviewOn = RecordField("review_on", Text(zh: "下次复核日", en: "Next review on"), .day)
    static let note = RecordField("note", Text(zh: "备注", en: "Note"), .longText)
    static let region = RecordField("region", Text(zh: "区域", en: "Region"), .region)

    /// A judgement from 1 to 5; `help` says what the ends mean.
    static func score(_ id: String, _ name: Text, help: Text? = nil, section: Text? = nil) -> RecordField {
        RecordField(id, name, .scale(1...5), help: help, section: section)
    }

    /// How a number beside a metric is written; whoever computes with it converts.
    static let inMetricUnit = Text(
        zh: "按指标的显示单位填写：金额以元计，比例写百分数（28% 写 28）",
        en: "In the unit that the metric is shown in: whole units of money, shares in percent (28 for 28 %)")
}
