extension Metric {
    /// The metric dictionary: every metric there is, family by family.
    package static let all: [Metric] = [
        revenue, grossMargin, grossMarginRate, discountRate, refundRate, marketingROI, adCostRate, revenuePerStore,
        orders, itemsPerOrder, stockTurnover, daysOfStock, dealerShipments, sellThrough, privateShare,
        storeConversion, communityPosts,
        activeCustomers, newCustomers, repurchaseRate, retention90, returningShare, churnedShare, wakeUpRate,
        memberShare, revenuePerCustomer, privateRepurchaseRate, netPromoterScore,
        pageViews, visits, visitors, pagesPerVisit, messageClickRate,
        averageOrderValue, conversionRate, addToCartRate, checkoutRate, checkoutCompletion,
        adCost, clickThroughRate, costPerClick, acquisitionCost, returnOnAdSpend, leads, costPerLead,
        impressions, mentions, positiveShare, negativeShare,
    ]

    private static let byID = Dictionary(measurable.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// The metric of that id.
    package static func named(_ id: String) -> Metric? { byID[id] }
}
