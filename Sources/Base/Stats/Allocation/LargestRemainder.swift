/// Splits whole units in proportion to weights so that the parts sum to exactly the total: each gets its share rounded down,
/// and the units left go to the largest remainders, of equal ones to the first (Hamilton's method; Balinski & Young 2001, "Fair
/// Representation", appendix A). Weights below zero or that are no numbers count as zero; where all are, parts are equal.
/// A negative total is split like the positive one, with the sign kept. No parts: an empty answer.
package func largestRemainder(_ total: Int64, over weights: [Double]) -> [Int64] {
    guard !weights.isEmpty else { return [] }
    let usable = weights.map { $0.isFinite && $0 > 0 ? $0 : 0 }
    let highest = usable.max() ?? 0
    // Divided by the largest first, so that the sum of huge weights stays finite.
    let scaled = highest > 0 ? usable.map { $0 / highest } : usable.map { _ in 1 }
    let sum = scaled.reduce(0, +)
    let size = total.magnitude
    let exact = scaled.map { Double(size) * ($0 / sum) }
    var parts = exact.map { UInt64(max(0, min($0.rounded(.down), Double(size)))) }
    var given = parts.reduce(0, +)
    // Beyond 2^53 the products round; what was given too much is taken from the largest parts.
    while given > size, let most = parts.indices.max(by: { parts[$0] < parts[$1] }) {
        let less = min(parts[most], given - size)
        parts[most] -= less
        given -= less
    }
    let order = parts.indices.filter { scaled[$0] > 0 }.sorted { left, right in
        let (a, b) = (exact[left] - exact[left].rounded(.down), exact[right] - exact[right].rounded(.down))
        return a == b ? left < right : a > b
    }
    var rest = size - given
    let rounds = rest / UInt64(order.count)
    for index in order where rounds > 0 { parts[index] += rounds }
    rest -= rounds * UInt64(order.count)
    for index in order.prefix(Int(rest)) { parts[index] += 1 }
    return parts.map { total < 0 ? -Int64($0) : Int64($0) }
}
