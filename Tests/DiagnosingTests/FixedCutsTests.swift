import Kernel
import Testing

@testable import Diagnosing

@Suite struct FixedCutsTests {
    private let good: [Int64] = [2, 3, 5, 10]
    private let days: [Int64] = [180, 90, 60, 30]

    @Test("CU-01 four ordered cut points a dimension are taken")
    func taken() throws {
        let cuts = try FixedCuts(recencyDays: days, frequency: good, monetary: [0, 1, 2, 3])
        #expect(RFMDimension.allCases.map { cuts[$0].count } == [4, 4, 4])
    }

    @Test("CU-01 recency must fall, frequency and amount must rise, and no two may be equal")
    func order() {
        #expect(throws: RFMProblem.cutOrder(.recency)) {
            try FixedCuts(recencyDays: good, frequency: good, monetary: good)
        }
        #expect(throws: RFMProblem.cutOrder(.frequency)) {
            try FixedCuts(recencyDays: days, frequency: days, monetary: good)
        }
        #expect(throws: RFMProblem.cutOrder(.monetary)) {
            try FixedCuts(recencyDays: days, frequency: good, monetary: [1, 1, 2, 3])
        }
    }

    @Test("CU-01 a missing or negative cut point is refused, with its dimension")
    func countAndRange() {
        #expect(throws: RFMProblem.cutCount(.frequency, found: 3)) {
            try FixedCuts(recencyDays: days, frequency: [1, 2, 3], monetary: good)
        }
        #expect(throws: RFMProblem.cutRange(.monetary)) {
            try FixedCuts(recencyDays: days, frequency: good, monetary: [-1, 1, 2, 3])
        }
    }

    @Test("CU-01 a look-back of no days or of centuries is refused")
    func lookBack() {
        for days in [0, -5, 40_000] {
            #expect(throws: RFMProblem.lookBack(days)) { try RFMOptions(lookBackDays: days).check() }
        }
    }

    @Test("CU-01 ranks are dealt into buckets as ntile deals them")
    func ranks() {
        #expect(QuantileRanks(count: 4338).bucketEnds == [868, 1736, 2604, 3471])
        #expect(QuantileRanks(count: 10).bucketEnds == [2, 4, 6, 8])
        #expect(QuantileRanks(count: 3).bucketEnds == [1, 2, 3, 3])
        #expect(QuantileRanks(count: 1).bucketEnds == [1, 1, 1, 1])
        #expect(QuantileRanks(count: 4).middle == [2, 3])
        #expect(QuantileRanks(count: 5).middle == [3, 3])
    }

    @Test("every problem of scoring says something in both languages, and has a code of its own")
    func problems() throws {
        let day = try day("2026-01-01")
        let name = Text(verbatim: "a")
        let all: [RFMProblem] = [
            .noCustomers(asOf: day), .asOfBeforeHistory(asOf: day, latest: day, .official), .runMissing(1), .noRun,
            .scoresDropped(1),
            .customerMissing("C1"), .cutCount(.recency, found: 1), .cutOrder(.recency), .cutOrder(.monetary),
            .cutRange(.monetary),
            .lookBack(0), .schemeTwice(["a", "a"]), .cellsWithoutTier(scheme: name, cells: [111]),
            .ruleNeverUsed(scheme: name, rule: 2), .tierUnknown(scheme: name, tier: "b"),
            .tierWithoutCells(scheme: name, tier: name), .rulesChangedMeanwhile(scheme: name), .schemeMissing("a"),
        ]
        #expect(all.allSatisfy { $0.text.zh.count > 8 && $0.text.en.count > 20 && $0.text.zh != $0.text.en })
        #expect(Set(all.map(\.code)).count == all.count - 1)
    }
}
