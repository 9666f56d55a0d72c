import Kernel

/// Turns a moment of purchase into an order with its lines, and some orders into cancellations and returns.
struct OrderMaker {
    private let company: Company
    private var basket: [BasketLine] = []

    /// This share of orders is placed in the customer's home channel.
    static let homeShare = 0.55
    static let cancelledShare = 0.015
    static let returnedShare = 0.032

    /// What came of a purchase.
    struct Outcome {
        var facts: OrderFacts
        /// Seconds since local midnight.
        var second: Double
        /// False when the planted outage made the payment fail: then there is no order.
        var isPlaced: Bool
        var isPaid: Bool
        var amountFen: Int64
        var firstProduct: Int
    }

    init(_ company: Company) { self.company = company }

    mutating func order(
        _ person: Person, number: Int, moment: Double, into chunk: inout Chunk, _ dice: inout Dice
    ) -> Outcome {
        let (day, second, cell) = company.localTime(of: moment, taste: person.taste)
        var facts = facts(person, number, day: day, second: second, cell: cell, &dice)
        fillBasket(person, cell: cell, day: day, &dice)
        addCompanions(order: facts.id, cell: cell, day: day)
        var outcome = Outcome(
            facts: facts, second: second, isPlaced: true, isPaid: true, amountFen: 0, firstProduct: basket[0].product)
        let region = PlaceAtlas.places[facts.place].regionIndex
        if company.outage.strikes(day: day, channel: facts.channel, region: region, &dice) {
            outcome.isPlaced = false
            return outcome
        }
        if dice.happens(OrderMaker.cancelledShare) {
            let wanted = sums()
            chunk.orders.append(
                facts, status: OrderStatus.cancelled,
                sums: OrderSums(items: wanted.items, gross: wanted.gross, discount: wanted.gross))
            outcome.isPaid = false
            return outcome
        }
        outcome.amountFen = book(facts, &chunk)
        if dice.happens(OrderMaker.returnedShare) { sendBack(&facts, second: second, into: &chunk, &dice) }
        return outcome
    }

    private func sums() -> OrderSums {
        basket.reduce(into: OrderSums()) { sums, line in
            sums.items += line.quantity
            sums.gross += line.quantity * line.listFen
            sums.discount += line.quantity * (line.listFen - line.priceFen)
            sums.amount += line.quantity * line.priceFen
            sums.cost += line.quantity * line.costFen
        }
    }

    private func book(_ facts: OrderFacts, _ chunk: inout Chunk) -> Int64 {
        let sums = sums()
        chunk.orders.append(facts, status: OrderStatus.paid, sums: sums)
        let month = company.calendar.monthOfDay[facts.day]
        let outlet =
            facts.outletID >= 0
            ? Int(facts.outletID) - 1 : company.network.warehouseByRegion[PlaceAtlas.places[facts.place].regionIndex]
        for (position, line) in basket.enumerated() {
            chunk.lines.append(facts, line, number: position + 1, sign: 1)
            chunk.tally.sold(outlet: outlet, month: month, product: line.product, quantity: line.quantity)
        }
        chunk.tally.earned(month: month, region: PlaceAtlas.places[facts.place].regionIndex, fen: sums.amount)
        return sums.amount
    }

    /// The whole order goes back within two weeks, unless the story ends before.
    private func sendBack(_ facts: inout OrderFacts, second: Double, into chunk: inout Chunk, _ dice: inout Dice) {
        let day = facts.day + 2 + dice.index(12)
        let clock = 9.0 * 3600 + dice.uniform() * 10 * 3600
        guard day < company.calendar.dayCount else { return }
        facts.id += OrderFacts.returnOffset
        facts.day = day
        facts.moment = company.calendar.moment(day, second: clock)
        chunk.orders.append(facts, status: OrderStatus.returned, sums: sums().negated)
        for (position, line) in basket.enumerated() { chunk.lines.append(facts, line, number: position + 1, sign: -1) }
    }

    private func facts(_ person: Person, _ number: Int, day: Int, second: Double, cell: Int, _ dice: inout Dice)
        -> OrderFacts
    {
        var facts = OrderFacts(
            id: person.id * 1_000 + Int64(number), customer: person.id,
            moment: company.calendar.moment(day, second: second), day: day, cell: cell,
            channel: person.homeChannel, outletID: -1, dealerID: -1, place: person.place)
        if !dice.happens(OrderMaker.homeShare) {
            facts.channel = company.channelMix[company.calendar.monthOfDay[day]].pick(&dice)
        }
        let network = company.network
        if facts.channel == SalesChannel.store || facts.channel == SalesChannel.dealer {
            let serving =
                facts.channel == SalesChannel.store
                ? network.ownByPlace[person.place] : network.franchiseByPlace[person.place]
            if let outlet = SalesNetwork.open(serving, network.outlets, on: day, &dice) {
                facts.outletID = network.outlets[outlet].id
                facts.dealerID = network.outlets[outlet].dealer.map { network.dealers[$0].id } ?? -1
                facts.place = network.outlets[outlet].place
            } else {
                // No store near: she orders online.
                facts.channel = dice.happens(0.6) ? SalesChannel.tmall : SalesChannel.miniProgram
            }
        }
        return facts
    }

    private mutating func fillBasket(_ person: Person, cell: Int, day: Int, _ dice: inout Dice) {
        basket.removeAll(keepingCapacity: true)
        for _ in 0...min(7, dice.poisson(person.basket)) {
            let category = company.demand.category(cell: cell, taste: person.taste, &dice)
            let product = company.demand.product(cell: cell, category: category, &dice)
            let u = dice.uniform()
            let quantity: Int64 = u < 0.80 ? 1 : u < 0.96 ? 2 : 3
            if let same = basket.firstIndex(where: { $0.product == product }) {
                basket[same].quantity += quantity
                continue
            }
            basket.append(line(product, category, quantity, cell: cell, day: day))
        }
    }

    /// What belongs together is bought together: a chance of its own for each order, so that all else stays as it is drawn.
    private mutating func addCompanions(order: Int64, cell: Int, day: Int) {
        for (number, pair) in company.companions.enumerated() where holds(pair.product) && !holds(pair.companion) {
            var dice = Dice(company.plan.seed.derive("companion", Int(order) * 8 + number))
            guard dice.happens(Companion.chance) else { continue }
            basket.append(line(pair.companion, pair.category, 1, cell: cell, day: day))
        }
    }

    private func holds(_ product: Int) -> Bool { basket.contains { $0.product == product } }

    private func line(_ product: Int, _ category: Int, _ quantity: Int64, cell: Int, day: Int) -> BasketLine {
        let list = company.listPriceFen[product]
        return BasketLine(
            product: product, productID: company.productID[product], category: category, quantity: quantity,
            listFen: list,
            priceFen: company.prices.priceFen(list: list, cell: cell, category: category, product: product),
            costFen: company.costFen(day: day, product: product))
    }
}
