import Foundation

/// A draw from the standard normal distribution, by inversion (`normalQuantile`).
package func standardNormal(using generator: inout some RandomNumberGenerator) -> Double {
    normalQuantile((Double(generator.next() >> 11) + 0.5) * 0x1p-53)
}

/// A draw from the gamma distribution with scale 1. Marsaglia & Tsang (2000), "A simple method for generating gamma
/// variables", ACM Transactions on Mathematical Software 26(3). `shape` is at least 1.
package func gammaVariate(shape: Double, using generator: inout some RandomNumberGenerator) -> Double {
    let d = max(1, shape) - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
        let x = standardNormal(using: &generator)
        let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
        guard v > 0 else { continue }
        let u = (Double(generator.next() >> 11) + 0.5) * 0x1p-53
        if log(u) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
}
