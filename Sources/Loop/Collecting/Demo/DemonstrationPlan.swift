package import Kernel

/// What the demonstration company shall be: its size, its seed and the last day of its three years.
package struct DemonstrationPlan: Sendable, Hashable {
    /// 1,000 … 10,000,000.
    package let customers: Int
    package let seed: Seed
    /// The last day with data.
    package let until: Day
    package let zone: BusinessZone

    /// Customers made and written at once. The company is the same whatever this is.
    package var chunkSize = 20_000
    /// How many chunks are made at the same time. The company is the same whatever this is.
    package var workers = 2

    /// Numbers of the customers of each chunk, counted from 1.
    var chunks: [Range<Int>] {
        stride(from: 1, through: customers, by: chunkSize).map { $0..<min($0 + chunkSize, customers + 1) }
    }

    package static let sizes = 1_000...10_000_000

    package init(customers: Int, seed: Seed, until: Day, zone: BusinessZone) throws(DemonstrationProblem) {
        guard DemonstrationPlan.sizes.contains(customers) else { throw .sizeOutOfRange(String(customers)) }
        guard (2019...2035).contains(until.year) else { throw .dayOutOfRange(until) }
        self.customers = customers
        self.seed = seed
        self.until = until
        self.zone = zone
    }

    /// The last full day before now: where the story ends unless somebody says otherwise.
    package static func defaultEnd(_ clock: Clock, zone: BusinessZone) -> Day { zone.day(of: clock.now()) - 1 }

    /// Reads `10k`, `1M`, `250000`, `1.5m`.
    package static func customers(_ text: String) throws(DemonstrationProblem) -> Int {
        let lower = text.lowercased()
        let factor: Double = lower.hasSuffix("k") ? 1_000 : lower.hasSuffix("m") ? 1_000_000 : 1
        guard let number = Double(factor == 1 ? lower : String(lower.dropLast())), number.isFinite, number > 0,
            Double(sizes.lowerBound)...Double(sizes.upperBound) ~= (number * factor).rounded()
        else { throw .sizeOutOfRange(text) }
        return Int((number * factor).rounded())
    }
}
