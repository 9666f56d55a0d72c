/// Picks an index in proportion to fixed weights in constant time (Walker's alias method, built as in Vose 1991).
struct WeightedChoice: Sendable {
    private let threshold: [Double]
    private let alias: [Int32]

    init(_ weights: [Double]) {
        let total = weights.reduce(0, +)
        let scale = Double(weights.count) / total
        var scaled = weights.map { $0 * scale }
        var alias = weights.indices.map(Int32.init)
        var small = scaled.indices.filter { scaled[$0] < 1 }
        var large = scaled.indices.filter { scaled[$0] >= 1 }
        while let low = small.popLast(), let high = large.last {
            alias[low] = Int32(high)
            scaled[high] -= 1 - scaled[low]
            if scaled[high] < 1 {
                large.removeLast()
                small.append(high)
            }
        }
        threshold = scaled
        self.alias = alias
    }

    func pick(_ dice: inout Dice) -> Int {
        let position = dice.uniform() * Double(threshold.count)
        let index = min(threshold.count - 1, Int(position))
        // A slot left over by rounding aliases itself, so it is right whatever its threshold says.
        return position - Double(index) < threshold[index] ? index : Int(alias[index])
    }
}
