import Kernel
import Stats
import TestKit
import Testing

@Suite struct LargestRemainderTests {
    @Test("S-07 100 split over 1 : 1 : 1 gives 34, 33, 33; published seats of Hamilton's method come out")
    func known() {
        #expect(largestRemainder(100, over: [1, 1, 1] as [Double]) == [34, 33, 33])
        // Balinski & Young's example of the Alabama paradox: 10 and 11 seats over populations 6, 6, 2.
        #expect(largestRemainder(10, over: [6, 6, 2] as [Double]) == [4, 4, 2])
        #expect(largestRemainder(11, over: [6, 6, 2] as [Double]) == [5, 5, 1])
        #expect(largestRemainder(-7, over: [1, 1] as [Double]) == [-4, -3])
        #expect(largestRemainder(5, over: [0, 0] as [Double]) == [3, 2])
        #expect(largestRemainder(5, over: [.nan, 2, -1]) == [0, 5, 0])
        #expect(largestRemainder(5, over: [] as [Double]).isEmpty)
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

    @Test("BU-01 a split never loses or makes a fen, and no part is a whole fen off its proportion (random)")
    func whole() async throws {
        try await forAll(seed: 41, cases: 500) { dice in
            let count = 1 + Int(dice.next() % 12)
            let total = Int64(bitPattern: dice.next() >> 8) * (dice.next() % 4 == 0 ? -1 : 1)
            let weights = (0..<count).map { _ in
                dice.next() % 5 == 0 ? 0 : Int64(dice.next() >> UInt64(16 + dice.next() % 40))
            }
            let parts = largestRemainder(total, over: weights)
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
            let parts = largestRemainder(Int64(dice.next() % 1_000_000), over: weights)
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
            largestRemainder(100, over: [47_000, 16_000, 15_800, 12_000, 6_100, 3_100] as [Int64]) == [
                47, 16, 16, 12, 6, 3,
            ])
        #expect(largestRemainder(100, over: [1, 1, 1] as [Int64]) == [34, 33, 33])
        #expect(largestRemainder(-100, over: [1, 1, 1] as [Int64]) == [-34, -33, -33])
        #expect(
            largestRemainder(100_000_000, over: [0.7, 0.2, 0.1] as [Double]) == [70_000_000, 20_000_000, 10_000_000])
        #expect(largestRemainder(5, over: [] as [Int64]).isEmpty)
    }
}
