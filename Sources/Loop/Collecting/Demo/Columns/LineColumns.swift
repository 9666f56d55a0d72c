import Engine
import Kernel

/// Order lines of a chunk, by column.
struct LineColumns: Sendable {
    private(set) var order: [Int64] = []
    private(set) var number: [Int32] = []
    private(set) var product: [Int64] = []
    private(set) var customer: [Int64] = []
    private(set) var day: [Int32] = []
    private(set) var quantity: [Int64] = []
    private(set) var unitPrice: [Int64] = []
    private(set) var discount: [Int64] = []
    private(set) var amount: [Int64] = []
    private(set) var cost: [Int64] = []

    var count: Int { order.count }

    mutating func append(_ facts: OrderFacts, _ line: BasketLine, number position: Int, sign: Int64) {
        order.append(facts.id)
        number.append(Int32(position))
        product.append(line.productID)
        customer.append(facts.customer)
        day.append(Int32(facts.day))
        quantity.append(sign * line.quantity)
        unitPrice.append(line.listFen)
        discount.append(sign * line.quantity * (line.listFen - line.priceFen))
        amount.append(sign * line.quantity * line.priceFen)
        cost.append(sign * line.quantity * line.costFen)
    }

    func columns(_ company: Company) -> ColumnSet {
        var set = ColumnSet()
        set.add("order_id", .int64(order))
        set.add("line_no", .int32(number))
        set.add("product_id", .int64(product))
        set.add("customer_id", .int64(customer))
        set.add("ordered_on", Vocabulary.days(day, since: company.calendar.start.daysSince1970))
        set.add("quantity", .int64(quantity))
        set.add("unit_price_fen", .int64(unitPrice))
        set.add("discount_fen", .int64(discount))
        set.add("amount_fen", .int64(amount))
        set.add("cost_fen", .int64(cost))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: count)))
        return set
    }
}
