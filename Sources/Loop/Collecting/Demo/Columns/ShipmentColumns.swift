import Engine
import Kernel

/// Shipments, by column, numbered on from the last batch.
struct ShipmentColumns {
    private var next: Int64 = 1
    private var id: [Int64] = []
    private var dealer: [Int64] = []
    private var store: [Int64] = []
    private var product: [Int64] = []
    private var day: [Int32] = []
    private var quantity: [Int64] = []
    private var amount: [Int64] = []

    init() {}
    init(after previous: ShipmentColumns) { next = previous.next }

    mutating func append(dealer: Int64, store: Int64, product: Int64, day: Day, quantity: Int64, amount: Int64) {
        id.append(next)
        next += 1
        self.dealer.append(dealer)
        self.store.append(store)
        self.product.append(product)
        self.day.append(day.daysSince1970)
        self.quantity.append(quantity)
        self.amount.append(amount)
    }

    func columns() -> ColumnSet {
        var set = ColumnSet()
        set.add("shipment_id", .int64(id))
        set.add("dealer_id", Vocabulary.optional(dealer))
        set.add("store_id", .int64(store))
        set.add("product_id", .int64(product))
        set.add("shipped_on", .day(day))
        set.add("quantity", .int64(quantity))
        set.add("amount_fen", .int64(amount))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: id.count)))
        return set
    }
}
