/// What an order is, apart from its lines.
struct OrderFacts {
    var id: Int64
    var customer: Int64
    var moment: Int64
    var day: Int
    var cell: Int
    var channel: Int
    /// −1 where there is none.
    var outletID: Int64
    var dealerID: Int64
    var place: Int

    /// Ids of a customer's orders: customer × 1000 + number; a return adds this to its order's id.
    static let returnOffset: Int64 = 100_000_000_000
}

/// Sums over the lines of an order.
struct OrderSums {
    var items: Int64 = 0
    var gross: Int64 = 0
    var discount: Int64 = 0
    var amount: Int64 = 0
    var cost: Int64 = 0

    /// What a return books: everything with the other sign.
    var negated: OrderSums {
        OrderSums(items: -items, gross: -gross, discount: -discount, amount: -amount, cost: -cost)
    }
}

/// Positions in `Vocabulary.statuses`.
enum OrderStatus {
    static let paid: Int16 = 0
    static let returned: Int16 = 1
    static let cancelled: Int16 = 2
}
