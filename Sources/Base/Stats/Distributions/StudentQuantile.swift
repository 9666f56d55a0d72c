import Foundation

/// The value below which Student's t with `degrees` of freedom (1 or more, fractions allowed) falls with probability `p`.
/// Hill (1970), "Algorithm 396: Student's t-quantiles", Communications of the ACM 13(10): six digits.
package func studentQuantile(_ p: Double, degrees: Double) -> Double {
    guard p > 0, p < 1, degrees >= 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    let sign: Double = p < 0.5 ? -1 : 1
    return sign * upperQuantile(bothTails: 2 * min(p, 1 - p), degrees)
}

private func upperQuantile(bothTails p: Double, _ n: Double) -> Double {
    if n == 1 { return cos(p * .pi / 2) / sin(p * .pi / 2) }
    if n == 2 { return max(0, 2 / (p * (2 - p)) - 2).squareRoot() }
    let a = 1 / (n - 0.5)
    let b = 48 / (a * a)
    var c = ((20700 * a / b - 98) * a - 16) * a + 96.36
    let d = ((94.5 / (b + c) - 3) / b + 1) * (a * .pi / 2).squareRoot() * n
    var y = pow(d * p, 2 / n)
    guard y > 0.05 + a else {
        y =
            ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) * (n + 1) / (n + 2)
            + 1 / y
        return (n * y).squareRoot()
    }
    let x = normalQuantile(p / 2)
    y = x * x
    if n < 5 { c += 0.3 * (n - 4.5) * (x + 0.6) }
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
    y = a * y * y
    return (n * expm1(y)).squareRoot()
}
