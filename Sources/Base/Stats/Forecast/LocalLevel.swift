import Foundation

/// A level that wanders, seen through noise: y(t) = m(t) + e(t), m(t+1) = m(t) + w(t), with e ~ N(0, s²) and w ~ N(0, q s²).
///
/// Filtered from a diffuse beginning: Durbin & Koopman (2012), "Time Series Analysis by State Space Methods", 2nd ed.,
/// sections 2.2 and 2.9; likelihood with s² taken out of it: section 2.10. Neither q nor s² is taken as known: q is averaged
/// over a grid with equal weights beforehand, s² with the prior 1/s², so that a short past gives a wide forecast.
///
/// Assumptions: 1. values stand at equal distances; 2. noise is independent and near to normal; 3. the level has no lasting
/// drift of its own (a series is made so by comparing it with the year before).
package struct LocalLevel: Sendable {
    /// What the past says under one value of q.
    private struct Filtered: Sendable {
        let q: Double
        let weight: Double
        let level: Double
        /// Variance of the level in units of s².
        let spread: Double
        /// Sum of squared one-step errors in units of their variances.
        let squares: Double
    }

    package static let least = 8
    private static let grid = [0, 0.0005, 0.002, 0.01, 0.03, 0.1, 0.3, 1]

    private let filtered: [Filtered]
    private let freedom: Double

    /// `nil` for fewer than eight values, or where one is no number. The oldest value comes first.
    package init?(_ values: [Double]) {
        guard values.count >= Self.least, values.allSatisfy(\.isFinite) else { return nil }
        freedom = Double(values.count - 1)
        let runs = Self.grid.map { Self.filter(values, q: $0) }
        let best = runs.map(\.likelihood).max() ?? 0
        let weights = runs.map { exp($0.likelihood - best) }
        let total = weights.reduce(0, +)
        filtered = zip(runs, weights).map { run, weight in
            Filtered(q: run.q, weight: weight / total, level: run.level, spread: run.spread, squares: run.squares)
        }
    }

    /// The mean of the level after the last value.
    package var level: Double { filtered.reduce(0) { $0 + $1.weight * $1.level } }

    /// One possible course of the next `count` values.
    package func future(_ count: Int, using generator: inout some RandomNumberGenerator) -> [Double] {
        let past = drawn(using: &generator)
        let scale = (past.squares / (2 * gammaVariate(shape: freedom / 2, using: &generator))).squareRoot()
        var level = past.level + scale * past.spread.squareRoot() * standardNormal(using: &generator)
        let step = scale * past.q.squareRoot()
        return (0..<count).map { _ in
            if step > 0 { level += step * standardNormal(using: &generator) }
            return level + scale * standardNormal(using: &generator)
        }
    }

    private func drawn(using generator: inout some RandomNumberGenerator) -> Filtered {
        var rest = Double(generator.next() >> 11) * 0x1p-53
        for run in filtered {
            rest -= run.weight
            if rest < 0 { return run }
        }
        return filtered[filtered.count - 1]
    }

    private static func filter(
        _ values: [Double], q: Double
    ) -> (q: Double, likelihood: Double, level: Double, spread: Double, squares: Double) {
        var level = values[0]
        var spread = 1.0
        var squares = 0.0
        var logarithms = 0.0
        for value in values.dropFirst() {
            let predicted = spread + q
            let variance = predicted + 1
            let error = value - level
            squares += error * error / variance
            logarithms += log(variance)
            level += predicted / variance * error
            spread = predicted / variance
        }
        // A series without any noise at all would have an infinite likelihood.
        let floor = max(squares, 1e-24)
        let likelihood = -0.5 * logarithms - 0.5 * Double(values.count - 1) * log(floor)
        return (q, likelihood, level, spread, squares)
    }
}
