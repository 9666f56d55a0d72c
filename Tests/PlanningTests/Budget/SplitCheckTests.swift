import Kernel
import Stats
import TestKit
import Testing

@testable import Planning

/// One purchase in several requests (BU-06).
@Suite struct SplitCheckTests {
    private let constants = BudgetConstants(.cny)

    private func claim(
        _ id: Int64, _ yuan: Int64, supplier: String = "蓝海传媒", line: Int64 = 1, author: String = "account:1:林静",
        day: Int64 = 0
    ) -> SplitCheck.Claim {
        SplitCheck.Claim(
            id: id, code: "SR-\(id)", line: line, supplier: supplier, author: author, amount: yuan * 100,
            at: Instant(seconds: 1_800_000_000 + day * 86_400))
    }

    @Test("BU-06 exactly 50,000 yuan is usual, one fen more is large")
    func limit() {
        #expect(!SplitCheck(claim(1, 50_000), among: [], constants).isLarge)
        let more = SplitCheck.Claim(
            id: 1, code: "SR-1", line: 1, supplier: "a", author: "b", amount: 5_000_001, at: Instant(seconds: 0))
        #expect(SplitCheck(more, among: [], constants).isLarge)
        #expect(!SplitCheck(more, among: [], constants).isSplit, "large by itself is not split")
    }

    @Test(
        "BU-06 two of 30,000 to the same supplier are one of 60,000, however its name is written",
        arguments: ["蓝海传媒", "蓝海传媒有限公司", " 蓝海 传媒 ", "蓝海传媒（股份有限公司）"])
    func supplier(_ name: String) {
        let check = SplitCheck(
            claim(2, 30_000, line: 2, author: "x"), among: [claim(1, 30_000, supplier: name)], constants)
        #expect(check.isSplit && check.isLarge && check.combined == 6_000_000)
        #expect(check.related.map(\.code) == ["SR-1"])
    }

    @Test("BU-06 what lies 31 days apart, or belongs to another supplier and person, counts for itself")
    func apart() {
        #expect(SplitCheck(claim(2, 30_000, day: 30), among: [claim(1, 30_000)], constants).isSplit)
        #expect(!SplitCheck(claim(2, 30_000, day: 31), among: [claim(1, 30_000)], constants).isSplit)
        let other = claim(1, 30_000, supplier: "云峰物料", author: "account:2:王磊")
        #expect(!SplitCheck(claim(2, 30_000), among: [other], constants).isSplit)
    }

    @Test("BU-06 the same line counts as the scope of the rule says")
    func scope() {
        let own = claim(1, 30_000, supplier: "云峰物料")
        let others = claim(1, 30_000, supplier: "云峰物料", author: "account:2:王磊")
        var rule = constants
        for (scope, ownCounts, othersCount) in [
            (BudgetConstants.Scope.supplier, false, false), (.supplierOrOwnLine, true, false),
            (.supplierOrLine, true, true),
        ] {
            rule.splitScope = scope
            #expect(SplitCheck(claim(2, 30_000), among: [own], rule).isSplit == ownCounts)
            #expect(SplitCheck(claim(2, 30_000), among: [others], rule).isSplit == othersCount)
        }
    }

    @Test("BU-06 however a purchase is cut, it goes as high as the whole would (random)")
    func cuts() async throws {
        try await forAll(seed: 44, cases: 300) { dice in
            let total = Int64(dice.next() % 20_000_000) + 1
            let parts = largestRemainder(
                total, over: (0..<(1 + Int(dice.next() % 6))).map { _ in Int64(dice.next() % 9) + 1 })
            let claims = parts.enumerated().map { index, amount in
                SplitCheck.Claim(
                    id: Int64(index), code: "", line: Int64(index), supplier: "甲", author: "\(index)", amount: amount,
                    at: Instant(seconds: Int64(dice.next() % (15 * 86_400))))
            }
            guard let last = claims.last else { return false }
            return SplitCheck(last, among: claims, constants).isLarge == (total > constants.singleLimit)
        }
    }
}
