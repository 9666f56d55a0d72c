import Kernel

extension Metric {
    static let adCost = Metric(
        "ad_cost", Text(zh: "广告费用", en: "Ad cost"), .efficiency, .money, .lowerIsBetter, owner: .marketing,
        .measure(.adCost),
        meaning: Text(
            zh: "期内各广告渠道的投放费用合计。",
            en: "What advertising cost in all ad channels."))

    static let clickThroughRate = Metric(
        "ctr", Text(zh: "点击率 CTR", en: "Click-through rate"), .efficiency, .percent, owner: .marketing,
        .share(.clicks, of: .impressions),
        meaning: Text(
            zh: "广告点击次数除以曝光次数。",
            en: "Ad clicks per impression."))

    static let costPerClick = Metric(
        "cpc", Text(zh: "单次点击成本 CPC", en: "Cost per click"), .efficiency, .money, .lowerIsBetter, owner: .marketing,
        .ratio(.measure(.adCost), .measure(.clicks)),
        meaning: Text(
            zh: "每次广告点击的平均费用。",
            en: "What an ad click costs on average."))

    static let acquisitionCost = Metric(
        "cac", Text(zh: "获客成本 CAC", en: "Customer acquisition cost"), .efficiency, .money, .lowerIsBetter,
        owner: .marketing,
        .ratio(.measure(.adCost), .measure(.newCustomers)),
        meaning: Text(
            zh: "广告费用除以新客户数。",
            en: "Ad cost for each new customer."))

    static let returnOnAdSpend = Metric(
        "roas", Text(zh: "广告投产比 ROAS", en: "Return on ad spend"), .efficiency, .ratio, owner: .marketing,
        .ratio(.measure(.attributedSales), .measure(.adCost)),
        meaning: Text(
            zh: "广告归因销售额除以广告费用，可按广告渠道查看各渠道回报。",
            en: "Sales attributed to ads per ad cost; split it by ad channel to see each one’s return."))

    static let leads = Metric(
        "leads", Text(zh: "线索数", en: "Leads"), .efficiency, .count, owner: .marketing,
        .measure(.leads),
        meaning: Text(
            zh: "广告带来的新线索数。",
            en: "New leads that advertising brought."))

    static let costPerLead = Metric(
        "cost_per_lead", Text(zh: "单条线索成本 CPL", en: "Cost per lead"), .efficiency, .money, .lowerIsBetter,
        owner: .marketing,
        .ratio(.measure(.adCost), .measure(.leads)),
        meaning: Text(
            zh: "每条新线索的平均广告费用。",
            en: "Ad cost for each new lead."))
}
