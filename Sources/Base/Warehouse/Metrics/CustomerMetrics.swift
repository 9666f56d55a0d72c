import Kernel

extension Metric {
    static let activeCustomers = Metric(
        "active_customers", Text(zh: "购买客户数", en: "Active customers"), .customer, .count, owner: .marketing,
        behind: .buyers,
        .measure(.buyers),
        meaning: Text(
            zh: "期内至少有一笔支付订单的客户数，同一客户只计一次。",
            en: "Customers with at least one paid order in the period, each counted once."))

    static let newCustomers = Metric(
        "new_customers", Text(zh: "新客户数", en: "New customers"), .customer, .count, owner: .marketing,
        behind: .newCustomers,
        .measure(.newCustomers),
        meaning: Text(
            zh: "期内首次支付订单的客户数；区域与渠道取首单。",
            en: "Customers whose first paid order fell in the period; region and channel are those of that order."))

    static let repurchaseRate = Metric(
        "repurchase_rate", Text(zh: "复购率", en: "Repurchase rate"), .customer, .percent, owner: .marketing,
        behind: .buyers,
        .share(.repeatBuyers, of: .buyers),
        meaning: Text(
            zh: "期内购买两次及以上的客户占期内购买客户的比例。",
            en: "Share of the period’s customers who bought twice or more in it."))

    static let retention90 = Metric(
        "retention_90", Text(zh: "90 天留存率", en: "90-day retention"), .customer, .percent, owner: .marketing,
        .share(.retained, of: .matured),
        meaning: Text(
            zh: "首购满 90 天的日期落在期内的客户中，90 天内再次购买的比例。",
            en: "Of customers whose 90th day after the first order fell in the period, the share who had ordered again."
        ))

    static let returningShare = Metric(
        "returning_share", Text(zh: "老客占比", en: "Returning share"), .customer, .percent, owner: .marketing,
        behind: .buyers,
        .ratio(.difference(.measure(.buyers), .measure(.newCustomers)), .measure(.buyers)),
        meaning: Text(
            zh: "期内购买客户中，此前已购买过的客户占比。",
            en: "Share of the period’s customers who had bought before it."))

    static let churnedShare = Metric(
        "churned_share", Text(zh: "流失率", en: "Churned share"), .customer, .percent, .lowerIsBetter, owner: .marketing,
        .share(.lapsed, of: .customers),
        meaning: Text(
            zh: "期末已连续 180 天未购买的客户占累计购买客户的比例。",
            en: "Share of all customers so far who, at the end of the period, had not ordered for 180 days."))

    static let wakeUpRate = Metric(
        "wake_up_rate", Text(zh: "唤醒率", en: "Win-back rate"), .customer, .percent, owner: .marketing,
        .ratio(.measure(.revived), .opening(.lapsed)),
        meaning: Text(
            zh: "期内重新购买的流失客户占期初流失客户的比例。",
            en: "Lapsed customers who came back in the period, per lapsed customer at its start."))

    static let memberShare = Metric(
        "member_share", Text(zh: "会员销售占比", en: "Member share"), .customer, .percent, owner: .marketing, behind: .orders,
        .ratio(.measure(.memberSales), .measure(.netSales)),
        meaning: Text(
            zh: "会员（按当前会员身份）净销售额占净销售额的比例。",
            en: "Net sales to members, as they are today, as a share of all net sales."))

    static let revenuePerCustomer = Metric(
        "arpu", Text(zh: "客均消费额", en: "Sales per customer"), .customer, .money, owner: .marketing, behind: .buyers,
        .ratio(.measure(.netSales), .measure(.buyers)),
        meaning: Text(
            zh: "净销售额除以期内购买客户数（ARPU）。",
            en: "Net sales for each customer who bought in the period (ARPU)."))

    static let privateRepurchaseRate = Metric(
        "private_repurchase_rate", Text(zh: "私域复购率", en: "Private-domain repurchase"), .customer, .percent,
        owner: .marketing, behind: .buyers,
        .share(.privateRepeatBuyers, of: .privateBuyers),
        meaning: Text(
            zh: "期内在私域购买两次及以上的客户占私域购买客户的比例。",
            en: "Share of the period’s private-domain customers who bought there twice or more."))

    static let netPromoterScore = Metric(
        "nps", Text(zh: "净推荐值 NPS", en: "Net promoter score"), .customer, .points, owner: .service,
        .netPromoterScore,
        meaning: Text(
            zh: "推荐者（9–10 分）占比减贬损者（0–6 分）占比，附 95% 置信区间（Rocks 2016 修正 Wald 法）。",
            en:
                "Share of promoters (9–10) less share of detractors (0–6), with its 95 % interval (adjusted Wald, Rocks 2016)."
        ))
}
