import Kernel

/// One member of a split, or all baskets, beside the period before and the same period of last year.
package struct BasketRow: Sendable, Hashable, Identifiable {
    /// The code of the channel, the name of the category, the number of the product; empty for "not stated" and for all baskets.
    package let member: String
    package let now: BasketFigures
    package let before: BasketFigures
    package let lastYear: BasketFigures
    package let value: CustomerValue
    package let valueLastYear: CustomerValue

    package var id: String { member }

    /// Relative change of the average order value on the period before (环比); `nil` where one of them is missing.
    package var averageOnPrevious: Double? { Self.relative(now.averageFen, before.averageFen) }
    /// The same on last year (同比).
    package var averageOnLastYear: Double? { Self.relative(now.averageFen, lastYear.averageFen) }
    /// Change of the repurchase rate as a difference of shares.
    package var repurchaseOnPrevious: Double? { Self.difference(now.repurchaseRate, before.repurchaseRate) }
    package var repurchaseOnLastYear: Double? { Self.difference(now.repurchaseRate, lastYear.repurchaseRate) }
    package var itemsOnPrevious: Double? { Self.relative(now.itemsPerOrder, before.itemsPerOrder) }
    package var itemsOnLastYear: Double? { Self.relative(now.itemsPerOrder, lastYear.itemsPerOrder) }
    package var valueOnLastYear: Double? { Self.relative(value.marginPerCustomer, valueLastYear.marginPerCustomer) }

    /// More sales come first.
    static func isLarger(_ left: BasketRow, _ right: BasketRow) -> Bool {
        left.now.salesFen == right.now.salesFen
            ? left.member < right.member : left.now.salesFen > right.now.salesFen
    }

    static func relative(_ now: Double?, _ before: Double?) -> Double? {
        guard let now, let before, before > 0 else { return nil }
        return now / before - 1
    }

    static func difference(_ now: Double?, _ before: Double?) -> Double? {
        guard let now, let before else { return nil }
        return now - before
    }
}

/// A split of baskets in a period.
package struct BasketTable: Sendable {
    package let total: BasketRow
    /// The largest first.
    package let rows: [BasketRow]
}
