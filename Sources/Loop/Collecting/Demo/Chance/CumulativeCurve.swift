/// A rising curve over equal steps: how much had happened by the end of each step. Read backwards, it turns an amount into a
/// moment, so that moments fall in proportion to the weights of the steps.
struct CumulativeCurve: Sendable {
    private let sums: [Double]

    init(_ weights: [Double]) {
        var running = 0.0
        var sums = [0.0]
        sums.reserveCapacity(weights.count + 1)
        for weight in weights {
            running += weight
            sums.append(running)
        }
        self.sums = sums
    }

    var steps: Int { sums.count - 1 }
    var total: Double { sums[sums.count - 1] }

    /// The amount reached at `fraction` of a step.
    func amount(at step: Int, fraction: Double) -> Double { sums[step] + (sums[step + 1] - sums[step]) * fraction }

    /// The step and the fraction of it at which `amount` is reached; the amount must lie in 0 ..< total.
    func moment(of amount: Double) -> (step: Int, fraction: Double) {
        var low = 0
        var high = steps
        while high - low > 1 {
            let middle = (low + high) / 2
            if sums[middle] <= amount { low = middle } else { high = middle }
        }
        let width = sums[low + 1] - sums[low]
        return (low, width > 0 ? min(0.999_999, max(0, (amount - sums[low]) / width)) : 0)
    }
}
