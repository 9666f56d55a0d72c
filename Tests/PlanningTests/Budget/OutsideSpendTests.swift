import Kernel
import Store
import TestKit
import Testing

@testable import Planning
@testable import Records

/// Balances count what the warehouse knows, once.
@Suite struct OutsideSpendTests {
    private let example: BudgetExample

    init() async throws { example = try await BudgetExample() }

    private func keep(_ line: Records.Record, _ yuan: Int64) async throws {
        try await example.store.write { db in
            _ = try LineSpendStore(db: db).keep(
                line.id, yuan * 100, upTo: Day(daysSince1970: 20_800), at: Instant(seconds: 1_800_000_000))
        }
    }

    @Test("BU-06, BU-08 ad spend that is booked in the warehouse leaves less for requests and transfers")
    func balance() async throws {
        let media = try await example.line("digital", 6_000, ["channel": "douyin_ads", "actuals": "media"])
        let other = try await example.line("brand", 4_000)
        try await example.putIntoForce()
        try await keep(media, 5_000)
        #expect(try await example.position(media)?.remaining == 100_000)
        let large = try await example.spend(media, 1_001)
        await #expect(throws: BudgetProblem.self) { try await example.ask("approve", large) }
        let fitting = try await example.spend(media, 1_000)
        _ = try await example.ask("approve", fitting)
        let move = try await example.records.create(
            .budgetTransfer,
            [
                "title": .text("调剂"), "from_line": .whole(media.id), "to_line": .whole(other.id),
                "amount": .whole(200_000), "reason": .text("回报低"),
            ], by: example.asker)
        await #expect(throws: BudgetProblem.self) { try await example.ask("apply", move) }
    }

    @Test("BU-08 what a request promised and the data show by now counts once; lines fed by requests ignore the data")
    func once() async throws {
        let media = try await example.line("digital", 6_000, ["channel": "douyin_ads", "actuals": "media"])
        let plain = try await example.line("brand", 4_000)
        try await example.putIntoForce()
        for line in [media, plain] {
            let request = try await example.ask("approve", try await example.spend(line, 2_000))
            try await example.approvals.decide(request.id, .approve, by: example.finance)
        }
        try await keep(plain, 3_000)
        for (booked, remaining) in [(0, 4_000), (500, 4_000), (2_000, 4_000), (2_500, 3_500)] as [(Int64, Int64)] {
            try await keep(media, booked)
            let position = try #require(try await example.position(media))
            #expect(position.remaining == remaining * 100, "booked \(booked)")
            #expect(position.spent == booked * 100)
        }
        #expect(try await example.position(plain)?.remaining == 200_000)
    }

    @Test(
        "BU-08 over random requests, payments and bookings a line has left its plan less the larger of both, to the fen"
    )
    func random() async throws {
        let line = try await example.line("digital", 9_000, ["channel": "douyin_ads", "actuals": "media"])
        try await forAll(seed: 71, cases: 300) { dice in
            var requests: [Records.Record] = []
            var promised: Int64 = 0
            for number in 0..<Int(dice.next() % 6) {
                let amount = Int64(dice.next() % 300_000) + 1
                let paid = Int64(dice.next() % UInt64(amount + 1))
                let state = ["approved", "paid", "draft"][Int(dice.next() % 3)]
                requests.append(.spending(Int64(900 + number), line.id, amount, paid, state))
                promised += state == "approved" ? amount : state == "paid" ? paid : 0
            }
            let booked = Int64(dice.next() % 900_000)
            let book = BudgetBook(example.budget, lines: [line], requests: requests, outside: [line.id: booked])
            let position = book.positions[0]
            return position.remaining == 900_000 - max(promised, booked) && position.spent == booked
                && position.committed >= 0
        }
    }
}

extension Records.Record {
    fileprivate static func spending(_ id: Int64, _ line: Int64, _ amount: Int64, _ paid: Int64, _ state: String)
        -> Records.Record
    {
        Records.Record(
            id: id, type: .spendRequest, number: id, version: 1, state: state,
            values: ["line": .whole(line), "amount": .whole(amount), "paid": .whole(paid)],
            createdAt: Instant(seconds: 0), createdBy: "", changedAt: Instant(seconds: 0), changedBy: "",
            archivedAt: nil)
    }
}
