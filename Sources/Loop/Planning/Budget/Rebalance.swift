import Stats

/// The quarterly proposal: money still free moves from lines that return little to those that return much (BU-02).
///
/// Only lines with a known return take part, pool and reserve never. A giver offers at most `step` of what it has left; what
/// is given is taken to the last fen.
package struct Rebalance: Sendable {
    package struct Move: Sendable, Hashable {
        /// Record ids of lines.
        package let from: Int64
        package let to: Int64
        package let amount: Int64
    }

    package let moves: [Move]
    /// The mean return, weighted by what was spent.
    package let mean: Double

    /// - Parameters:
    ///   - returns: attributed sales per cost, by line.
    ///   - step: 0.2: a fifth of what is left may go.
    ///   - unit: amounts are whole multiples of it, such as 100 for whole yuan.
    package init(_ positions: [LinePosition], returns: [Int64: Double], step: Double = 0.2, unit: Int64 = 1) {
        let known = positions.filter { returns[$0.id] != nil && !$0.line.isPool && !$0.line.isStopped }
        let spent = known.reduce(0) { $0 + max(0, $1.spent) }
        let weighted = known.reduce(0.0) { $0 + (returns[$1.id] ?? 0) * Double(max(0, $1.spent)) }
        let mean = spent > 0 ? weighted / Double(spent) : 0
        self.mean = mean
        guard mean > 0 else {
            moves = []
            return
        }
        let givers = known.filter { (returns[$0.id] ?? 0) < mean * 0.8 && $0.remaining > 0 }
        let takers = known.filter { (returns[$0.id] ?? 0) > mean * 1.2 }
        let given = givers.map { position -> Int64 in
            let part = Int64((Double(position.remaining) * step).rounded(.down))
            return min(part, position.remaining) / max(1, unit) * max(1, unit)
        }
        let total = given.reduce(0, +)
        let taken = largestRemainder(
            total / max(1, unit), over: takers.map { (returns[$0.id] ?? 0) * Double(max(1, $0.spent)) }
        ).map { $0 * max(1, unit) }
        moves = Self.pair(zip(givers, given).map { ($0.id, $1) }, zip(takers, taken).map { ($0.id, $1) })
    }

    /// Both sides have the same sum where there is a taker at all.
    private static func pair(_ givers: [(Int64, Int64)], _ takers: [(Int64, Int64)]) -> [Move] {
        var moves: [Move] = []
        var open = takers.filter { $0.1 > 0 }
        for (from, amount) in givers {
            var left = amount
            while left > 0, let (to, wanted) = open.first {
                let part = min(left, wanted)
                moves.append(Move(from: from, to: to, amount: part))
                left -= part
                open[0].1 -= part
                if open[0].1 == 0 { open.removeFirst() }
            }
        }
        return moves
    }
}
