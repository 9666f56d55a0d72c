import Foundation

/// How often two things occur together among many: baskets with both, with the first, with the second, and all of them.
/// Measures of association rules as in Agrawal, Imielinski & Swami (1993), "Mining association rules between sets of items in
/// large databases", SIGMOD; lift as in Brin, Motwani & Silverstein (1997), "Beyond market baskets", SIGMOD.
package struct CoOccurrence: Sendable, Hashable {
    package let both: Double
    package let first: Double
    package let second: Double
    package let all: Double

    package init(both: Double, first: Double, second: Double, all: Double) {
        self.both = both
        self.first = first
        self.second = second
        self.all = all
    }

    /// Share of all baskets that hold both. `nil` without baskets.
    package var support: Double? { all > 0 ? both / all : nil }
    /// Share of the baskets with the first that hold the second too.
    package var confidence: Double? { first > 0 ? both / first : nil }
    /// Share of the baskets with the second that hold the first too.
    package var reverseConfidence: Double? { second > 0 ? both / second : nil }
    /// How many times as often they meet as they would by chance; 1 is chance.
    package var lift: Double? { first > 0 && second > 0 ? both * all / (first * second) : nil }

    /// The smallest of the four numbers that chance would give.
    package var leastExpected: Double {
        guard all > 0 else { return 0 }
        return min(first, all - first) * min(second, all - second) / all
    }

    /// Pearson's chi-square with one degree of freedom, without Yates' correction. `nil` where a margin is empty.
    package var chiSquare: Double? {
        let margins = first * (all - first) * second * (all - second)
        guard margins > 0 else { return nil }
        let difference = both * (all - first - second + both) - (first - both) * (second - both)
        return all * difference * difference / margins
    }

    /// The two-sided probability of such a number of meetings, or a rarer one, by chance: chi-square where chance would give
    /// at least five of each (Cochran 1954), else Fisher's exact test. 1 where a margin is empty.
    package var probability: Double {
        guard let chiSquare else { return 1 }
        return leastExpected >= 5 ? erfc((chiSquare / 2).squareRoot()) : fisherExact(self)
    }
}

/// Fisher's exact test of a two-by-two table, two-sided: the sum over all tables of the same margins that are no likelier than
/// the one found (Fisher 1935, "The design of experiments"; two-sided as R's `fisher.test`).
package func fisherExact(_ found: CoOccurrence) -> Double {
    let least = max(0, found.first + found.second - found.all)
    let most = min(found.first, found.second)
    guard most > least, found.both >= least, found.both <= most else { return 1 }
    let limit = logOfTable(found.both, found) + 1e-7
    let mode = ((found.first + 1) * (found.second + 1) / (found.all + 2)).rounded(.down)
    let middle = min(most, max(least, mode))
    return min(
        1, tail(from: middle, by: -1, to: least, limit, found) + tail(from: middle + 1, by: 1, to: most, limit, found))
}

/// Walks away from the likeliest table; tables of less than 1e-30 add nothing that a double could hold.
private func tail(from start: Double, by step: Double, to end: Double, _ limit: Double, _ found: CoOccurrence) -> Double
{
    var sum = 0.0
    var both = start
    while step > 0 ? both <= end : both >= end {
        let log = logOfTable(both, found)
        if log <= limit { sum += exp(log) }
        if log < -70, log < limit { break }
        both += step
    }
    return sum
}

/// The logarithm of the hypergeometric probability of a table.
private func logOfTable(_ both: Double, _ found: CoOccurrence) -> Double {
    logChoose(found.first, both) + logChoose(found.all - found.first, found.second - both)
        - logChoose(found.all, found.second)
}

private func logChoose(_ count: Double, _ chosen: Double) -> Double {
    lgamma(count + 1) - lgamma(chosen + 1) - lgamma(count - chosen + 1)
}
