import Kernel
package import Records

extension RecordType {
    package static let segmentSize: RecordType = RecordType(
        "segment_size", Text(zh: "细分市场规模", en: "Segment size"), prefix: "MSIZ", rows: ["S-02"],
        meaning: Text(
            zh: "一个细分在一段时期内全市场的销售额，注明来源与可信度；可以从表格批量导入。",
            en: "What the whole market sold in a segment in a period, with source and confidence; may be imported."),
        title: Text(zh: "期间名称", en: "Period"),
        fields: [
            RecordField("segment", Text(zh: "份额细分", en: "Share segment"), .link(to: "market_segment"), required: true),
            RecordField("starts_on", Text(zh: "开始日期", en: "Starts on"), .day, required: true),
            RecordField(
                "ends_on", Text(zh: "结束日期", en: "Ends on"), .day, required: true,
                help: Text(zh: "含当日，例如 3 月 31 日", en: "This day counts, such as 31 March")),
            RecordField("sales", Text(zh: "市场销售额", en: "Sales of the market"), .money, required: true),
            .source, .sourceLink, RecordField("confidence", Text(zh: "可信度", en: "Confidence"), .choice(.confidence)),
            .note,
        ],
        views: [.timeline(from: "starts_on", to: "ends_on")], rules: [.segmentSizes])
}
