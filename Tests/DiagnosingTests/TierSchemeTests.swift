import Kernel
import TestKit
import Testing

@testable import Diagnosing

@Suite struct TierSchemeTests {
    @Test("CU-02 every one of the 125 cells has exactly one tier", arguments: TierScheme.builtIn)
    func exhaustive(scheme: TierScheme) throws {
        try scheme.check()
        #expect(RFMCell.all.count == 125)
        #expect(RFMCell.all.allSatisfy { scheme.tier(of: $0) != nil })
        let divided = scheme.tiers.flatMap { scheme.cells(of: $0.id) }
        #expect(divided.sorted() == RFMCell.all)
    }

    @Test("CU-02 scheme 1 has four tiers and scheme 2 three types, named as the requirements name them")
    func names() {
        #expect(TierScheme.value.tiers.map(\.name.zh) == ["高价值", "潜力", "一般", "流失风险"])
        #expect(TierScheme.behaviour.tiers.map(\.name.zh) == ["核心忠诚", "潜力培育", "沉睡唤醒"])
    }

    @Test("CU-02 the tier of each cell, in both schemes")
    func table() throws {
        let lines = RFMCell.all.map { cell in
            "\(cell.code) " + TierScheme.builtIn.map { $0.tier(of: cell)?.id ?? "-" }.joined(separator: " ")
        }
        try expectGolden(lines.joined(separator: "\n") + "\n", "tiers-of-cells.txt")
    }

    @Test("CU-02 the best cell is high value and loyal, the worst at risk and dormant")
    func corners() throws {
        let (best, worst) = (try #require(RFMCell(code: 555)), try #require(RFMCell(code: 111)))
        #expect(TierScheme.builtIn.map { $0.tier(of: best)?.id } == ["high_value", "core_loyal"])
        #expect(TierScheme.builtIn.map { $0.tier(of: worst)?.id } == ["churn_risk", "to_wake"])
    }

    private let tier = Tier("some", Text(verbatim: "some"), meaning: Text(verbatim: ""))

    @Test("CU-02 a scheme that leaves cells open is refused, with the cells")
    func openCells() {
        let scheme = TierScheme(
            "mine", Text(verbatim: "mine"), tiers: [tier], rules: [TierRule("some", recency: 2...5)])
        let cells = (111...155).compactMap(RFMCell.init(code:)).map(\.code)
        #expect(throws: RFMProblem.cellsWithoutTier(scheme: Text(verbatim: "mine"), cells: cells)) {
            try scheme.check()
        }
    }

    @Test("CU-02 a rule that earlier rules cover altogether is refused, with its place")
    func deadRule() {
        let rules = [TierRule("some"), TierRule("some", recency: 5...5)]
        let scheme = TierScheme("mine", Text(verbatim: "mine"), tiers: [tier], rules: rules)
        #expect(throws: RFMProblem.ruleNeverUsed(scheme: Text(verbatim: "mine"), rule: 2)) { try scheme.check() }
    }

    @Test("CU-02 a rule that names a tier the scheme does not have is refused")
    func unknownTier() {
        let scheme = TierScheme("mine", Text(verbatim: "mine"), tiers: [tier], rules: [TierRule("other")])
        #expect(throws: RFMProblem.tierUnknown(scheme: Text(verbatim: "mine"), tier: "other")) { try scheme.check() }
    }

    @Test("CU-02 two schemes of one id are refused")
    func twice() {
        let options = RFMOptions(schemes: [.value, .value])
        #expect(throws: RFMProblem.schemeTwice(["value", "value"])) { try options.check() }
    }
}
