import Kernel

extension Metric {
    static let averageOrderValue = Metric(
        "average_order_value", Text(zh: "客单价", en: "Average order value"), .conversion, .money, owner: .sales,
        behind: .orders,
        .ratio(.measure(.paidSales), .measure(.paidOrders)),
        meaning: Text(
            zh: "已支付订单的平均金额，退货不冲减。",
            en: "What a paid order brings on average; returns are not taken off."))

    static let conversionRate = Metric(
        "conversion_rate", Text(zh: "支付转化率", en: "Conversion rate"), .conversion, .percent, owner: .marketing,
        .share(.paymentVisits, of: .visits),
        meaning: Text(
            zh: "发生支付的访问占全部访问的比例。",
            en: "Share of visits in which something was paid."))

    static let addToCartRate = Metric(
        "add_to_cart_rate", Text(zh: "加购率", en: "Add-to-cart rate"), .conversion, .percent, owner: .marketing,
        .share(.cartVisits, of: .visits),
        meaning: Text(
            zh: "发生加购的访问占全部访问的比例。",
            en: "Share of visits in which something was put into the cart."))

    static let checkoutRate = Metric(
        "checkout_rate", Text(zh: "下单率", en: "Checkout rate"), .conversion, .percent, owner: .marketing,
        .share(.checkoutVisits, of: .visits),
        meaning: Text(
            zh: "进入结算的访问占全部访问的比例。",
            en: "Share of visits that reached the checkout."))

    static let checkoutCompletion = Metric(
        "checkout_completion", Text(zh: "结算完成率", en: "Checkout completion"), .conversion, .percent, owner: .technology,
        .ratio(.measure(.paymentVisits), .measure(.checkoutVisits)),
        meaning: Text(
            zh: "发生支付的访问数除以进入结算的访问数。",
            en: "Visits that paid per visit that reached the checkout."))
}
