import Kernel

/// Draws from the distributions that the demonstration company is made of. Everything follows from the seed.
struct Dice {
    private var generator: SeededGenerator
    private var spareNormal: Double?

    init(_ seed: Seed) { generator = seed.generator }

    /// Uniform in [0, 1).
    mutating func uniform() -> Double { generator.uniform() }

    mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * generator.uniform() }

    /// A whole number from 0 up to but not including `count`.
    mutating func index(_ count: Int) -> Int { min(count - 1, Int(generator.uniform() * Double(count))) }

    mutating func happens(_ probability: Double) -> Bool { generator.uniform() < probability }

    mutating func bits() -> UInt64 { generator.next() }

    mutating func pick<Element>(_ items: [Element]) -> Element { items[index(items.count)] }

    /// Standard normal by Marsaglia's polar method.
    mutating func normal() -> Double {
        if let spare = spareNormal {
            spareNormal = nil
            return spare
        }
        while true {
            let (u, v) = (2 * generator.uniform() - 1, 2 * generator.uniform() - 1)
            let square = u * u + v * v
            guard square < 1, square > 1e-300 else { continue }
            let factor = (-2 * Steady.log(square) / square).squareRoot()
            spareNormal = v * factor
            return u * factor
        }
    }

    /// Exponential with mean 1.
    mutating func exponential() -> Double { -Steady.log(1 - generator.uniform()) }

    /// Gamma with mean `shape` and rate 1 (Marsaglia & Tsang 2000, with their boost below shape 1).
    mutating func gamma(_ shape: Double) -> Double {
        if shape < 1 {
            let boost = Steady.power(1 - generator.uniform(), 1 / shape)
            return gamma(shape + 1) * boost
        }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let root = 1 + c * x
            guard root > 0 else { continue }
            let v = root * root * root
            let u = 1 - generator.uniform()
            if Steady.log(u) < 0.5 * x * x + d - d * v + d * Steady.log(v) { return d * v }
        }
    }

    mutating func beta(_ a: Double, _ b: Double) -> Double {
        let x = gamma(a)
        let y = gamma(b)
        return x / (x + y)
    }

    /// Poisson: by multiplication for small means, by the rounded normal above 60.
    mutating func poisson(_ mean: Double) -> Int {
        guard mean > 0 else { return 0 }
        if mean > 60 { return max(0, Int((mean + mean.squareRoot() * normal()).rounded())) }
        let limit = Steady.exp(-mean)
        var product = generator.uniform()
        var count = 0
        while product > limit {
            product *= generator.uniform()
            count += 1
        }
        return count
    }
}
