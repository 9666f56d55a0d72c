import Kernel

/// Everything about the demonstration company that does not depend on a single customer. Made once, then only read.
final class Company: Sendable {
    let plan: DemonstrationPlan
    let calendar: StoryCalendar
    let range: ProductRange
    let prices: PriceBook
    let media: MediaPlan
    let demand: Demand
    let network: SalesNetwork
    let recruitment: Recruitment
    let names = PersonNames()
    let outage: Outage
    /// Shares of orders outside the home channel, by month of the story.
    let channelMix: [WeightedChoice]
    let homes: WeightedChoice
    /// Unit cost in fen, by week × product.
    let costFen: [Int64]
    let listPriceFen: [Int64]
    let productID: [Int64]
    let campaigns: CampaignList
    /// What is bought together beyond chance.
    let companions: [Companion]

    /// What advertising costs for each customer over the three years, in fen.
    private static let advertisingPerCustomer = 4_200.0

    init(_ plan: DemonstrationPlan) {
        self.plan = plan
        let seed = plan.seed
        calendar = StoryCalendar(until: plan.until, zone: plan.zone)
        range = ProductRange(seed: seed)
        prices = PriceBook(calendar: calendar, products: range.products.count, seed: seed)
        media = MediaPlan(
            calendar: calendar, budgetFen: Double(plan.customers) * Company.advertisingPerCustomer, seed: seed)
        demand = Demand(calendar: calendar, range: range, prices: prices, media: media)
        network = SalesNetwork(customers: plan.customers, seed: seed)
        recruitment = Recruitment(calendar: calendar, demand: demand, media: media, customers: plan.customers)
        outage = Outage(calendar: calendar)
        let months = calendar.months.count
        channelMix = (0..<months).map { SalesChannel.mix(at: Double($0) / Double(months - 1)) }
        homes = WeightedChoice(PlaceAtlas.places.map(\.weight))
        let products = range.products
        costFen = (0..<calendar.weeks).flatMap { week in products.map { $0.unitCostFen(on: week * 7) } }
        listPriceFen = products.map(\.listPriceFen)
        productID = products.map(\.id)
        campaigns = CampaignList(calendar: calendar)
        companions = Companion.all(in: range)
    }

    func costFen(day: Int, product: Int) -> Int64 { costFen[day / 7 * listPriceFen.count + product] }
}
