import Kernel
package import Records
import Warehouse

extension RecordType {
    package static let marketSegment = RecordType(
        "market_segment", Text(zh: "份额细分", en: "Share segment"), prefix: "MSEG", rows: ["S-02"],
        meaning: Text(
            zh: "按品类、渠道与区域划出的一块市场：我方销售额自动从订单取数，市场销售额逐期录入，两者相除即市场份额。",
            en:
                "A part of the market by category, channel and region: our sales are read from orders, the market's are entered for each period, and one by the other is the market share."
        ),
        title: Text(zh: "细分名称", en: "Segment"),
        fields: [
            RecordField(
                "categories", Text(zh: "品类", en: "Categories"), .line,
                help: Text(
                    zh: "与商品资料中的品类一字不差，多个用顿号或逗号隔开；空着表示全部品类",
                    en: "As the product data have them, set apart by commas; empty: all"), section: scope),
            RecordField(
                "channels", Text(zh: "渠道", en: "Channels"),
                .choices(ChannelName.sales.map { Choice($0.code, $0.name) }),
                help: Text(zh: "不选表示全部渠道", en: "None chosen: all"), section: scope),
            RecordField(
                "regions", Text(zh: "大区", en: "Regions"), .choices(RegionName.all.map { Choice($0.code, $0.name) }),
                help: Text(zh: "不选表示全国", en: "None chosen: the whole country"), section: scope),
            RecordField(
                "counting", Text(zh: "市场口径", en: "How the market is counted"), .longText,
                help: Text(
                    zh: "写清市场销售额包含什么、是否含税、是零售额还是出厂额，须与我方净销售额可比",
                    en:
                        "What the market's sales hold, with or without tax, retail or ex works: comparable with our net sales"
                )),
            .owner, .note,
        ])

    private static let scope = Text(zh: "细分范围", en: "What belongs to it")
}
