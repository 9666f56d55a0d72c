/// The start of every random choice. The same seed gives the same company, the same test, the same split, on every machine.
package struct Seed: Sendable, Hashable, Codable {
    package let value: UInt64

    package init(_ value: UInt64) { self.value = value }

    /// An independent seed for a named part: `seed.derive("orders", customer)`.
    package func derive(_ name: StaticString, _ index: Int = 0) -> Seed {
        let hash = name.withUTF8Buffer { bytes in
            bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        }
        return Seed(mix(mix(value ^ hash) &+ UInt64(bitPattern: Int64(index)) &* 0x9e37_79b9_7f4a_7c15))
    }

    package var generator: SeededGenerator { SeededGenerator(self) }
}

/// SplitMix64 (Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators", figure 14).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(_ seed: Seed) { state = seed.value }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        return mix(state)
    }

    /// Uniform in [0, 1), 53 bits.
    package mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }
}

private func mix(_ input: UInt64) -> UInt64 {
    var z = input
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
}
