import Stats
import TestKit
import Testing

@Suite struct IntervalTests {
    @Test(
        "The normal quantile equals published values",
        arguments: [
            (0.975, 1.959963984540054), (0.5, 0), (0.01, -2.3263478740408408), (1e-10, -6.361340902404056),
            (0.9999, 3.719016485455709),
        ])
    func quantile(p: Double, expected: Double) {
        #expect(abs(normalQuantile(p) - expected) <= 1e-13 * max(1, abs(expected)))
    }

    @Test("Wilson's interval of 7 % of 5,000 equals the published one")
    func wilson() throws {
        let interval = try #require(wilsonInterval(successes: 350, trials: 5000))
        #expect(abs(interval.lower - 0.06325293934676168) < 1e-12)
        #expect(abs(interval.upper - 0.07740728432598745) < 1e-12)
        #expect(wilsonInterval(successes: 0, trials: 0) == nil)
    }

    @Test("KP-01 the NPS interval holds the true score in about 95 of 100 surveys")
    func coverage() throws {
        var random = SeededGeneratorBox(1)
        var held = 0
        let rounds = 4000
        for _ in 0..<rounds {
            var up = 0.0
            var down = 0.0
            for _ in 0..<120 {
                let draw = random.uniform()
                if draw < 0.45 { up += 1 } else if draw < 0.65 { down += 1 }
            }
            let interval = try #require(netPromoterInterval(promoters: up, detractors: down, answers: 120))
            if interval.lower <= 25, 25 <= interval.upper { held += 1 }
        }
        #expect((0.935...0.965).contains(Double(held) / Double(rounds)))
    }
}

/// Uniform numbers from a seed.
struct SeededGeneratorBox {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func uniform() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) * 0x1p-53
    }
}
