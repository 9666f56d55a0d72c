package import Kernel

/// A product of ours with the prices of its counterparts.
package struct PricedProduct: Sendable, Identifiable {
    package let code: String
    package let name: String
    package let category: String
    /// By rival, each in the order of days.
    package let courses: [String: [PricePoint]]

    package var id: String { code }

    /// The latest sighting at a rival, unless it is older than three weeks.
    package func latest(_ rival: String, on day: Day) -> PricePoint? {
        courses[rival]?.last.flatMap { day - $0.day <= Self.freshDays ? $0 : nil }
    }

    static let freshDays = 21
}
