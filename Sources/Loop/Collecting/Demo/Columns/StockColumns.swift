import Engine
import Kernel

/// Month-end stock counts, by column.
struct StockColumns {
    private var day: [Int32] = []
    private var store: [Int64] = []
    private var product: [Int64] = []
    private var quantity: [Int64] = []
    private var value: [Int64] = []

    var count: Int { day.count }

    mutating func append(day: Day, store: Int64, product: Int64, quantity: Int64, value: Int64) {
        self.day.append(day.daysSince1970)
        self.store.append(store)
        self.product.append(product)
        self.quantity.append(quantity)
        self.value.append(value)
    }

    func columns() -> ColumnSet {
        var set = ColumnSet()
        set.add("counted_on", .day(day))
        set.add("store_id", .int64(store))
        set.add("product_id", .int64(product))
        set.add("quantity", .int64(quantity))
        set.add("value_fen", .int64(value))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: count)))
        return set
    }
}
