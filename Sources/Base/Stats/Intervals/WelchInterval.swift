/// What is left of a sample when its values are added up: how many, their sum, the sum of their squares.
package struct SampleSums: Sendable, Hashable {
    package let count: Double
    package let sum: Double
    package let squares: Double

    package init(count: Double, sum: Double, squares: Double) {
        self.count = count
        self.sum = sum
        self.squares = squares
    }

    package static func + (left: SampleSums, right: SampleSums) -> SampleSums {
        SampleSums(count: left.count + right.count, sum: left.sum + right.sum, squares: left.squares + right.squares)
    }

    package static func - (left: SampleSums, right: SampleSums) -> SampleSums {
        SampleSums(count: left.count - right.count, sum: left.sum - right.sum, squares: left.squares - right.squares)
    }

    package var mean: Double? { count > 0 ? sum / count : nil }
    /// With n − 1 below; `nil` for fewer than two values.
    package var variance: Double? { count > 1 ? max(0, (squares - sum * sum / count) / (count - 1)) : nil }
}

/// The difference of two means with its confidence interval where the variances may differ: Welch (1947), "The generalization of
/// 'Student's' problem", Biometrika 34, with the degrees of freedom of Satterthwaite (1946). `nil` where a sample has fewer than two.
package func welchInterval(_ sample: SampleSums, against other: SampleSums, confidence: Double = 0.95) -> (
    difference: Double, lower: Double, upper: Double
)? {
    guard let mean = sample.mean, let otherMean = other.mean, let variance = sample.variance,
        let otherVariance = other.variance
    else { return nil }
    let (part, otherPart) = (variance / sample.count, otherVariance / other.count)
    let total = part + otherPart
    let difference = mean - otherMean
    guard total > 0 else { return (difference, difference, difference) }
    let degrees = total * total / (part * part / (sample.count - 1) + otherPart * otherPart / (other.count - 1))
    let half = studentQuantile(0.5 + confidence / 2, degrees: degrees) * total.squareRoot()
    return (difference, difference - half, difference + half)
}
