import Engine
import Kernel

/// Orders of a chunk, by column.
struct OrderColumns: Sendable {
    private(set) var id: [Int64] = []
    private(set) var customer: [Int64] = []
    private(set) var at: [Int64] = []
    private(set) var day: [Int32] = []
    private(set) var channel: [Int16] = []
    private(set) var outlet: [Int64] = []
    private(set) var dealer: [Int64] = []
    private(set) var place: [Int16] = []
    private(set) var status: [Int16] = []
    private(set) var items: [Int64] = []
    private(set) var gross: [Int64] = []
    private(set) var discount: [Int64] = []
    private(set) var amount: [Int64] = []
    private(set) var cost: [Int64] = []

    var count: Int { id.count }

    mutating func append(_ order: OrderFacts, status: Int16, sums: OrderSums) {
        id.append(order.id)
        customer.append(order.customer)
        at.append(order.moment)
        day.append(Int32(order.day))
        channel.append(Int16(order.channel))
        outlet.append(order.outletID)
        dealer.append(order.dealerID)
        place.append(Int16(order.place))
        self.status.append(status)
        items.append(sums.items)
        gross.append(sums.gross)
        discount.append(sums.discount)
        amount.append(sums.amount)
        cost.append(sums.cost)
    }

    func columns(_ company: Company) -> ColumnSet {
        let places = PlaceAtlas.places
        let start = company.calendar.start.daysSince1970
        var set = ColumnSet()
        set.add("order_id", .int64(id))
        set.add("order_no", numbers(company))
        set.add("customer_id", .int64(customer))
        set.add("ordered_at", .instant(at))
        set.add("ordered_on", Vocabulary.days(day, since: start))
        set.add("channel", Vocabulary.text(channel, SalesChannel.codes))
        set.add("is_private_domain", .bool(channel.map { SalesChannel.isPrivateDomain(Int($0)) }))
        set.add("store_id", Vocabulary.optional(outlet))
        set.add("dealer_id", Vocabulary.optional(dealer))
        set.add("country", Vocabulary.text("CN", rows: count))
        set.add("region", Vocabulary.text(place.map { Int16(places[Int($0)].regionIndex) }, Place.regions))
        set.add("province", Vocabulary.text(place, places.map(\.province)))
        set.add("city", Vocabulary.text(place, places.map(\.city)))
        set.add("status", Vocabulary.text(status, Vocabulary.statuses))
        set.add("item_count", .int64(items))
        set.add("gross_fen", .int64(gross))
        set.add("discount_fen", .int64(discount))
        set.add("amount_fen", .int64(amount))
        set.add("cost_fen", .optionalInt64(cost))
        set.add("currency", Vocabulary.text("CNY", rows: count))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: count)))
        return set
    }

    /// Year, month, day and ten digits that look drawn by lot: the customer and the number of her order, times a number without
    /// common factor, modulo 10¹⁰.
    /// A return carries its order's number after an R.
    private func numbers(_ company: Company) -> ColumnValues {
        var text = DigitText(rows: count, width: 17)
        let prefixes = (0..<(company.calendar.dayCount)).map { offset in
            let (year, month, day) = company.calendar.date(offset).civil
            return Array(String((year % 100) * 10_000 + month * 100 + day).utf8)
        }
        var sold = 0
        for row in 0..<count {
            let isReturn = status[row] == OrderStatus.returned
            if !isReturn { sold = Int(day[row]) }
            let order = isReturn ? id[row] - OrderFacts.returnOffset : id[row]
            let place = (order % 1_000) * 10_000_000 + order / 1_000 - 1
            let scrambled = Int64((UInt64(place) &* 1_234_567_891) % 10_000_000_000)
            text.append((isReturn ? [82] : []) + prefixes[sold], scrambled, width: 10)
        }
        return .textBytes(text.column)
    }
}
