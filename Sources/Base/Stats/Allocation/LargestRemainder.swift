/// Splits whole units in proportion to weights so that the parts sum to exactly the total: each gets its share rounded down,
/// and the units left go to the largest remainders, of equal ones to the first (Hamilton's method; Balinski & Young 2001, "Fair
/// Representation", appendix A). Computed in whole numbers, so that no part is a unit off, however large the total.
/// Weights below zero count as zero; where all are, parts are equal. A negative total is split like the positive one, with the
/// sign kept. No weights: an empty answer.
package func largestRemainder(_ total: Int64, over weights: [Int64]) -> [Int64] {
    let usable = weights.map { UInt64(max(0, $0)) }
    guard let highest = usable.max() else { return [] }
    if highest == 0 { return largestRemainder(total, over: weights.map { _ in Int64(1) }) }
    // Their sum must fit: beyond 63 bits the last digits of huge weights are left out.
    let bits = (UInt64.bitWidth - highest.leadingZeroBitCount) + (Int.bitWidth - weights.count.leadingZeroBitCount)
    let shares = usable.map { $0 >> UInt64(max(0, bits - 63)) }
    let sum = shares.reduce(0, +)
    let parts = shares.map { sum.dividingFullWidth(total.magnitude.multipliedFullWidth(by: $0)) }
    var whole = parts.map(\.quotient)
    let rest = Int(total.magnitude - whole.reduce(0, +))
    let order = parts.indices.sorted { (parts[$1].remainder, $0) < (parts[$0].remainder, $1) }
    for place in order.prefix(rest) { whole[place] += 1 }
    return whole.map { total < 0 ? -Int64($0) : Int64($0) }
}

/// The same over weights such as 0.7, 0.2, 0.1. What is no number counts as zero.
package func largestRemainder(_ total: Int64, over weights: [Double]) -> [Int64] {
    let usable = weights.map { $0.isFinite && $0 > 0 ? $0 : 0 }
    let highest = usable.max() ?? 0
    // Of the largest, 52 binary digits count: as many as it has.
    return largestRemainder(
        total, over: usable.map { highest > 0 ? Int64(($0 / highest * 0x1p52).rounded()) : 0 })
}
