import Kernel
import TestKit
import Testing
import Warehouse

@testable import Planning

@Suite("S-07 parts and wholes")
struct BalancingTests {
    private let yuan = GoalUnit(.money, .cny)

    @Test("S-07 what is fixed stays, the rest takes the difference in proportion, and not a fen is lost")
    func sums() async throws {
        let parts = [Balancing.Part(100, isFixed: true), Balancing.Part(300), Balancing.Part(600)]
        #expect(try Balancing(.sum, yuan, whole: 1_900, parts).balanced() == [100, 600, 1_200])
        try await forAll(seed: 7, cases: 1_000) { random in
            let count = Int.random(in: 2...53, using: &random)
            let parts = (0..<count).map { index in
                Balancing.Part(
                    Double(Int64.random(in: 0...99_999_999, using: &random)) / 100,
                    isFixed: index > 0 && Int.random(in: 0..<4, using: &random) == 0)
            }
            let fixed = parts.filter(\.isFixed).reduce(Int64(0)) { $0 + yuan.steps($1.value) }
            let whole = Double(fixed + Int64.random(in: 0...9_999_999_999, using: &random)) / 100
            let after = try Balancing(.sum, yuan, whole: whole, parts).balanced()
            let stays = zip(parts, after).allSatisfy { !$0.isFixed || $0.value == $1 }
            return stays && after.map(yuan.steps).reduce(0, +) == yuan.steps(whole) && after.allSatisfy { $0 >= 0 }
        }
    }

    @Test("S-07 a weighted mean meets its whole within half of the smallest step, fixed rates left alone")
    func means() async throws {
        let percent = GoalUnit(.percent, .cny)
        try await forAll(seed: 11, cases: 500) { random in
            let count = Int.random(in: 2...12, using: &random)
            let parts = (0..<count).map { index in
                Balancing.Part(
                    1 + 9 * random.uniform(), weight: 10 + 1_000 * random.uniform(),
                    isFixed: index > 0 && Int.random(in: 0..<5, using: &random) == 0)
            }
            let whole = 12.0
            let after = try Balancing(.weightedMean, percent, whole: whole, parts).balanced()
            let mean = Balancing.mean(after, parts.map(\.weight)) ?? 0
            return abs(mean - whole) <= 0.005 && zip(parts, after).allSatisfy { !$0.isFixed || $0.value == $1 }
        }
    }

    @Test("S-07 where nothing is free, or the fixed are more than the whole, it is said what to do")
    func refused() {
        #expect(throws: GoalProblem.allFixed(difference: "50.00")) {
            try Balancing(.sum, yuan, whole: 150, [.init(60, isFixed: true), .init(40, isFixed: true)]).balanced()
        }
        #expect(throws: GoalProblem.fixedExceed(fixed: "200.00", parent: "150.00")) {
            try Balancing(.sum, yuan, whole: 150, [.init(200, isFixed: true), .init(40)]).balanced()
        }
        #expect(throws: GoalProblem.allFixed(difference: "2.00")) {
            try Balancing(.last, yuan, whole: 12, [.init(3), .init(10, isFixed: true)]).balanced()
        }
    }

    @Test("S-07 all free parts at zero share evenly; a level ends at its whole")
    func edges() throws {
        #expect(try Balancing(.sum, yuan, whole: 10, [.init(0), .init(0), .init(0)]).balanced() == [3.34, 3.33, 3.33])
        #expect(try Balancing(.last, yuan, whole: 40, [.init(36), .init(38)]).balanced() == [36, 40])
    }

    @Test("S-07 periods over the end of a year are cut to the goal's days, without a gap or a day twice")
    func periods() async throws {
        let days = Period(from: try #require(Day("2026-11-16")), upTo: try #require(Day("2027-03-01")))
        #expect(GoalPieces.periods(of: days, .quarter).map(\.dayCount) == [46, 59])
        #expect(GoalPieces.periods(of: days, .month).map(\.start.description).last == "2027-02-01")
        try await forAll(seed: 2, cases: 300) { random in
            let start = Day(daysSince1970: Int32.random(in: 18_000...24_000, using: &random))
            let days = Period(from: start, upTo: start + Int.random(in: 1...800, using: &random))
            return [Grain.week, .month, .quarter].allSatisfy { grain in
                let parts = GoalPieces.periods(of: days, grain)
                return parts.first?.start == days.start && parts.last?.end == days.end
                    && zip(parts, parts.dropFirst()).allSatisfy { $0.end == $1.start }
            }
        }
    }
}
