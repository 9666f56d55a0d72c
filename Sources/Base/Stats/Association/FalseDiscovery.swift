/// Probabilities adjusted so that, of those called significant at a level, no more than that share is expected to be false.
/// Benjamini & Hochberg (1995), "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57(1).
///
/// - Parameter tests: how many were made in all, where some of no interest (probability 1) are left out of the list.
package func falseDiscoveryAdjusted(_ probabilities: [Double], tests: Int? = nil) -> [Double] {
    let count = Double(max(tests ?? 0, probabilities.count))
    var adjusted = probabilities
    var least = 1.0
    let order = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }
    for (position, index) in order.enumerated() {
        let rank = Double(probabilities.count - position)
        least = min(least, probabilities[index] * count / rank)
        adjusted[index] = least
    }
    return adjusted
}
