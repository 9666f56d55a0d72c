import Kernel
import TestKit
import Testing

@testable import Planning

@Suite struct BudgetBuildTests {
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
                    == grown(rows.reduce(0) { $0 + $1.amount }, by: growth)
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
