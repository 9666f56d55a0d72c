import Foundation
import Kernel
import Stats
import TestKit
import Testing

@Suite struct ForecastTests {
    @Test("a level without wandering is forecast as the mean, with Student's interval for one new value")
    func student() throws {
        // Independent noise around 10: the textbook interval for the next value is mean ± t(n−1) s √(1 + 1/n).
        var random = Seed(5).generator
        let values = (0..<20).map { _ in 10 + 2 * standardNormal(using: &random) }
        let model = try #require(LocalLevel(values))
        let draws = (0..<20_000).map { _ in model.future(1, using: &random)[0] }.sorted()
        let mean = values.reduce(0, +) / 20
        let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19).squareRoot()
        // t(0.9; 19) = 1.3277 (tables). Other q than zero keep some weight, so a little wider is right.
        let half = 1.3277 * deviation * (1 + 1.0 / 20).squareRoot()
        #expect(abs(draws[10_000] - mean) < 0.35 * deviation)
        #expect(draws[18_000] - draws[2_000] > 0.93 * 2 * half)
        #expect(draws[18_000] - draws[2_000] < 1.35 * 2 * half)
    }

    @Test("a walk without noise goes on from where it ended, ever wider")
    func walk() throws {
        var random = Seed(8).generator
        var level = 0.0
        let values = (0..<80).map { _ -> Double in
            level += standardNormal(using: &random)
            return level
        }
        let model = try #require(LocalLevel(values))
        let paths = (0..<4_000).map { _ in model.future(16, using: &random) }
        let outlook = try #require(Outlook(paths))
        let first = outlook.bands[0].upper - outlook.bands[0].lower
        let last = outlook.bands[15].upper - outlook.bands[15].lower
        #expect(abs(outlook.bands[0].middle - level) < 1.2)
        #expect(last > 1.8 * first)
    }

    @Test("too short, not a number, or of unequal length is refused; a series that stands still has no spread")
    func refused() throws {
        #expect(LocalLevel([1, 2, 3]) == nil)
        #expect(LocalLevel([1, 2, 3, 4, 5, 6, 7, .nan]) == nil)
        #expect(SeasonalForecast(past: Array(repeating: 1, count: 9), yearBefore: [1]) == nil)
        var random = Seed(1).generator
        let still = try #require(LocalLevel(Array(repeating: 4, count: 12)))
        #expect(still.future(5, using: &random).allSatisfy { abs($0 - 4) < 1e-6 })
    }

    @Test("probability and quantile agree with counting")
    func counting() throws {
        let outlook = try #require(Outlook((1...100).map { [Double($0)] }))
        #expect(outlook.probability(atLeast: 71) == 0.3)
        #expect(outlook.probability(atMost: 70) == 0.7)
        #expect(outlook.probability(atLeast: 0) == 1 && outlook.probability(atLeast: 101) == 0)
        #expect(abs(outlook.quantile(0.5) - 50.5) < 1e-12)
        #expect(Outlook([]) == nil && Outlook([[]]) == nil)
    }
}
