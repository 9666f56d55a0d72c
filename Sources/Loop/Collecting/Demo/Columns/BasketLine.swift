/// One line of a basket before it is booked. Prices and cost per unit, in fen.
struct BasketLine {
    var product: Int
    var productID: Int64
    var category: Int
    var quantity: Int64
    var listFen: Int64
    var priceFen: Int64
    var costFen: Int64
}
