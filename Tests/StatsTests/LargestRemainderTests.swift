import Kernel
import Stats
import TestKit
import Testing

@Suite struct LargestRemainderTests {
    @Test("S-07 100 split over 1 : 1 : 1 gives 34, 33, 33; published seats of Hamilton's method come out")
    func known() {
        #expect(largestRemainder(100, over: [1, 1, 1]) == [34, 33, 33])
        // Balinski & Young's example of the Alabama paradox: 10 and 11 seats over populations 6, 6, 2.
        #expect(largestRemainder(10, over: [6, 6, 2]) == [4, 4, 2])
        #expect(largestRemainder(11, over: [6, 6, 2]) == [5, 5, 1])
        #expect(largestRemainder(-7, over: [1, 1]) == [-4, -3])
        #expect(largestRemainder(5, over: [0, 0]) == [3, 2])
        #expect(largestRemainder(5, over: [.nan, 2, -1]) == [0, 5, 0])
        #expect(largestRemainder(5, over: []).isEmpty)
    }

    @Test(
        "S-07 no unit is ever lost or made, whatever the total and the weights; parts stay within one unit of their share"
    )
    func property() async throws {
        try await forAll(seed: 12, cases: 2_000) { random in
            let total = Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random)
            let count = Int.random(in: 1...60, using: &random)
            let weights = (0..<count).map { _ in
                Int.random(in: 0..<5, using: &random) == 0 ? 0 : Double.random(in: 0...1e6, using: &random)
            }
            let parts = largestRemainder(total, over: weights)
            let sum = weights.reduce(0, +)
            let isFair =
                sum == 0 || zip(parts, weights).allSatisfy { abs(Double($0) - Double(total) * $1 / sum) < 1.001 }
            return parts.reduce(0, +) == total && parts.count == count && isFair
        }
    }

    @Test("S-07 totals beyond 2^53 and the largest there is are split without losing a unit")
    func huge() async throws {
        try await forAll(seed: 3, cases: 300) { random in
            let total = Int64.random(in: 1 << 53...Int64.max, using: &random)
            let weights = (0..<7).map { _ in Double.random(in: 0...1e300, using: &random) }
            return largestRemainder(total, over: weights).reduce(0, +) == total
        }
    }
}
