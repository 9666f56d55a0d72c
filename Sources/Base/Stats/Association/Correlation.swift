/// Pearson's product-moment correlation of pairs, −1…1 (Pearson 1895). `nil` where there are fewer than two pairs, where the
/// lists differ in length, or where one of them does not vary.
package func correlation(_ left: [Double], _ right: [Double]) -> Double? {
    guard left.count == right.count, left.count > 1 else { return nil }
    let count = Double(left.count)
    let (leftMean, rightMean) = (left.reduce(0, +) / count, right.reduce(0, +) / count)
    var (product, leftSquares, rightSquares) = (0.0, 0.0, 0.0)
    for (x, y) in zip(left, right) {
        product += (x - leftMean) * (y - rightMean)
        leftSquares += (x - leftMean) * (x - leftMean)
        rightSquares += (y - rightMean) * (y - rightMean)
    }
    let scale = (leftSquares * rightSquares).squareRoot()
    return scale > 0 ? min(1, max(-1, product / scale)) : nil
}
