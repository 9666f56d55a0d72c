/// What many simulated futures say together: the final values in order, and a band for each step on the way.
package struct Outlook: Sendable {
    /// The values between which so much of the futures lies.
    package struct Band: Sendable, Hashable {
        package let lower: Double
        package let middle: Double
        package let upper: Double
    }

    /// The final value of each future, the least first.
    package let ends: [Double]
    /// 10 %, 50 % and 90 % of the futures after each step.
    package let bands: [Band]

    /// `nil` without futures, or without steps.
    package init?(_ paths: [[Double]]) {
        guard let count = paths.first?.count, count > 0, paths.allSatisfy({ $0.count == count }) else { return nil }
        var bands: [Band] = []
        var column: [Double] = []
        for step in 0..<count {
            column = paths.map { $0[step] }.sorted()
            bands.append(
                Band(
                    lower: Self.quantile(column, 0.1), middle: Self.quantile(column, 0.5),
                    upper: Self.quantile(column, 0.9)))
        }
        self.bands = bands
        ends = column
    }

    /// The share of futures that end at `value` or above.
    package func probability(atLeast value: Double) -> Double {
        Double(ends.count - Self.firstIndex(in: ends) { $0 >= value }) / Double(ends.count)
    }

    /// The share of futures that end at `value` or below.
    package func probability(atMost value: Double) -> Double {
        Double(Self.firstIndex(in: ends) { $0 > value }) / Double(ends.count)
    }

    package func quantile(_ share: Double) -> Double { Self.quantile(ends, share) }

    private static func firstIndex(in sorted: [Double], where holds: (Double) -> Bool) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if holds(sorted[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Linear between neighbours (Hyndman & Fan 1996, definition 7).
    private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        let place = share * Double(sorted.count - 1)
        let low = Int(place)
        let high = min(low + 1, sorted.count - 1)
        return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
    }
}
