/// Logarithm, exponential and power that give the same bits on every machine.
///
/// The C library picks other instructions (fused multiply-add) on other processors, so its last bit differs between machines,
/// and one bit decides on which side of a threshold a customer falls. Here only + − × ÷ are used, which IEEE 754 fixes exactly.
/// Relative error below 1e-14 where the demonstration company needs it.
enum Steady {
    private static let ln2 = 0.693_147_180_559_945_3

    /// Natural logarithm of a positive, normal number: 2·artanh((m−1)/(m+1)) of the significand plus the exponent's share.
    static func log(_ x: Double) -> Double {
        var significand = x.significand
        var exponent = Double(x.exponent)
        if significand > 1.414_213_562_373_095 {
            significand /= 2
            exponent += 1
        }
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var sum = 0.0
        var odd = 21.0
        while odd >= 1 {
            sum = sum * square + 1 / odd
            odd -= 2
        }
        return 2 * ratio * sum + exponent * ln2
    }

    /// e to the x, for |x| < 700: Taylor's series after taking out powers of two.
    static func exp(_ x: Double) -> Double {
        let power = (x / ln2).rounded()
        let rest = x - power * ln2
        var sum = 1.0
        var term = 14.0
        while term >= 1 {
            sum = 1 + sum * rest / term
            term -= 1
        }
        return Double(sign: .plus, exponent: Int(power), significand: sum)
    }

    /// `base` to the `exponent`, for a positive base; 0 for base 0.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        base <= 0 ? 0 : exp(exponent * log(base))
    }
}
