import Foundation
package import Kernel

/// What the life stage of a product follows from: its age, its sales beside those of established products of the same
/// category, and how many of the category's buyers it has. Comparing with its neighbours takes out season, price events and the
/// growth of the company.
package struct LifeSigns: Sendable, Hashable {
    package let ageDays: Int
    package let recentUnits: Int64
    /// Change of the last 90 days on the 90 before, beside its peers.
    package let momentum: Change
    /// Change of the last 90 days on the same days a year ago; `nil` where it was not on sale then.
    package let yearly: Change?
    /// Its buyers in relation to those of an ordinary product of the category.
    package let penetration: Double

    /// A ratio, less one, with how sure it is.
    package struct Change: Sendable, Hashable {
        package let ratio: Double
        /// How many standard errors the logarithm lies from no change.
        package let score: Double

        /// Counts vary by chance (Poisson), and products' own promotions come on top: six per cent.
        static let ownNoise = 0.06

        /// - Parameters: units of the product and of its peers, now and then.
        package init(_ now: Int64, of allNow: Int64, against then: Int64, of allThen: Int64) {
            let counts = [now, then, allNow, allThen].map { Double($0) + 0.5 }
            let logarithm = log(counts[0] / counts[2]) - log(counts[1] / counts[3])
            let variance = counts.reduce(0) { $0 + 1 / $1 } + Self.ownNoise * Self.ownNoise
            ratio = exp(logarithm) - 1
            score = logarithm / sqrt(variance)
        }
    }

    /// Nothing sold for a quarter, or a sure loss of 15 % within one: decline. A sure gain of 15 %: growth. Slower moves count
    /// when a year says the same. New and without a trend yet, or with few buyers in its first year: introduction.
    package var stage: LifeStage {
        if ageDays <= Self.newDays { return .introduction }
        if recentUnits == 0 { return .decline }
        if momentum.ratio >= 0.15, momentum.score >= 2.6 { return .growth }
        if momentum.ratio <= -0.15, momentum.score <= -2.6 { return .decline }
        if let yearly {
            if yearly.ratio >= 0.3, yearly.score >= 2.6, momentum.ratio >= 0.05, momentum.score >= 2 { return .growth }
            if yearly.ratio <= -0.2, yearly.score <= -2.6, momentum.ratio <= -0.05, momentum.score <= -2 {
                return .decline
            }
        }
        return ageDays <= 365 && penetration < 0.25 ? .introduction : .maturity
    }

    static let newDays = 60
}

extension LifeSigns {
    /// The signs of each product on a day, in the order given.
    package static func all(_ products: [ProductFigures], on day: Day) -> [LifeSigns] {
        let categories = Dictionary(grouping: products, by: \.category)
        let typical = categories.mapValues { members in
            median(members.filter { $0.recentUnits > 0 && $0.age(on: day) > 365 }.map { Double($0.buyers) })
        }
        return products.map { product in
            let peers = (categories[product.category] ?? []).filter { $0.code != product.code && $0.recentUnits > 0 }
            let established = peers.filter { $0.firstSoldOn <= day - 180 }
            let older = peers.filter { $0.firstSoldOn <= day - 455 }
            let usual = typical[product.category] ?? 0
            return LifeSigns(
                ageDays: product.age(on: day), recentUnits: product.recentUnits,
                momentum: Change(
                    product.recentUnits, of: established.reduce(0) { $0 + $1.recentUnits },
                    against: product.earlierUnits, of: established.reduce(0) { $0 + $1.earlierUnits }),
                yearly: product.firstSoldOn <= day - 455
                    ? Change(
                        product.recentUnits, of: older.reduce(0) { $0 + $1.recentUnits }, against: product.yearAgoUnits,
                        of: older.reduce(0) { $0 + $1.yearAgoUnits }) : nil,
                penetration: usual > 0 ? Double(product.buyers) / usual : 1)
        }
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
}
