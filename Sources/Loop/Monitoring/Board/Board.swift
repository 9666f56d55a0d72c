package import Kernel
package import Warehouse

/// A board at one moment.
package struct Board: Sendable {
    package let view: BoardView
    package let periods: ComparedPeriods
    package let filters: [DimensionFilter]
    package let cards: [BoardCard]
    package let zone: BusinessZone
    package let currency: Currency
    package let refreshedAt: Instant?
    /// The version of the roll-ups it was made from.
    package let version: Int64

    /// How many cards show each light.
    package func count(_ light: Light) -> Int { cards.count { $0.light == light } }

    /// Bad news first; within a light in the order of the view.
    package var byUrgency: [BoardCard] {
        cards.enumerated().sorted { ($0.element.light.urgency, $0.offset) < ($1.element.light.urgency, $1.offset) }
            .map(\.element)
    }
}
