import Foundation
import Kernel
import TestKit
import Testing

@testable import Collecting

@Suite("demonstration company: chance and arithmetic")
struct SteadyTests {
    @Test("logarithm and exponential agree with the C library to thirteen digits")
    func accuracy() async throws {
        try await forAll(cases: 2_000) { generator in
            let x = Foundation.exp((generator.uniform() - 0.5) * 200)
            let y = (generator.uniform() - 0.5) * 600
            let logarithm = abs(Steady.log(x) - Foundation.log(x)) <= 1e-13 * max(1, abs(Foundation.log(x)))
            return logarithm && abs(Steady.exp(y) / Foundation.exp(y) - 1) < 1e-13
        }
    }

    @Test("gamma, beta and Poisson draws have the means and variances of their names")
    func moments() {
        var dice = Dice(Seed(5))
        let count = 60_000
        let gamma = (0..<count).map { _ in dice.gamma(0.62) }
        let beta = (0..<count).map { _ in dice.beta(0.75, 3) }
        let small = (0..<count).map { _ in Double(dice.poisson(1.3)) }
        let large = (0..<count).map { _ in Double(dice.poisson(140)) }
        #expect(abs(mean(gamma) - 0.62) < 0.015 && abs(variance(gamma) - 0.62) < 0.04)
        #expect(abs(mean(beta) - 0.2) < 0.004 && abs(variance(beta) - 0.2 * 0.8 / 4.75) < 0.002)
        #expect(abs(mean(small) - 1.3) < 0.02 && abs(variance(small) - 1.3) < 0.05)
        #expect(abs(mean(large) - 140) < 0.3 && abs(variance(large) - 140) < 5)
    }

    @Test("a weighted choice picks in proportion to its weights")
    func choice() {
        let weights = [5.0, 1, 0, 3, 0.5]
        let choice = WeightedChoice(weights)
        var dice = Dice(Seed(9))
        var counts = [0.0, 0, 0, 0, 0]
        for _ in 0..<95_000 { counts[choice.pick(&dice)] += 1 }
        for index in weights.indices { #expect(abs(counts[index] - weights[index] * 10_000) < 500) }
        #expect(counts[2] == 0)
    }

    @Test("a cumulative curve finds back the moment of every amount")
    func curve() async throws {
        let curve = CumulativeCurve([1, 0, 2.5, 0.25])
        try await forAll(cases: 300) { generator in
            let amount = generator.uniform() * curve.total
            let (step, fraction) = curve.moment(of: amount)
            return abs(curve.amount(at: step, fraction: fraction) - amount) < 1e-5
        }
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    private func variance(_ values: [Double]) -> Double {
        let centre = mean(values)
        return values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(values.count - 1)
    }
}
