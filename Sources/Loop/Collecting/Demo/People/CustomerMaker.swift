import Kernel

/// Lives customers one after the other, each from her own seed, and writes what happens to her into a chunk.
struct CustomerMaker {
    private let company: Company
    private let persons: PersonMaker
    private var orders: OrderMaker
    private var sessions: SessionMaker
    private var life = PurchaseProcess.Life(activeUntil: 0, dropout: 0)

    init(_ company: Company) {
        self.company = company
        persons = PersonMaker(company)
        orders = OrderMaker(company)
        sessions = SessionMaker(company)
    }

    /// Customers are numbered from 1. Calls `pause` now and then, which may throw to stop.
    static func chunk(_ numbers: Range<Int>, of company: Company, pause: () throws -> Void = {}) rethrows -> Chunk {
        var maker = CustomerMaker(company)
        var chunk = Chunk(company, customers: numbers.count)
        for number in numbers {
            if number % 512 == 0 { try pause() }
            maker.live(number, into: &chunk)
        }
        return chunk
    }

    private mutating func live(_ number: Int, into chunk: inout Chunk) {
        var dice = Dice(company.plan.seed.derive("customer", number))
        let source = company.recruitment.source(&dice)
        let taste = company.recruitment.taste(&dice)
        let arrival = company.recruitment.arrival(source: source, taste: taste, &dice)
        let person = persons.person(Int64(number), arrival: arrival, source: source, taste: taste, &dice)
        PurchaseProcess.live(arrival: arrival, end: company.demand.clocks[taste].total * 0.999_999, &life, &dice)
        sessions.begin()
        let spent = buy(person, into: &chunk, &dice)
        sessions.browsing(person, from: max(0, arrival), to: max(0, life.activeUntil), into: &chunk, &dice)
        enrol(person, spent: spent, into: &chunk, &dice)
    }

    private mutating func buy(_ person: Person, into chunk: inout Chunk, _ dice: inout Dice) -> Int64 {
        var spent: Int64 = 0
        for (number, moment) in life.purchases.enumerated() {
            let order = orders.order(person, number: number, moment: moment, into: &chunk, &dice)
            sessions.visit(person, order, into: &chunk, &dice)
            spent += order.amountFen
            if order.isPaid, order.isPlaced, dice.happens(Satisfaction.answerShare) {
                answer(order, into: &chunk, &dice)
            }
        }
        return spent
    }

    private func answer(_ order: OrderMaker.Outcome, into chunk: inout Chunk, _ dice: inout Dice) {
        let day = order.facts.day + 1 + dice.index(6)
        guard day < company.calendar.dayCount else { return }
        let region = PlaceAtlas.places[order.facts.place].regionIndex
        let score = Satisfaction.score(company, day: day, region: region, dropout: life.dropout, &dice)
        let moment = company.calendar.moment(day, second: dice.uniform(9, 22) * 3600)
        let comment = CustomerWords.comment(
            score: score, product: company.range.products[order.firstProduct], &dice)
        chunk.answers.append(
            order, score: score, comment: comment, day: day, at: moment,
            product: company.productID[order.firstProduct])
    }

    /// Members are those who came through the company's own doors, and most who bought; levels follow what they have spent.
    private func enrol(_ person: Person, spent: Int64, into chunk: inout Chunk, _ dice: inout Dice) {
        let isMember = dice.happens(person.homeChannel >= SalesChannel.miniProgram ? 0.9 : spent > 0 ? 0.55 : 0.25)
        let yuan = spent / 100
        let level = yuan >= 3_000 ? 3 : yuan >= 1_200 ? 2 : yuan >= 400 ? 1 : 0
        chunk.customers.append(person, level: isMember ? level : -1, &dice)
        chunk.identities.append(person, isMember: isMember, &dice)
        if person.source >= SalesChannel.count, person.registeredDay >= 0 {
            chunk.tally.wonCustomer(
                day: person.registeredDay, channel: person.source - SalesChannel.count,
                region: PlaceAtlas.places[person.place].regionIndex)
        }
    }
}
