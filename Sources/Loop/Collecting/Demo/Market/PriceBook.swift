import Kernel

/// All prices of the story: the list price less a category promotion (by week), a time-slot deal (by slot of the day), a festival
/// price cut and a product's own promotion (by week). Everybody pays the same price at the same moment, so that what demand
/// does when it moves is the planted elasticity and nothing else.
struct PriceBook: Sendable {
    private let calendar: StoryCalendar
    /// What remains of the list price, by cell of the calendar × category.
    private let categoryFactor: [Double]
    /// What remains after the product's own promotion, by week × product.
    private let productFactor: [Double]
    private let products: Int

    static let categories = Category.all.count

    init(calendar: StoryCalendar, products: Int, seed: Seed) {
        self.calendar = calendar
        self.products = products
        categoryFactor = PriceBook.categoryFactors(calendar, seed)
        productFactor = (0..<(calendar.weeks * products)).map { index in
            var dice = Dice(seed.derive("product promotion", index))
            return dice.happens(0.12) ? 1 - dice.pick([0.08, 0.10, 0.15, 0.20]) : 1
        }
    }

    func categoryFactor(cell: Int, category: Int) -> Double { categoryFactor[cell * PriceBook.categories + category] }
    func productFactor(week: Int, product: Int) -> Double { productFactor[week * products + product] }

    /// What a customer pays per unit, in fen: rounded to ten fen as shops write it.
    func priceFen(list: Int64, cell: Int, category: Int, product: Int) -> Int64 {
        let week = cell / StoryCalendar.slots / 7
        let factor = categoryFactor(cell: cell, category: category) * productFactor(week: week, product: product)
        return max(10, Int64((Double(list) * factor / 10).rounded()) * 10)
    }

    private static func categoryFactors(_ calendar: StoryCalendar, _ seed: Seed) -> [Double] {
        var factors: [Double] = []
        factors.reserveCapacity(calendar.cells * categories)
        for day in 0..<calendar.dayCount {
            let date = calendar.date(day)
            for slot in 0..<StoryCalendar.slots {
                for category in 0..<categories {
                    let week = weekPromotion(day / 7, category, seed)
                    let deal = slotDeal(day, slot, category, seed)
                    factors.append((1 - week) * (1 - deal) * (1 - festivalCut(date, category)))
                }
            }
        }
        return factors
    }

    /// Three weeks in ten a category is on promotion.
    private static func weekPromotion(_ week: Int, _ category: Int, _ seed: Seed) -> Double {
        var dice = Dice(seed.derive("week promotion", week * 64 + category))
        return dice.happens(0.30) ? dice.pick([0.05, 0.08, 0.10, 0.12, 0.15, 0.20]) : 0
    }

    /// One slot in six carries a limited-time deal; none at night.
    private static func slotDeal(_ day: Int, _ slot: Int, _ category: Int, _ seed: Seed) -> Double {
        guard slot >= 1, slot <= StoryCalendar.eveningSlot else { return 0 }
        var dice = Dice(seed.derive("slot deal", (day * 8 + slot) * 64 + category))
        return dice.happens(0.17) ? dice.pick([0.05, 0.08, 0.10, 0.12]) : 0
    }

    private static func festivalCut(_ date: Day, _ category: Int) -> Double {
        let (_, month, day) = date.civil
        let deep = category == 2 || category == 6 ? 0.04 : 0
        switch (month, day) {
        case (11, 1), (11, 10...11), (6, 18): return 0.20 + deep
        case (11, 2...9), (6, 16...17), (6, 1): return 0.12 + deep
        case (6, 2...15), (3, 6...8), (12, 12): return 0.08 + deep
        default: return 0
        }
    }
}
