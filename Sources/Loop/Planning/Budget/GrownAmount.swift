/// Divides whole amounts so that the parts make exactly the whole: the method of the largest remainder (Hamilton).
package enum Apportionment {
    /// `total` in proportion to `weights`, in whole units. Parts differ from the exact proportion by less than one unit and
    /// add up to `total` always; among equal remainders the earlier one wins. Weights below zero count as zero; where all
    /// are zero, the parts are as equal as they can be. Without weights there are no parts.
    package static func split(_ total: Int64, by weights: [Int64]) -> [Int64] {
        if weights.isEmpty { return [] }
        let shares = weights.map { UInt64(max(0, $0)) }
        let sum = shares.reduce(0, +)
        if sum == 0 { return split(total, by: weights.map { _ in Int64(1) }) }
        let parts = shares.map { sum.dividingFullWidth(total.magnitude.multipliedFullWidth(by: $0)) }
        var whole = parts.map(\.quotient)
        let rest = Int(total.magnitude - whole.reduce(0, +))
        let order = parts.indices.sorted { (parts[$1].remainder, $0) < (parts[$0].remainder, $1) }
        for place in order.prefix(rest) { whole[place] += 1 }
        return whole.map { total < 0 ? -Int64($0) : Int64($0) }
    }

    /// The same by shares such as 0.7, 0.2, 0.1, read to nine decimals.
    package static func split(_ total: Int64, by shares: [Double]) -> [Int64] {
        split(
            total,
            by: shares.map { share -> Int64 in
                share.isFinite && share > 0 ? Int64((min(share, 1e6) * 1e9).rounded()) : 0
            })
    }

    /// `amount × (1 + growth)`, rounded half up to a whole unit.
    package static func grown(_ amount: Int64, by growth: Double) -> Int64 {
        amount + Int64((Double(amount) * growth).rounded())
    }
}
