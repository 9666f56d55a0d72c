/// How a metric's values of several periods go together.
package enum MetricShape: String, Sendable, Codable {
    /// A year is the sum of its days: sales, orders, cost.
    case sum
    /// A quotient of two sums: a year is the mean of its days weighted by what stands below the line.
    case quotient
    /// Neither: people counted once, levels, scores.
    case level
}

/// Measures that are added and taken off.
struct SignedSum: Sendable, Hashable {
    var plus: [Measure]
    var minus: [Measure] = []

    var measures: [Measure] { plus + minus }
}

extension Metric {
    package var shape: MetricShape {
        guard let parts = dailyParts, (parts.over.measures + (parts.under?.measures ?? [])).allSatisfy(\.addsUp) else {
            return .level
        }
        return parts.under == nil ? .sum : .quotient
    }

    /// What stands over and, for a quotient, under the line; `nil` where it is made otherwise.
    var dailyParts: (over: SignedSum, under: SignedSum?)? { formula.dailyParts }
}

extension Measure {
    /// Whether the value of some days is the sum of each of them.
    fileprivate var addsUp: Bool {
        guard let rollUp = RollUp.answering(self, offering: []) else { return false }
        return rollUp.shape == .sums && rollUp.column(of: self)?.isLevel == false
    }
}

extension Formula {
    fileprivate var dailyParts: (over: SignedSum, under: SignedSum?)? {
        switch self {
        case .measure, .difference: signedSum.map { ($0, nil) }
        case .ratio(let left, let right):
            if let over = left.signedSum, let under = right.signedSum { (over, under) } else { nil }
        case .share(let part, let whole): (SignedSum(plus: [part]), SignedSum(plus: [whole]))
        case .known(let inner, _, _, _): inner.dailyParts
        case .opening, .netPromoterScore, .perYear, .perDay: nil
        }
    }

    private var signedSum: SignedSum? {
        switch self {
        case .measure(let measure): return SignedSum(plus: [measure])
        case .difference(let left, let right):
            guard let left = left.signedSum, let right = right.signedSum else { return nil }
            return SignedSum(plus: left.plus + right.minus, minus: left.minus + right.plus)
        default: return nil
        }
    }
}
