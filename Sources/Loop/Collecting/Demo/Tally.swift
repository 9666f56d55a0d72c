/// Counts over customers that later tables are made from: goods sold, customers won, money taken. Whole numbers only, so that adding
/// chunks gives the same sums in any order.
struct Tally: Sendable {
    private let months: Int
    private let products: Int
    /// By outlet × month × product.
    private(set) var soldUnits: [Int32]
    /// By day × advertising channel × region.
    private(set) var won: [Int32]
    /// By month × region.
    private(set) var revenueFen: [Int64]
    private(set) var counts = Counts()

    /// Totals for the outcome and for the surveys.
    struct Counts: Sendable {
        var paidOrders: Int64 = 0
        var diverted: Int64 = 0
        var scans: Int64 = 0
        var outageFailures: Int64 = 0
    }

    init(_ company: Company) {
        months = company.calendar.months.count
        products = company.listPriceFen.count
        soldUnits = Array(repeating: 0, count: company.network.outlets.count * months * products)
        won = Array(repeating: 0, count: company.calendar.dayCount * MediaPlan.channels * Place.regions.count)
        revenueFen = Array(repeating: 0, count: months * Place.regions.count)
    }

    mutating func sold(outlet: Int, month: Int, product: Int, quantity: Int64) {
        soldUnits[(outlet * months + month) * products + product] += Int32(quantity)
    }

    mutating func wonCustomer(day: Int, channel: Int, region: Int) {
        won[(day * MediaPlan.channels + channel) * Place.regions.count + region] += 1
    }

    mutating func earned(month: Int, region: Int, fen: Int64) {
        revenueFen[month * Place.regions.count + region] += fen
        counts.paidOrders += 1
    }

    mutating func failedPayment() { counts.outageFailures += 1 }

    mutating func scanned(diverted: Bool) {
        counts.scans += 1
        if diverted { counts.diverted += 1 }
    }

    func units(outlet: Int, month: Int, product: Int) -> Int {
        Int(soldUnits[(outlet * months + month) * products + product])
    }

    func customersWon(day: Int, channel: Int, region: Int) -> Int {
        Int(won[(day * MediaPlan.channels + channel) * Place.regions.count + region])
    }

    mutating func add(_ other: Tally) {
        for index in soldUnits.indices { soldUnits[index] += other.soldUnits[index] }
        for index in won.indices { won[index] += other.won[index] }
        for index in revenueFen.indices { revenueFen[index] += other.revenueFen[index] }
        counts.paidOrders += other.counts.paidOrders
        counts.diverted += other.counts.diverted
        counts.scans += other.counts.scans
        counts.outageFailures += other.counts.outageFailures
    }
}
