package import Kernel
package import Warehouse

/// A board as one kind of reader needs it (KP-11): which cards, in which order.
package struct BoardView: Sendable, Identifiable, Hashable {
    package let id: String
    package let name: Text
    /// What it answers.
    package let purpose: Text
    private let metricIDs: [String]

    package var metrics: [Metric] { metricIDs.compactMap(Metric.named) }

    /// All views, the executive one first.
    package static let all: [BoardView] = [executive, region, marketing, finance, customer]

    package static func named(_ id: String) -> BoardView? { all.first { $0.id == id } }

    /// Thirty numbers across finance, operations and customers.
    package static let executive = BoardView(
        id: "executive", name: Text(zh: "经营总览", en: "Executive"),
        purpose: Text(
            zh: "财务、运营、客户、流量与投放的 30 项核心指标", en: "Thirty core numbers of finance, operations, customers and spend"),
        metricIDs: [
            "revenue", "gross_margin", "gross_margin_rate", "roi", "discount_rate", "refund_rate", "ad_cost_rate",
            "orders", "average_order_value", "items_per_order", "stock_turnover", "days_of_stock", "dealer_shipments",
            "sell_through", "private_share", "revenue_per_store",
            "active_customers", "new_customers", "repurchase_rate", "retention_90", "churned_share", "member_share",
            "nps",
            "visits", "visitors", "conversion_rate", "checkout_completion",
            "ad_cost", "cac", "roas",
        ])

    /// For whoever answers for a region: channels, stores and dealers.
    package static let region = BoardView(
        id: "region", name: Text(zh: "区域经营", en: "Region"),
        purpose: Text(zh: "所辖区域的销售、渠道、门店与客户", en: "Sales, channels, stores and customers of a region"),
        metricIDs: [
            "revenue", "orders", "average_order_value", "items_per_order", "gross_margin_rate", "discount_rate",
            "refund_rate",
            "revenue_per_store", "dealer_shipments", "sell_through", "stock_turnover", "private_share",
            "active_customers", "new_customers", "repurchase_rate", "churned_share", "nps",
        ])

    /// For the project and marketing teams.
    package static let marketing = BoardView(
        id: "marketing", name: Text(zh: "营销投放", en: "Marketing"),
        purpose: Text(zh: "流量、转化、投放效率与品牌声量", en: "Traffic, conversion, efficiency of spend, and the brand"),
        metricIDs: [
            "ad_cost", "roas", "roi", "cac", "ctr", "cpc", "leads", "cost_per_lead", "impressions",
            "page_views", "visits", "visitors", "pages_per_visit", "message_click_rate", "community_posts",
            "conversion_rate", "add_to_cart_rate", "checkout_rate", "checkout_completion",
            "new_customers", "private_share", "private_repurchase_rate", "mentions", "positive_share", "negative_share",
        ])

    package static let finance = BoardView(
        id: "finance", name: Text(zh: "财务", en: "Finance"),
        purpose: Text(zh: "收入、毛利、折扣、费用与库存占用", en: "Income, margin, discounts, spend and stock"),
        metricIDs: [
            "revenue", "gross_margin", "gross_margin_rate", "discount_rate", "refund_rate", "ad_cost", "ad_cost_rate",
            "roi",
            "stock_turnover", "days_of_stock", "dealer_shipments", "revenue_per_store", "arpu",
        ])

    package static let customer = BoardView(
        id: "customer", name: Text(zh: "客户经营", en: "Customers"),
        purpose: Text(zh: "拉新、复购、留存、流失与口碑", en: "Winning, keeping and losing customers, and what they say"),
        metricIDs: [
            "active_customers", "new_customers", "returning_share", "repurchase_rate", "retention_90", "churned_share",
            "wake_up_rate", "member_share", "arpu", "average_order_value", "private_share", "private_repurchase_rate",
            "nps",
            "cac", "store_conversion", "community_posts",
        ])
}
