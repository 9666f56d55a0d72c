import Engine
import Kernel
import Stats

/// What was counted of the baskets of some days, with or without a certain product in them.
package struct BasketFigures: Sendable, Hashable {
    package let orders: Int64
    package let salesFen: Int64
    /// Pieces: of the member itself, where one is asked for.
    package let items: Int64
    /// What the member itself brought of `salesFen`.
    package let ownFen: Int64
    package let buyers: Int64
    /// Buyers with two such baskets or more.
    package let repeatBuyers: Int64

    package static let none = BasketFigures(orders: 0, salesFen: 0, items: 0, ownFen: 0, buyers: 0, repeatBuyers: 0)

    package init(orders: Int64, salesFen: Int64, items: Int64, ownFen: Int64, buyers: Int64, repeatBuyers: Int64) {
        self.orders = orders
        self.salesFen = salesFen
        self.items = items
        self.ownFen = ownFen
        self.buyers = buyers
        self.repeatBuyers = repeatBuyers
    }

    init(_ row: EngineRow) throws {
        self.init(
            orders: try row.int("orders"), salesFen: try row.int("sales_fen"), items: try row.int("items"),
            ownFen: try row.int("own_fen"), buyers: try row.int("buyers"), repeatBuyers: try row.int("repeat_buyers"))
    }

    /// 客单价, in fen; `nil` without baskets.
    package var averageFen: Double? { Self.quotient(salesFen, orders) }
    package var itemsPerOrder: Double? { Self.quotient(items, orders) }
    /// What the member itself brought to a basket, in fen.
    package var ownPerOrderFen: Double? { Self.quotient(ownFen, orders) }
    /// 复购率, from 0 to 1; `nil` without known buyers.
    package var repurchaseRate: Double? { Self.quotient(repeatBuyers, buyers) }
    /// Its 95 % interval (Wilson 1927).
    package var repurchaseInterval: (lower: Double, upper: Double)? {
        wilsonInterval(successes: Double(repeatBuyers), trials: Double(buyers))
    }

    private static func quotient(_ above: Int64, _ below: Int64) -> Double? {
        below > 0 ? Double(above) / Double(below) : nil
    }
}
