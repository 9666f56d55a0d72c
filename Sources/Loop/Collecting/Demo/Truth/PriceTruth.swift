package import Kernel

/// How demand reacts to prices.
package struct PriceTruth: Sendable, Codable {
    package struct CategoryElasticity: Sendable, Codable {
        package let category: String
        /// Demand ~ price^elasticity, outside weekend evenings.
        package let elasticity: Double
        package let weekendEveningElasticity: Double
    }

    package var elasticities = Category.all.map {
        CategoryElasticity(
            category: $0.name, elasticity: -$0.elasticity,
            weekendEveningElasticity: -$0.elasticity * Demand.weekendEveningRatio)
    }
    package var weekendEveningRatio = Demand.weekendEveningRatio
    package var weekendEveningWeekdays = ["Saturday", "Sunday"]
    package var weekendEveningFromHour = 18
    package var weekendEveningToHour = 23
    /// Slots of the day within which a price stands still, by their first hour.
    package var priceSlotHours = [0, 8, 12, 18, 23]
    package var note = Text(
        zh: "每件实付价 = amount_fen ÷ quantity；某类目（或商品）在同一时段内对所有人同价。需求 = 基准 × 季节 × 星期 × 时段 × 广告提升 × (实付价 ÷ 标价)^弹性。"
            + "大促日价格与需求同时变动，拟合时请加入大促日控制变量。",
        en:
            "Price paid per unit = amount_fen ÷ quantity; within a time slot everybody pays the same. Demand = base × season × weekday × slot × "
            + "advertising lift × (paid ÷ list price)^elasticity. On shopping days prices and demand move together: control for those days."
    )
}
