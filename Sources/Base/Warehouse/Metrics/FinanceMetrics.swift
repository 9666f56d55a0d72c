import Kernel

extension Metric {
    static let revenue = Metric(
        "revenue", Text(zh: "净销售额", en: "Net sales"), .finance, .money, owner: .finance, behind: .orders,
        .measure(.netSales),
        meaning: Text(
            zh: "已支付订单金额减去退货金额，不含已取消订单，按下单日（退货按退货日）计入。",
            en: "What paid orders brought, less returns. Cancelled orders are left out; each counts on its day."))

    static let grossMargin = Metric(
        "gross_margin", Text(zh: "毛利额", en: "Gross margin"), .finance, .money, owner: .finance, behind: .orders,
        .known(
            .difference(.measure(.costedSales), .measure(.goodsCost)), part: .costedSales, whole: .netSales,
            atLeast: 0.95),
        meaning: Text(
            zh: "净销售额减去销售成本。有成本记录的销售额不足 95% 时不计算，以免高估。",
            en: "Net sales less the cost of goods. Not computed where less than 95 % of sales have a known cost."))

    static let grossMarginRate = Metric(
        "gross_margin_rate", Text(zh: "毛利率", en: "Gross margin rate"), .finance, .percent, owner: .finance,
        behind: .orders,
        .known(
            .ratio(.difference(.measure(.costedSales), .measure(.goodsCost)), .measure(.costedSales)),
            part: .costedSales, whole: .netSales, atLeast: 0.95),
        meaning: Text(
            zh: "毛利额占净销售额的比例，两者都只取有成本记录的订单。",
            en: "Gross margin as a share of net sales, both over orders with a known cost."))

    static let discountRate = Metric(
        "discount_rate", Text(zh: "折扣率", en: "Discount rate"), .finance, .percent, .lowerIsBetter, owner: .finance,
        behind: .orders,
        .ratio(.measure(.discount), .measure(.grossSales)),
        meaning: Text(
            zh: "已支付订单的折扣金额占折前销售额的比例。",
            en: "Discounts of paid orders as a share of their sales before discount."))

    static let refundRate = Metric(
        "refund_rate", Text(zh: "退款率", en: "Refund rate"), .finance, .percent, .lowerIsBetter, owner: .finance,
        behind: .orders,
        .ratio(.measure(.refundAmount), .measure(.paidSales)),
        meaning: Text(
            zh: "期内退款金额占期内支付金额的比例，退款按退货日计入。",
            en: "Refunds booked in the period as a share of what was paid in it."))

    static let marketingROI = Metric(
        "roi", Text(zh: "营销投资回报率", en: "Marketing ROI"), .finance, .percent, owner: .finance,
        .known(
            .ratio(.difference(.measure(.attributedMargin), .measure(.adCost)), .measure(.adCost)),
            part: .attributedCosted,
            whole: .attributedSales, atLeast: 0.95),
        meaning: Text(
            zh: "（广告归因毛利 − 广告费用）÷ 广告费用。订单归因于下单前 30 天内最后一次广告触达。",
            en:
                "Margin of orders attributed to ads, less ad cost, per ad cost. An order belongs to the last ad touch of the 30 days before it."
        ))

    static let adCostRate = Metric(
        "ad_cost_rate", Text(zh: "广告费用率", en: "Ad cost rate"), .finance, .percent, .lowerIsBetter, owner: .finance,
        .ratio(.measure(.adCost), .measure(.netSales)),
        meaning: Text(
            zh: "广告费用占净销售额的比例。",
            en: "Ad cost as a share of net sales."))

    static let revenuePerStore = Metric(
        "revenue_per_store", Text(zh: "店均销售额", en: "Sales per store"), .finance, .money, owner: .sales, behind: .orders,
        .ratio(.measure(.storeSales), .measure(.openStores)),
        meaning: Text(
            zh: "门店净销售额除以期末营业门店数。",
            en: "Net sales in stores for each store open at the end of the period."))
}
