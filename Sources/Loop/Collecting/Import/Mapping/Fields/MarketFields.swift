/// The world outside: competitors' prices and macro-economic series.
enum MarketFields {
    static let prices: [TargetField] = [
        TargetField("competitor", "竞品", "Competitor", .text, required: true, ["竞争对手", "竞品品牌", "对手", "rival", "brand"]),
        TargetField("product_code", "商品编码", "Product code", .text, required: true, ProductFields.codeWords),
        TargetField(
            "seen_on", "采集日期", "Seen on", .day(mayBeFuture: false), required: true,
            ["日期", "采集时间", "date", "observedon"]),
        TargetField("price", "价格", "Price", .money(mayBeNegative: false), required: true, ["售价", "竞品价格", "unitprice"]),
        TargetField("source", "来源", "Source", .text, ["数据来源", "渠道", "平台", "platform", "url"]),
    ]

    static let series: [TargetField] = [
        TargetField(
            "series", "指标", "Series", .text, required: true, ["指标名称", "序列", "名称", "indicator", "seriesname", "name"]),
        TargetField(
            "observed_on", "日期", "Date", .day(mayBeFuture: true), required: true,
            ["时间", "月份", "统计日期", "date", "month", "period"]),
        TargetField("value", "数值", "Value", .real, required: true, ["值", "指标值", "数据", "amount", "observation"]),
        TargetField("unit", "单位", "Unit", .text, ["计量单位"]),
    ]
}
