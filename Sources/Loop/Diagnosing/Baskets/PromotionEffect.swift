import Engine
import Kernel
import Stats

/// What promotions did to baskets: those around a promoted main product against comparable ones around one at full price, beside the
/// plain comparison of baskets with and without any discount. Neither is an experiment.
///
/// Assumptions: (1) within a stratum (channel, region, month, first or repeat order, category of the main product) whether the main
/// product was promoted has nothing to do with how much else the customer would have bought; (2) customers are independent.
/// Subclassification with weights of the promoted: Imbens & Rubin (2015), "Causal inference", chapter 17.
package struct PromotionEffect: Sendable, Hashable, Identifiable {
    package let member: String
    /// Baskets around a promoted main product.
    package let promoted: Int64
    /// Those of them that have comparable others, and how many these are.
    package let matched: Int64
    package let compared: Int64
    /// Baskets with any discount, and without.
    package let discounted: Int64
    package let plain: Int64
    private let sums: [PromotionOutcome: Sums]

    package var id: String { member }

    /// A difference with its 95 % interval; in fen for money.
    package struct Estimate: Sendable, Hashable {
        package let difference: Double
        package let lower: Double
        package let upper: Double
        /// The difference as a share of what baskets would have been without.
        package let relative: Double?

        /// The interval holds no zero.
        package var isClear: Bool { lower > 0 || upper < 0 }
    }

    /// With fewer on either side an estimate says nothing.
    package static let least: Int64 = 30

    private struct Sums: Hashable {
        let gain: Double
        let base: Double
        let variance: Double
        let discounted: SampleSums
        let plain: SampleSums
    }

    init(_ row: EngineRow) throws {
        member = try row.text("member")
        promoted = try row.int("promoted")
        matched = try row.int("matched")
        compared = try row.int("compared")
        let (discounted, plain) = (try row.int("discounted"), try row.int("plain"))
        self.discounted = discounted
        self.plain = plain
        sums = try PromotionOutcome.allCases.reduce(into: [:]) { sums, outcome in
            func value(_ name: String) throws -> Double { try row.double("\(outcome.rawValue)_\(name)") }
            sums[outcome] = Sums(
                gain: try value("gain"), base: try value("base"), variance: try value("variance"),
                discounted: SampleSums(
                    count: Double(discounted), sum: try value("discounted_sum"),
                    squares: try value("discounted_squares")),
                plain: SampleSums(
                    count: Double(plain), sum: try value("plain_sum"), squares: try value("plain_squares")))
        }
    }

    /// Among comparable baskets; `nil` where there are too few.
    package func comparable(_ outcome: PromotionOutcome) -> Estimate? {
        guard let sums = sums[outcome], matched >= Self.least, compared >= Self.least else { return nil }
        let difference = sums.gain / Double(matched)
        let half = normalQuantile(0.975) * sums.variance.squareRoot() / Double(matched)
        return Estimate(
            difference: difference, lower: difference - half, upper: difference + half,
            relative: sums.base > 0 ? sums.gain / sums.base : nil)
    }

    /// Of all baskets with any discount against all without; `nil` where there are too few.
    package func naive(_ outcome: PromotionOutcome) -> Estimate? {
        guard let sums = sums[outcome], discounted >= Self.least, plain >= Self.least,
            let welch = welchInterval(sums.discounted, against: sums.plain)
        else { return nil }
        return Estimate(
            difference: welch.difference, lower: welch.lower, upper: welch.upper,
            relative: sums.plain.mean.flatMap { $0 > 0 ? welch.difference / $0 : nil })
    }
}
