import Foundation
import Stats
import TestKit
import Testing

@Suite struct AssociationRuleTests {
    @Test(
        "AT-06 tea and coffee (Brin, Motwani & Silverstein 1997): confident, and yet bought together less than by chance"
    )
    func teaAndCoffee() throws {
        let pair = CoOccurrence(both: 20, first: 25, second: 90, all: 100)
        #expect(pair.support == 0.2)
        #expect(pair.confidence == 0.8)
        #expect(abs(try #require(pair.lift) - 0.888_888_888_888_889) < 1e-12)
        #expect(pair.reverseConfidence == 20.0 / 90)
        #expect(CoOccurrence(both: 0, first: 0, second: 3, all: 9).lift == nil)
    }

    @Test("AT-06 chi-square of 350 and 420 in 5,000 each equals the published value and probability")
    func chiSquare() throws {
        let table = CoOccurrence(both: 420, first: 5_000, second: 770, all: 10_000)
        #expect(abs(try #require(table.chiSquare) - 6.894_513_937) < 1e-8)
        #expect(abs(table.probability - 0.008_646_066_825_701_914) < 1e-12)
        #expect(CoOccurrence(both: 4, first: 4, second: 4, all: 4).probability == 1)
    }

    @Test("AT-06 Fisher's exact test: the lady tasting tea, and the Norwegian convictions of R's fisher.test")
    func fisher() {
        #expect(abs(fisherExact(CoOccurrence(both: 3, first: 4, second: 4, all: 8)) - 0.485_714_285_714_286) < 1e-9)
        #expect(abs(fisherExact(CoOccurrence(both: 4, first: 4, second: 4, all: 8)) - 0.028_571_428_571_428_6) < 1e-9)
        // Monozygotic twins of convicts: 10 of 13 convicted; dizygotic: 2 of 17. Two-sided p = 0.0005367.
        #expect(abs(fisherExact(CoOccurrence(both: 10, first: 13, second: 12, all: 30)) - 0.000_536_724) < 1e-8)
    }

    @Test("AT-06 Fisher's exact test equals the sum over all tables, and chi-square comes close where all are large")
    func fisherOracle() async throws {
        try await forAll(cases: 200) { random in
            let all = Int.random(in: 4...60, using: &random)
            let (first, second) = (Int.random(in: 1..<all, using: &random), Int.random(in: 1..<all, using: &random))
            let (least, most) = (max(0, first + second - all), min(first, second))
            let both = Int.random(in: least...most, using: &random)
            func chance(_ x: Int) -> Double {
                choose(first, x) * choose(all - first, second - x) / choose(all, second)
            }
            let naive = (least...most).map(chance).filter { $0 <= chance(both) * (1 + 1e-7) }.reduce(0, +)
            let found = fisherExact(
                CoOccurrence(both: Double(both), first: Double(first), second: Double(second), all: Double(all)))
            return abs(found - min(1, naive)) < 1e-9
        }
        let large = CoOccurrence(both: 10_100, first: 100_000, second: 10_000 * 10, all: 1_000_000)
        #expect(abs(fisherExact(large) / erfc((try #require(large.chiSquare) / 2).squareRoot()) - 1) < 0.05)
    }

    private func choose(_ count: Int, _ chosen: Int) -> Double {
        (0..<max(0, chosen)).reduce(1) { $0 * Double(count - $1) / Double($1 + 1) }
    }

    @Test("AT-06 fifteen comparisons of Benjamini & Hochberg (1995, section 4): four are found at 5 %")
    func falseDiscovery() {
        let published = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000,
        ]
        let adjusted = falseDiscoveryAdjusted(published.reversed())
        #expect(adjusted.filter { $0 <= 0.05 }.count == 4)
        #expect(abs(adjusted[14] - 0.0015) < 1e-12 && adjusted[0] == 1)
        #expect(falseDiscoveryAdjusted([0.01], tests: 10) == [0.1])
        #expect(falseDiscoveryAdjusted([]).isEmpty)
    }

    @Test(
        "Student's quantiles equal the printed tables",
        arguments: [
            (1.0, 12.7062), (2, 4.30265), (3, 3.18245), (4, 2.77645), (10, 2.22814), (30, 2.04227), (120, 1.97993),
            (1e7, 1.95996),
        ])
    func student(degrees: Double, expected: Double) {
        #expect(abs(studentQuantile(0.975, degrees: degrees) - expected) < 2e-4)
        #expect(abs(studentQuantile(0.025, degrees: degrees) + expected) < 2e-4)
    }

    @Test("Welch's interval of two small samples equals the one worked out by hand")
    func welch() throws {
        // 3, 5, 7 (mean 5, variance 4) and 1, 2, 3, 4 (mean 2.5, variance 5/3): t of 3.2639… degrees.
        let left = SampleSums(count: 3, sum: 15, squares: 83)
        let right = SampleSums(count: 4, sum: 10, squares: 30)
        let found = try #require(welchInterval(left, against: right))
        let error = (4.0 / 3 + 5.0 / 12).squareRoot()
        let degrees = (4.0 / 3 + 5.0 / 12) * (4.0 / 3 + 5.0 / 12) / ((16.0 / 9) / 2 + (25.0 / 144) / 3)
        #expect(found.difference == 2.5)
        #expect(abs(found.upper - (2.5 + studentQuantile(0.975, degrees: degrees) * error)) < 1e-9)
        #expect(welchInterval(left, against: SampleSums(count: 1, sum: 1, squares: 1)) == nil)
    }
}
