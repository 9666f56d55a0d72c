import Engine
import Kernel

/// Shipments and month-end stock that fit what each outlet sold: an outlet is filled up to its cover of recent sales. The diverter
/// receives more than it sells and keeps none of it; the stuffed dealer receives more than it sells and sits on it.
struct GoodsFlow {
    private let company: Company
    private let tally: Tally
    private var shipments = ShipmentColumns()
    private var stock = StockColumns()
    private var nextOutlet = 0

    /// For this many months up to the end, the stuffed dealer gets 2.4 times what it sells.
    static let stuffedMonths = 5
    static let stuffing = 1.4
    private static let wholesale = [0.56, 0.60, 0.64]

    init(_ company: Company, _ tally: Tally) {
        self.company = company
        self.tally = tally
    }

    /// Shipments and stock of the next outlets; `nil` when all are done.
    mutating func next() -> (shipments: ColumnSet, stock: ColumnSet)? {
        let outlets = company.network.outlets.count
        guard nextOutlet < outlets else { return nil }
        shipments = ShipmentColumns(after: shipments)
        stock = StockColumns()
        while nextOutlet < outlets, stock.count < 200_000 {
            for product in company.range.products.indices { flow(nextOutlet, product) }
            nextOutlet += 1
        }
        return (shipments.columns(), stock.columns())
    }

    private mutating func flow(_ outlet: Int, _ product: Int) {
        let months = company.calendar.months.count
        let sold = (0..<months).map { tally.units(outlet: outlet, month: $0, product: product) }
        guard let first = sold.firstIndex(where: { $0 > 0 }) else { return }
        var dice = Dice(company.plan.seed.derive("stock", outlet * 1_000 + product))
        let cover = dice.uniform(0.9, 1.9)
        var held = 1 + Int((cover * Double(sold[first])).rounded())
        let ends = company.calendar.monthEnds
        for month in first..<months {
            let isSold = sold[month...].contains { $0 > 0 }
            let recent = Double(sold[max(first, month - 2)...month].reduce(0, +)) / Double(min(3, month - first + 1))
            let target = isSold || recent > 0 ? 1 + Int((cover * recent).rounded()) : 0
            let regular = max(0, sold[month] + target - held)
            let extra = extras(outlet, month, sold: sold[month], &dice)
            held += regular + extra.kept - sold[month]
            ship(outlet, product, month, regular + extra.kept + extra.passedOn, &dice)
            if held < 0 { held = 0 }
            if held > 0 || isSold { count(outlet, product, day: ends[month].day, held) }
        }
    }

    private func extras(_ outlet: Int, _ month: Int, sold: Int, _ dice: inout Dice) -> (kept: Int, passedOn: Int) {
        guard let dealer = company.network.outlets[outlet].dealer else { return (0, 0) }
        if dealer == company.network.stuffed, month >= company.calendar.months.count - GoodsFlow.stuffedMonths {
            return (Int(Double(sold) * GoodsFlow.stuffing + dice.uniform()), 0)
        }
        let diversionMonth = company.calendar.monthOfDay[DiversionPlan.firstDay(company.calendar)]
        if dealer == company.network.diverter, month >= diversionMonth {
            return (0, Int(Double(sold) * DiversionPlan.dealersWorth + dice.uniform()))
        }
        return (0, 0)
    }

    private mutating func ship(_ outlet: Int, _ product: Int, _ month: Int, _ quantity: Int, _ dice: inout Dice) {
        let place = company.network.outlets[outlet]
        guard quantity > 0, place.kind != .warehouse else { return }
        let last = company.calendar.monthEnds[month].day
        let first = month == 0 ? 0 : company.calendar.monthEnds[month - 1].day + 1
        let day = first + dice.index(last - first + 1)
        let unit: Int64
        if let dealer = place.dealer {
            unit = Int64(
                Double(company.listPriceFen[product]) * GoodsFlow.wholesale[company.network.dealers[dealer].level])
        } else {
            unit = company.costFen(day: day, product: product)
        }
        shipments.append(
            dealer: place.dealer.map { company.network.dealers[$0].id } ?? -1, store: place.id,
            product: company.productID[product],
            day: company.calendar.date(day), quantity: Int64(quantity), amount: unit * Int64(quantity))
    }

    private mutating func count(_ outlet: Int, _ product: Int, day: Int, _ held: Int) {
        stock.append(
            day: company.calendar.date(day), store: company.network.outlets[outlet].id,
            product: company.productID[product],
            quantity: Int64(held), value: Int64(held) * company.costFen(day: day, product: product))
    }
}
