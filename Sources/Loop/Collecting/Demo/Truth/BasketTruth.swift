package import Kernel

/// What lies in a basket together, and what promotions do to its size.
package struct BasketTruth: Sendable, Codable {
    package struct Pair: Sendable, Codable {
        package let productCode: String
        package let companionCode: String
        /// Share of the orders with the product that get the companion too, where they do not hold it already.
        package let chance: Double
    }

    package let pairs: [Pair]
    /// How many lines more a basket has because of a promotion.
    package var linesAddedByPromotion = 0.0
    package let note: Text

    init(_ company: Company) {
        pairs = company.companions.map {
            Pair(
                productCode: company.range.products[$0.product].code,
                companionCode: company.range.products[$0.companion].code, chance: Companion.chance)
        }
        note = Text(
            zh: "含 product_code 的订单以 chance 的概率另加一件 companion_code。订单行数与价格无关：促销使更多人下单（见 price），但不使一单买得更多；"
                + "只是件数多的订单更容易含有一件优惠商品，直接比较有无优惠会误以为促销放大了客单价。",
            en:
                "Orders with product_code get one companion_code with that chance. The number of lines does not depend on prices: promotions "
                + "bring more orders (see price), not larger ones. Large orders are only likelier to hold something on offer, so that comparing "
                + "orders with and without discounts makes promotions seem to enlarge baskets.")
    }
}
