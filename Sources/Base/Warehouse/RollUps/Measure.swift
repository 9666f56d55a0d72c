package import Kernel

/// The countable parts that metrics are made of. Each is a column of one or more roll-ups, under this very name.
package enum Measure: String, Sendable, CaseIterable, Codable {
    case netSales = "net_sales"
    /// Of the whole market: entered by people, in no roll-up.
    case marketSales = "market_sales"
    case paidSales = "paid_sales"
    case grossSales = "gross_sales"
    case discount
    case saleOrders = "sale_orders"
    case paidOrders = "paid_orders"
    case refundAmount = "refund_amount"
    case items
    case costedSales = "costed_sales"
    case goodsCost = "goods_cost"
    case privateSales = "private_sales"
    case memberSales = "member_sales"
    case storeSales = "store_sales"
    case storeOrders = "store_orders"
    case dealerItems = "dealer_items"
    case buyers
    case yearBuyers = "year_buyers"
    case repeatBuyers = "repeat_buyers"
    case privateBuyers = "private_buyers"
    case privateRepeatBuyers = "private_repeat_buyers"
    case newCustomers = "new_customers"
    case customers, lapsed, revived, matured, retained, registrations
    case originSales = "origin_sales"
    case originOrders = "origin_orders"
    case pageViews = "page_views"
    case visits
    case cartVisits = "cart_visits"
    case checkoutVisits = "checkout_visits"
    case paymentVisits = "payment_visits"
    case visitors
    case messageOpens = "message_opens"
    case messageClicks = "message_clicks"
    case storeVisits = "store_visits"
    case communityPosts = "community_posts"
    case adCost = "ad_cost"
    case impressions, clicks, leads
    case attributedSales = "attributed_sales"
    case attributedMargin = "attributed_margin"
    case attributedCosted = "attributed_costed"
    case stockValue = "stock_value"
    case shippedAmount = "shipped_amount"
    case shippedItems = "shipped_items"
    case openStores = "open_stores"
    case npsAnswers = "nps_answers"
    case npsPromoters = "nps_promoters"
    case npsDetractors = "nps_detractors"
    case mentions
    case positiveMentions = "positive_mentions"
    case negativeMentions = "negative_mentions"

    package var name: Text { Self.names[self] ?? Text(verbatim: rawValue) }

    private static let names: [Measure: Text] = [
        .netSales: Text(zh: "净销售额", en: "net sales"),
        .marketSales: Text(zh: "细分市场销售额", en: "sales of the segment's market"),
        .paidSales: Text(zh: "支付金额", en: "paid sales"),
        .grossSales: Text(zh: "折前销售额", en: "sales before discount"),
        .discount: Text(zh: "折扣金额", en: "discount"),
        .saleOrders: Text(zh: "支付与退货订单数", en: "paid and returned orders"),
        .paidOrders: Text(zh: "支付订单数", en: "paid orders"),
        .refundAmount: Text(zh: "退款金额", en: "refunds"),
        .items: Text(zh: "支付件数", en: "items paid"),
        .costedSales: Text(zh: "有成本记录的净销售额", en: "net sales with known cost"),
        .goodsCost: Text(zh: "销售成本", en: "cost of goods sold"),
        .privateSales: Text(zh: "私域净销售额", en: "net sales in the private domain"),
        .memberSales: Text(zh: "会员净销售额", en: "net sales to members"),
        .storeSales: Text(zh: "门店净销售额", en: "net sales in stores"),
        .storeOrders: Text(zh: "门店订单数", en: "orders in stores"),
        .dealerItems: Text(zh: "经销商售出件数", en: "items sold by dealers"),
        .buyers: Text(zh: "购买客户数", en: "customers who bought"),
        .yearBuyers: Text(zh: "近 365 天购买客户数", en: "customers who bought within 365 days"),
        .repeatBuyers: Text(zh: "购买两次及以上的客户数", en: "customers who bought twice or more"),
        .privateBuyers: Text(zh: "私域购买客户数", en: "customers who bought in the private domain"),
        .privateRepeatBuyers: Text(zh: "私域购买两次及以上的客户数", en: "customers who bought there twice or more"),
        .newCustomers: Text(zh: "首次购买客户数", en: "customers who bought for the first time"),
        .customers: Text(zh: "累计购买客户数", en: "customers so far"),
        .lapsed: Text(zh: "流失客户数", en: "lapsed customers"),
        .revived: Text(zh: "唤醒客户数", en: "customers won back"),
        .matured: Text(zh: "首购满 90 天的客户数", en: "customers 90 days after their first order"),
        .retained: Text(zh: "其中 90 天内复购的客户数", en: "those of them who ordered again"),
        .registrations: Text(zh: "注册客户数", en: "customers who registered"),
        .originSales: Text(zh: "来源客户的支付金额", en: "paid sales to customers of an origin"),
        .originOrders: Text(zh: "来源客户的支付订单数", en: "paid orders of customers of an origin"),
        .pageViews: Text(zh: "浏览量", en: "page views"),
        .visits: Text(zh: "访问次数", en: "visits"),
        .cartVisits: Text(zh: "加购访问数", en: "visits that added to the cart"),
        .checkoutVisits: Text(zh: "下单访问数", en: "visits that reached the checkout"),
        .paymentVisits: Text(zh: "支付访问数", en: "visits that paid"),
        .visitors: Text(zh: "独立访客数", en: "unique visitors"),
        .messageOpens: Text(zh: "消息打开数", en: "messages opened"),
        .messageClicks: Text(zh: "消息点击数", en: "messages clicked"),
        .storeVisits: Text(zh: "到店次数", en: "store visits"),
        .communityPosts: Text(zh: "社群发言数", en: "community posts"),
        .adCost: Text(zh: "广告费用", en: "ad cost"),
        .impressions: Text(zh: "曝光次数", en: "impressions"),
        .clicks: Text(zh: "广告点击次数", en: "ad clicks"),
        .leads: Text(zh: "线索数", en: "leads"),
        .attributedSales: Text(zh: "广告归因销售额", en: "sales attributed to ads"),
        .attributedMargin: Text(zh: "广告归因毛利", en: "gross margin attributed to ads"),
        .attributedCosted: Text(zh: "有成本记录的广告归因销售额", en: "attributed sales with known cost"),
        .stockValue: Text(zh: "平均库存金额", en: "mean stock value"),
        .shippedAmount: Text(zh: "发货金额", en: "shipped amount"),
        .shippedItems: Text(zh: "向经销商发货件数", en: "items shipped to dealers"),
        .openStores: Text(zh: "营业门店数", en: "open stores"),
        .npsAnswers: Text(zh: "NPS 回答数", en: "NPS answers"),
        .npsPromoters: Text(zh: "推荐者（9–10 分）", en: "promoters (9–10)"),
        .npsDetractors: Text(zh: "贬损者（0–6 分）", en: "detractors (0–6)"),
        .mentions: Text(zh: "品牌提及数", en: "mentions"),
        .positiveMentions: Text(zh: "正面提及数", en: "positive mentions"),
        .negativeMentions: Text(zh: "负面提及数", en: "negative mentions"),
    ]
}
