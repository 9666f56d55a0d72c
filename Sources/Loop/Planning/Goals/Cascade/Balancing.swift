import Kernel
import Stats
import Warehouse

/// Brings parts back to their whole after one has changed: fixed parts stay, the others take up the difference in proportion to
/// what they have. Pure numbers, as typed.
package struct Balancing: Sendable {
    package let rule: GoalGroup.Rule
    package let unit: GoalUnit
    package let whole: Double
    package let parts: [Part]

    /// One part before balancing.
    package struct Part: Sendable, Hashable {
        package let value: Double
        package let weight: Double
        package let isFixed: Bool

        package init(_ value: Double, weight: Double = 1, isFixed: Bool = false) {
            self.value = value
            self.weight = weight
            self.isFixed = isFixed
        }
    }

    package init(_ rule: GoalGroup.Rule, _ unit: GoalUnit, whole: Double, _ parts: [Part]) {
        self.rule = rule
        self.unit = unit
        self.whole = whole
        self.parts = parts
    }

    /// The parts anew. Sums meet the whole to the last unit. Problems: `goal.all_fixed`, `goal.fixed_exceed`.
    package func balanced() throws -> [Double] {
        switch rule {
        case .sum: try summed()
        case .weightedMean: try averaged()
        case .last: try ended()
        }
    }

    package static func mean(_ values: [Double], _ weights: [Double]) -> Double? {
        let usable = weights.map { $0.isFinite && $0 > 0 ? $0 : 0 }
        let total = usable.reduce(0, +)
        guard total > 0 else { return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) }
        return zip(values, usable).reduce(0) { $0 + $1.0 * $1.1 } / total
    }

    private var free: [Int] { parts.indices.filter { !parts[$0].isFixed } }

    private func summed() throws -> [Double] {
        var steps = parts.map { unit.steps($0.value) }
        let total = unit.steps(whole)
        let fixed = parts.indices.filter { parts[$0].isFixed }.reduce(Int64(0)) { $0 + steps[$1] }
        let rest = total - fixed
        if free.isEmpty {
            if rest != 0 { throw GoalProblem.allFixed(difference: written(unit.typed(steps: rest))) }
            return parts.map(\.value)
        }
        if total >= 0, rest < 0 {
            throw GoalProblem.fixedExceed(fixed: written(unit.typed(steps: fixed)), parent: written(whole))
        }
        let shares = largestRemainder(rest, over: free.map { Double(abs(steps[$0])) })
        for (index, share) in zip(free, shares) { steps[index] = share }
        return steps.map(unit.typed(steps:))
    }

    /// Free rates are scaled by one factor, so that the weighted mean meets the whole but for rounding.
    private func averaged() throws -> [Double] {
        let weights = parts.map { $0.weight.isFinite && $0.weight > 0 ? $0.weight : 0 }
        let usable = weights.contains { $0 > 0 } ? weights : parts.map { _ in 1 }
        let wanted = whole * usable.reduce(0, +)
        let fixed = parts.indices.filter { parts[$0].isFixed }.reduce(0.0) { $0 + parts[$1].value * usable[$1] }
        let open = free.reduce(0.0) { $0 + parts[$1].value * usable[$1] }
        let openWeight = free.reduce(0.0) { $0 + usable[$1] }
        guard openWeight > 0 else {
            let now = Self.mean(parts.map(\.value), usable) ?? whole
            if unit.steps(now) == unit.steps(whole) { return parts.map(\.value) }
            throw GoalProblem.allFixed(difference: written(whole - now))
        }
        let rest = wanted - fixed
        if whole >= 0, rest < 0 {
            throw GoalProblem.fixedExceed(fixed: written(fixed / usable.reduce(0, +)), parent: written(whole))
        }
        return parts.indices.map { index in
            guard !parts[index].isFixed else { return parts[index].value }
            let value = open > 0 ? parts[index].value * (rest / open) : rest / openWeight
            return unit.typed(steps: unit.steps(value))
        }
    }

    /// The last part is the whole; the others stand where they stood.
    private func ended() throws -> [Double] {
        guard let last = parts.last else { return [] }
        if last.isFixed, unit.steps(last.value) != unit.steps(whole) {
            throw GoalProblem.allFixed(difference: written(whole - last.value))
        }
        return parts.dropLast().map(\.value) + [whole]
    }

    private func written(_ number: Double) -> String {
        let steps = unit.steps(number)
        guard unit.decimals > 0 else { return String(steps) }
        let scale = (0..<unit.decimals).reduce(Int64(1)) { product, _ in product * 10 }
        let (whole, rest) = steps.magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
        return (steps < 0 ? "−" : "") + "\(whole).\(padded(rest, unit.decimals))"
    }
}
