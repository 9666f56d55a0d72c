import Kernel
import TestKit
import Testing

@testable import Planning

/// Amounts that are divided stay whole.
@Suite struct ApportionmentTests {
    @Test("BU-01 a split never loses or makes a fen, and no part is a whole fen off its proportion (random)")
    func whole() async throws {
        try await forAll(seed: 41, cases: 500) { dice in
            let count = 1 + Int(dice.next() % 12)
            let total = Int64(bitPattern: dice.next() >> 8) * (dice.next() % 4 == 0 ? -1 : 1)
            let weights = (0..<count).map { _ in
                dice.next() % 5 == 0 ? 0 : Int64(dice.next() >> UInt64(16 + dice.next() % 40))
            }
            let parts = Apportionment.split(total, by: weights)
            let sum = weights.reduce(0, +)
            guard parts.count == count, parts.reduce(0, +) == total else { return false }
            if sum == 0 { return (parts.max() ?? 0) - (parts.min() ?? 0) <= 1 }
            // Exact, by an oracle of another kind: |part × sum − total × weight| < sum in 128 bits.
            return zip(parts, weights).allSatisfy { part, weight in
                let difference = Int128(part) * Int128(sum) - Int128(total) * Int128(weight)
                return difference.magnitude < Int128(sum).magnitude
            }
        }
    }

    @Test("BU-01 a split and its re-balance keep order: a larger weight never gets less (random)")
    func ordered() async throws {
        try await forAll(seed: 42, cases: 300) { dice in
            let weights = (0..<8).map { _ in Int64(dice.next() % 10_000) }
            let parts = Apportionment.split(Int64(dice.next() % 1_000_000), by: weights)
            return weights.indices.allSatisfy { a in
                weights.indices.allSatisfy { b in weights[a] <= weights[b] || parts[a] >= parts[b] }
            }
        }
    }

    @Test(
        "the published example of the largest remainder: 100 seats over 47,000 16,000 15,800 12,000 6,100 3,100 votes")
    func published() {
        // Hare quota 1,000: 47 16 15.8 12 6.1 3.1; the seat left goes to the remainder .8.
        #expect(
            Apportionment.split(100, by: [47_000, 16_000, 15_800, 12_000, 6_100, 3_100] as [Int64]) == [
                47, 16, 16, 12, 6, 3,
            ])
        #expect(Apportionment.split(100, by: [1, 1, 1] as [Int64]) == [34, 33, 33])
        #expect(Apportionment.split(-100, by: [1, 1, 1] as [Int64]) == [-34, -33, -33])
        #expect(
            Apportionment.split(100_000_000, by: [0.7, 0.2, 0.1] as [Double]) == [70_000_000, 20_000_000, 10_000_000])
        #expect(Apportionment.split(5, by: [] as [Int64]).isEmpty)
    }

    @Test("BU-01 a grown budget: lines, pool and reserve make the total to the fen, whatever the growth (random)")
    func build() async throws {
        try await forAll(seed: 43, cases: 300) { dice in
            let rows = (0..<(1 + Int(dice.next() % 9))).map {
                OutsideSpend.Row(code: "c\($0)", region: "", amount: Int64(dice.next() % 9_000_000_000) + 1)
            }
            let growth = dice.uniform() * 0.8 - 0.3
            let build = BudgetBuild(
                incremental: BudgetBase(media: rows, books: []).lines, growth: growth,
                flexible: dice.uniform() * 0.2, reserve: dice.uniform() * 0.3)
            let zero = BudgetBuild(zeroBased: Int64(dice.next() % 9_000_000_000), flexible: 0.12, reserve: 0.2)
            let working = build.lines.filter { $0.base > 0 }
            return build.lines.reduce(0) { $0 + $1.planned } == build.total
                && build.lines.allSatisfy { $0.planned >= 0 }
                && working.reduce(0) { $0 + $1.planned }
                    == Apportionment.grown(rows.reduce(0) { $0 + $1.amount }, by: growth)
                && zero.lines.reduce(0) { $0 + $1.planned } <= zero.total
        }
    }

    @Test("a booked line that costs what all channels cost is their sum and no line of its own")
    func twice() {
        let media = [
            OutsideSpend.Row(code: "douyin_ads", region: "east", amount: 600_000),
            OutsideSpend.Row(code: "douyin_ads", region: "south", amount: 200_000),
            OutsideSpend.Row(code: "baidu_sem", region: "east", amount: 200_000),
        ]
        let books = [
            OutsideSpend.Row(code: "广告投放", region: "", amount: 1_000_003),
            OutsideSpend.Row(code: "市场调研", region: "", amount: 50_000),
        ]
        let lines = BudgetBase(media: media, books: books).lines
        #expect(lines.map(\.outside) == ["douyin_ads", "baidu_sem", "市场调研"])
        #expect(lines.map(\.base) == [800_000, 200_000, 50_000])
        #expect(lines.last?.purpose == "research" && lines.last?.metric == "nps")
    }
}
