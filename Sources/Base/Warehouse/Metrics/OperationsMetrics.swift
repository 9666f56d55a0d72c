import Kernel

extension Metric {
    static let orders = Metric(
        "orders", Text(zh: "支付订单数", en: "Orders"), .operations, .count, owner: .sales, behind: .orders,
        .measure(.paidOrders),
        meaning: Text(
            zh: "期内已支付的订单数，不含退货单与已取消订单。",
            en: "Orders paid in the period, without returns and cancelled ones."))

    static let itemsPerOrder = Metric(
        "items_per_order", Text(zh: "连带率", en: "Items per order"), .operations, .ratio, owner: .sales, behind: .orders,
        .ratio(.measure(.items), .measure(.paidOrders)),
        meaning: Text(
            zh: "平均每笔支付订单的商品件数。",
            en: "How many items a paid order holds on average."))

    static let stockTurnover = Metric(
        "stock_turnover", Text(zh: "库存周转率", en: "Stock turnover"), .operations, .ratio, owner: .product,
        .perYear(.ratio(.measure(.goodsCost), .measure(.stockValue))),
        meaning: Text(
            zh: "销售成本除以平均库存金额，折算为年周转次数；平均库存取期初前一日至期末各次盘点的均值。",
            en:
                "Cost of goods sold per mean stock value, as turns a year. The mean is over the stock counts from the eve of the period to its end."
        ))

    static let daysOfStock = Metric(
        "days_of_stock", Text(zh: "库存可售天数", en: "Days of stock"), .operations, .days, .lowerIsBetter, owner: .product,
        .ratio(.measure(.stockValue), .perDay(.measure(.goodsCost))),
        meaning: Text(
            zh: "按期内日均销售成本，平均库存还可销售的天数。",
            en: "How many days the mean stock lasts at the period’s daily cost of goods sold."))

    static let dealerShipments = Metric(
        "dealer_shipments", Text(zh: "经销商发货额", en: "Dealer shipments"), .operations, .money, owner: .sales,
        .measure(.shippedAmount),
        meaning: Text(
            zh: "期内向经销商发货的金额。",
            en: "What was shipped to dealers in the period."))

    static let sellThrough = Metric(
        "sell_through", Text(zh: "经销商动销率", en: "Dealer sell-through"), .operations, .percent, owner: .sales,
        .ratio(.measure(.dealerItems), .measure(.shippedItems)),
        meaning: Text(
            zh: "经销商期内售出件数除以同期向其发货件数；高于 100% 表示在消化库存。",
            en: "Items dealers sold per item shipped to them; above 100 % they live on their stock."))

    static let privateShare = Metric(
        "private_share", Text(zh: "私域销售占比", en: "Private-domain share"), .operations, .percent, owner: .marketing,
        behind: .orders,
        .ratio(.measure(.privateSales), .measure(.netSales)),
        meaning: Text(
            zh: "私域（小程序、企业微信社群等）净销售额占净销售额的比例。",
            en: "Net sales in the private domain (mini program, WeCom groups …) as a share of all net sales."))

    static let storeConversion = Metric(
        "store_conversion", Text(zh: "到店转化率", en: "Store conversion"), .operations, .percent, owner: .sales,
        behind: .orders,
        .ratio(.measure(.storeOrders), .measure(.storeVisits)),
        meaning: Text(
            zh: "门店支付订单数除以到店次数（O2O 转化）。",
            en: "Orders paid in stores per recorded store visit (O2O)."))

    static let communityPosts = Metric(
        "community_posts", Text(zh: "社群发言数", en: "Community posts"), .operations, .count, owner: .marketing,
        .measure(.communityPosts),
        meaning: Text(
            zh: "期内会员在企业微信社群中的发言次数，反映社群活跃度。",
            en: "Posts by members in the WeCom groups: how lively they are."))
}
