import Kernel

/// The market's clock. Each customer buys at her own steady rate *per market day*; a market day is longer on the calendar when
/// demand is low and shorter when a festival, a price cut or advertising drives it. So season, price and advertising act on every
/// order exactly as planted, and the purchase process stays BG/NBD in market time.
struct Demand: Sendable {
    private let calendar: StoryCalendar
    private let range: ProductRange
    /// Demand for a category in a cell, for a customer without a favourite: cell × category.
    private let categoryDemand: [Double]
    /// Popularity × life × own promotion of a product: (ordinary, weekend evening) × week × product.
    private let productDemand: [[Double]]
    /// The market clock of the customers whose favourite is category k.
    let clocks: [CumulativeCurve]
    /// Taste × category, laid flat for the hot loop.
    private let affinities: [Double]
    private let hours: [CumulativeCurve]

    /// A favourite category takes this share of a customer's wishes; the rest is spread like everybody's.
    static let favouriteShare = 0.45
    /// Elasticity on weekend evenings, relative to all other times.
    static let weekendEveningRatio = 1.8

    init(calendar: StoryCalendar, range: ProductRange, prices: PriceBook, media: MediaPlan) {
        self.calendar = calendar
        self.range = range
        let products = Demand.productDemand(calendar, range, prices)
        productDemand = products
        let demand = Demand.categoryDemand(calendar, range, prices, media, products)
        categoryDemand = demand
        clocks = Category.all.indices.map { Demand.clock(of: $0, demand, calendar) }
        affinities = Category.all.indices.flatMap { taste in
            Category.all.indices.map { Demand.affinity(taste, $0) }
        }
        hours = (0..<StoryCalendar.slots).map {
            CumulativeCurve(Array(Season.hours[StoryCalendar.slotHours[$0]..<StoryCalendar.slotHours[$0 + 1]]))
        }
    }

    /// How much a customer with favourite `taste` wishes for `category`.
    static func affinity(_ taste: Int, _ category: Int) -> Double {
        (1 - favouriteShare) * Category.all[category].share + (taste == category ? favouriteShare : 0)
    }

    /// Seconds since midnight of a moment inside a slot: busy hours get more of it.
    func second(slot: Int, fraction: Double) -> Double {
        let (hour, part) = hours[slot].moment(of: fraction * hours[slot].total)
        return (Double(StoryCalendar.slotHours[slot] + hour) + part) * 3600
    }

    func category(cell: Int, taste: Int, _ dice: inout Dice) -> Int {
        let (first, wishes) = (cell * PriceBook.categories, taste * PriceBook.categories)
        var total = 0.0
        for category in 0..<PriceBook.categories {
            total += affinities[wishes + category] * categoryDemand[first + category]
        }
        var rest = dice.uniform() * total
        for category in 0..<PriceBook.categories {
            rest -= affinities[wishes + category] * categoryDemand[first + category]
            if rest < 0 { return category }
        }
        return taste
    }

    /// The product that a buyer of the category takes, as a position in the range.
    func product(cell: Int, category: Int, _ dice: inout Dice) -> Int {
        let (day, slot) = (cell / StoryCalendar.slots, cell % StoryCalendar.slots)
        let weights = productDemand[calendar.isWeekendEvening(day: day, slot: slot) ? 1 : 0]
        let first = day / 7 * range.products.count
        let positions = range.byCategory[category]
        var total = 0.0
        for position in positions { total += weights[first + position] }
        var rest = dice.uniform() * total
        for position in positions {
            rest -= weights[first + position]
            if rest < 0 { return position }
        }
        return positions.lowerBound
    }

    private static func productDemand(_ calendar: StoryCalendar, _ range: ProductRange, _ prices: PriceBook)
        -> [[Double]]
    {
        [1, weekendEveningRatio].map { ratio in
            var weights: [Double] = []
            weights.reserveCapacity(calendar.weeks * range.products.count)
            for week in 0..<calendar.weeks {
                for (position, product) in range.products.enumerated() {
                    let elasticity = Category.all[product.category].elasticity * ratio
                    let price = Steady.power(prices.productFactor(week: week, product: position), -elasticity)
                    // A product sells only in whole weeks after its launch, so no order precedes it.
                    let alive = product.launchedOn <= week * 7 && (product.retiredOn.map { $0 > week * 7 + 6 } ?? true)
                    weights.append(alive ? product.popularity * product.life(on: week * 7 + 3) * price : 0)
                }
            }
            return weights
        }
    }

    private static func categoryDemand(
        _ calendar: StoryCalendar, _ range: ProductRange, _ prices: PriceBook, _ media: MediaPlan,
        _ products: [[Double]]
    ) -> [Double] {
        let slotShares = (0..<StoryCalendar.slots).map {
            Season.hours[StoryCalendar.slotHours[$0]..<StoryCalendar.slotHours[$0 + 1]].reduce(0, +)
                / Season.hours.reduce(0, +)
        }
        let assortment = [0, 1].map { assortmentPull(calendar, range, products[$0]) }
        var demand: [Double] = []
        demand.reserveCapacity(calendar.cells * PriceBook.categories)
        for cell in 0..<calendar.cells {
            let (day, slot) = (cell / StoryCalendar.slots, cell % StoryCalendar.slots)
            let evening = calendar.isWeekendEvening(day: day, slot: slot)
            let month = calendar.months[calendar.monthOfDay[day]].month
            let everybody =
                Season.festival(calendar.date(day)) * Season.weekdays[calendar.weekdayOfDay[day]] * slotShares[slot]
                * media.lift[day]
            for (index, category) in Category.all.enumerated() {
                let elasticity = category.elasticity * (evening ? weekendEveningRatio : 1)
                let price = Steady.power(prices.categoryFactor(cell: cell, category: index), -elasticity)
                let pull = assortment[evening ? 1 : 0][day / 7 * PriceBook.categories + index]
                demand.append(everybody * category.months[month - 1] * price * pull)
            }
        }
        return demand
    }

    /// What products' own promotions add to their category's demand, by week × category: 1 without promotions, however many there are.
    private static func assortmentPull(_ calendar: StoryCalendar, _ range: ProductRange, _ weights: [Double])
        -> [Double]
    {
        var pull: [Double] = []
        for week in 0..<calendar.weeks {
            for positions in range.byCategory {
                let listed = positions.filter { weights[week * range.products.count + $0] > 0 }
                let plain = listed.reduce(0) {
                    $0 + range.products[$1].popularity * range.products[$1].life(on: week * 7 + 3)
                }
                pull.append(listed.reduce(0) { $0 + weights[week * range.products.count + $1] } / plain)
            }
        }
        return pull
    }

    /// One market day is an average calendar day of the story.
    private static func clock(of taste: Int, _ demand: [Double], _ calendar: StoryCalendar) -> CumulativeCurve {
        let weights = (0..<calendar.cells).map { cell in
            (0..<PriceBook.categories).reduce(0) { $0 + affinity(taste, $1) * demand[cell * PriceBook.categories + $1] }
        }
        let scale = Double(calendar.dayCount) / weights.reduce(0, +)
        return CumulativeCurve(weights.map { $0 * scale })
    }
}
