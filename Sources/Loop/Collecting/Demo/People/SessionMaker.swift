/// Events around orders and between them: visits, advertisements clicked, messages opened, store visits, scans.
struct SessionMaker {
    private let company: Company
    private var sessions: Int64 = 0

    /// Sessions without a purchase, per order or active month.
    static let browsingPerActiveMonth = 0.30
    /// How many advertisements precede an order within two weeks.
    static let touchesBeforeOrder = 1.0
    static let scanShare = 0.30
    /// Visits to the store that end without a purchase, per store order.
    static let looksBeforeStoreOrder = 2.2

    init(_ company: Company) { self.company = company }

    mutating func begin() { sessions = 0 }

    /// The visit in which an order was placed on one of the company's own sites, or the visit to the store.
    mutating func visit(_ person: Person, _ order: OrderMaker.Outcome, into chunk: inout Chunk, _ dice: inout Dice) {
        touches(person, order, into: &chunk, &dice)
        let facts = order.facts
        if SalesChannel.isOwnSite(facts.channel) {
            shopping(person, order, into: &chunk, &dice)
        } else if facts.channel == SalesChannel.store {
            storeVisits(person, order, into: &chunk, &dice)
        } else if facts.channel == SalesChannel.dealer, order.isPaid, dice.happens(SessionMaker.scanShare) {
            scan(person, order, into: &chunk, &dice)
        }
    }

    private mutating func shopping(
        _ person: Person, _ order: OrderMaker.Outcome, into chunk: inout Chunk, _ dice: inout Dice
    ) {
        let (facts, product) = (order.facts, company.productID[order.firstProduct])
        let session = nextSession(person)
        let pace = dice.uniform(0.5, 1.8)
        let campaign = dice.happens(0.3) ? company.campaigns.campaign(on: facts.day) : -1
        step(
            person, .pageView, facts, order.second - 540 * pace,
            page: dice.happens(0.3) ? PageCode.activity : PageCode.home, session, campaign, into: &chunk)
        if dice.happens(0.45) {
            let seen = company.demand.product(cell: facts.cell, category: person.taste, &dice)
            step(
                person, .productView, facts, order.second - 400 * pace, page: PageCode.product, session,
                product: company.productID[seen], into: &chunk)
        }
        step(
            person, .productView, facts, order.second - 260 * pace, page: PageCode.product, session, product: product,
            into: &chunk)
        step(
            person, .addToCart, facts, order.second - 150 * pace, page: PageCode.cart, session, product: product,
            into: &chunk)
        let failure = order.isPlaced ? nil : #"{"error":"PAY_TIMEOUT"}"#
        step(
            person, .checkout, facts, order.second - 45 * pace, page: PageCode.checkout, session, properties: failure,
            into: &chunk)
        if !order.isPlaced { chunk.tally.failedPayment() }
        if order.isPlaced, order.isPaid {
            step(person, .payment, facts, order.second, page: PageCode.paid, session, into: &chunk)
        }
    }

    /// Advertisements and messages that the buyer met in the two weeks before.
    private func touches(_ person: Person, _ order: OrderMaker.Outcome, into chunk: inout Chunk, _ dice: inout Dice) {
        for _ in 0..<min(4, dice.poisson(SessionMaker.touchesBeforeOrder)) {
            let ago = dice.exponential() * 4
            let day = order.facts.day - Int(ago)
            guard day >= max(0, person.registeredDay - 14), ago < 14 else { continue }
            let campaign = company.campaigns.campaign(on: day)
            let second = order.second - 1_800 - dice.uniform() * 3_600
            if SalesChannel.isPrivateDomain(person.homeChannel), dice.happens(0.45) {
                add(person, .messageOpen, day, second, SalesChannel.wecom, campaign: campaign, into: &chunk)
                guard dice.happens(0.24) else { continue }
                add(person, .messageClick, day, second + 20, SalesChannel.wecom, campaign: campaign, into: &chunk)
            } else {
                let channel = touchChannel(person, day, &dice)
                add(person, .pageView, day, second, channel, page: PageCode.activity, campaign: campaign, into: &chunk)
            }
        }
    }

    /// The visit in which she bought, and those of the weeks before in which she only looked.
    private func storeVisits(_ person: Person, _ order: OrderMaker.Outcome, into chunk: inout Chunk, _ dice: inout Dice)
    {
        add(person, .storeVisit, order.facts.day, order.second - 900, SalesChannel.store, into: &chunk)
        for _ in 0..<min(6, dice.poisson(SessionMaker.looksBeforeStoreOrder)) {
            let day = order.facts.day - 1 - dice.index(25)
            guard day >= 0 else { continue }
            add(person, .storeVisit, day, dice.uniform(10, 21) * 3600, SalesChannel.store, into: &chunk)
        }
    }

    /// The more a channel's advertising has worked up to that day, the likelier the touch came from there.
    private func touchChannel(_ person: Person, _ day: Int, _ dice: inout Dice) -> Int {
        if person.source >= SalesChannel.count, dice.happens(0.35) { return person.source }
        var total = 0.0
        for channel in 0..<MediaPlan.channels { total += weight(channel, day) }
        var rest = dice.uniform() * total
        for channel in 0..<MediaPlan.channels {
            rest -= weight(channel, day)
            if rest < 0 { return SalesChannel.count + channel }
        }
        return SalesChannel.count
    }

    private func weight(_ channel: Int, _ day: Int) -> Double {
        MediaChannel.all[channel].lift * company.media.response(day: day, channel: channel)
    }

    /// Visits that end without an order, while she is a customer and, rarely, afterwards.
    mutating func browsing(
        _ person: Person, from start: Double, to end: Double, into chunk: inout Chunk, _ dice: inout Dice
    ) {
        guard end > start else { return }
        let months = (end - start) / 30
        for _
            in 0..<min(
                400, dice.poisson(months * SessionMaker.browsingPerActiveMonth * (0.4 + dice.exponential() * 0.6)))
        {
            let (day, second, cell) = company.localTime(of: dice.uniform(start, end), taste: person.taste)
            browse(person, day: day, second: second, cell: cell, into: &chunk, &dice)
        }
    }

    private mutating func browse(
        _ person: Person, day: Int, second: Double, cell: Int, into chunk: inout Chunk, _ dice: inout Dice
    ) {
        let session = nextSession(person)
        let channel =
            SalesChannel.isOwnSite(person.homeChannel)
            ? person.homeChannel : dice.happens(0.7) ? SalesChannel.miniProgram : SalesChannel.officialSite
        var facts = OrderFacts(
            id: 0, customer: person.id, moment: 0, day: day, cell: cell, channel: channel, outletID: -1, dealerID: -1,
            place: person.place)
        let campaign = dice.happens(0.25) ? company.campaigns.campaign(on: day) : -1
        if campaign >= 0, dice.happens(0.5) { facts.channel = touchChannel(person, day, &dice) }
        step(
            person, .pageView, facts, second, page: campaign >= 0 ? PageCode.activity : PageCode.home, session,
            campaign, into: &chunk)
        let depth = dice.uniform()
        guard depth > 0.28 else { return }
        facts.channel = channel
        let product = company.productID[
            company.demand.product(
                cell: cell, category: company.demand.category(cell: cell, taste: person.taste, &dice), &dice)]
        if depth > 0.55 { step(person, .pageView, facts, second + 25, page: PageCode.list, session, into: &chunk) }
        step(person, .productView, facts, second + 60, page: PageCode.product, session, product: product, into: &chunk)
        if depth > 0.70 {
            let next = company.productID[company.demand.product(cell: cell, category: person.taste, &dice)]
            step(
                person, .productView, facts, second + 140, page: PageCode.product, session, product: next, into: &chunk)
        }
        if depth > 0.86 {
            step(person, .addToCart, facts, second + 220, page: PageCode.cart, session, product: product, into: &chunk)
        }
        if depth > 0.955 {
            step(person, .checkout, facts, second + 290, page: PageCode.checkout, session, into: &chunk)
        }
        if depth > 0.30, depth < 0.33 {
            step(person, .couponClaim, facts, second + 90, page: PageCode.activity, session, campaign, into: &chunk)
        }
        if depth > 0.33, depth < 0.342 {
            step(
                person, .serviceContact, facts, second + 120, page: PageCode.member, session, product: product,
                into: &chunk)
        }
        if depth > 0.342, depth < 0.352 {
            add(person, .communityPost, day, second + 300, SalesChannel.wecom, into: &chunk)
        }
    }

    /// A buyer scans the code on the pack. In the region into which the diverter sells, some packs turn out to be the diverter's.
    private func scan(_ person: Person, _ order: OrderMaker.Outcome, into chunk: inout Chunk, _ dice: inout Dice) {
        let (facts, network) = (order.facts, company.network)
        let place = PlaceAtlas.places[facts.place]
        var dealer = Int(facts.dealerID) - 1
        let inReach =
            place.regionIndex == SalesNetwork.diversionTarget && facts.day >= DiversionPlan.firstDay(company.calendar)
        if inReach, dice.happens(DiversionPlan.share(network)) { dealer = network.diverter }
        let isDiverted =
            dealer == network.diverter
            && place.regionIndex != PlaceAtlas.places[network.dealers[dealer].place].regionIndex
        chunk.tally.scanned(diverted: isDiverted)
        let text = #"{"dealer":"\#(network.dealers[dealer].code)","region":"\#(place.region)","city":"\#(place.city)"}"#
        let stamp = company.calendar.stamp(facts.day, second: order.second + 1_200)
        chunk.events.append(
            customer: person.id, at: stamp.moment, day: stamp.day, .qrScan, channel: SalesChannel.dealer,
            device: person.device,
            product: company.productID[order.firstProduct], properties: text)
    }

    private mutating func nextSession(_ person: Person) -> Int64 {
        sessions += 1
        return person.id * 10_000 + sessions
    }

    private func step(
        _ person: Person, _ kind: EventKind, _ facts: OrderFacts, _ second: Double, page: Int, _ session: Int64,
        _ campaign: Int16 = -1,
        product: Int64 = -1, properties: String? = nil, into chunk: inout Chunk
    ) {
        let stamp = company.calendar.stamp(facts.day, second: second)
        guard stamp.day >= 0 else { return }
        chunk.events.append(
            customer: person.id, at: stamp.moment, day: stamp.day, kind, channel: facts.channel, device: person.device,
            page: page,
            campaign: campaign, product: product, session: session, properties: properties)
    }

    private func add(
        _ person: Person, _ kind: EventKind, _ day: Int, _ second: Double, _ channel: Int, page: Int = -1,
        campaign: Int16 = -1,
        into chunk: inout Chunk
    ) {
        let stamp = company.calendar.stamp(day, second: second)
        guard stamp.day >= 0 else { return }
        chunk.events.append(
            customer: person.id, at: stamp.moment, day: stamp.day, kind, channel: channel, device: person.device,
            page: page, campaign: campaign)
    }
}
