import Kernel
import Store
import TestKit
import Testing

@testable import Records

@Suite struct ApprovalTests {
    @Test(
        "BU-06 up to 50,000 yuan finance decides alone, above it a VP after finance",
        arguments: [(50_000, "small", 1), (50_001, "large", 2)])
    func routing(yuan: Int, route: String, steps: Int) async throws {
        let example = try await ApprovalExample()
        let (_, request) = try await example.request(yuan: Int64(yuan))
        #expect(request.route == route && request.steps.count == steps)
        #expect(Set(request.seats.map(\.accountID)) == Set(example.finance.map(example.id)))
    }

    @Test("AD-07 all of a step must agree, then the next step opens, then the record makes its move")
    func sequence() async throws {
        let example = try await ApprovalExample()
        let (record, request) = try await example.request(yuan: 60_000)
        #expect(try await example.approvals.decide(request.id, .approve, by: example.finance[0]).step == 0)
        #expect(try await example.approvals.decide(request.id, .approve, by: example.finance[1]).step == 1)
        #expect(try await example.state(record) == "draft")
        let done = try await example.approvals.decide(request.id, .approve, by: example.executives[1])
        #expect(done.state == .approved && done.closedAt != nil)
        #expect(try await example.state(record) == "active")
    }

    @Test("one of a step is enough where its rule says any")
    func any() async throws {
        let example = try await ApprovalExample(financeRule: .any)
        let (record, request) = try await example.request(yuan: 10)
        #expect(try await example.approvals.decide(request.id, .approve, by: example.finance[1]).state == .approved)
        #expect(try await example.state(record) == "active")
    }

    @Test("a return or rejection ends it at once and needs a text", arguments: [ApprovalDecision.return, .reject])
    func refused(decision: ApprovalDecision) async throws {
        let example = try await ApprovalExample()
        let (record, request) = try await example.request(yuan: 10)
        await #expect(throws: ApprovalProblem.textMissing) {
            try await example.approvals.decide(request.id, decision, by: example.finance[0])
        }
        let ended = try await example.approvals.decide(request.id, decision, text: "预算不足", by: example.finance[0])
        #expect(ended.state == (decision == .reject ? .rejected : .returned))
        #expect(try await example.state(record) == "draft")
        await #expect(throws: ApprovalProblem.notOpen(state: ended.state)) {
            try await example.approvals.decide(request.id, .approve, by: example.finance[1])
        }
        #expect(
            try await example.approvals.request("approve", of: record, from: 1, note: "", by: example.asker).state
                == .open, "it may be asked again")
    }

    @Test("any edit voids the request; what was agreed before counts for nothing")
    func edited() async throws {
        let example = try await ApprovalExample(financeRule: .any)
        let (record, request) = try await example.request(yuan: 10)
        try await example.records.change(record, from: 1, ["amount": .whole(99_999_900)], by: example.asker)
        await #expect(throws: ApprovalProblem.notOpen(state: .voided)) {
            try await example.approvals.decide(request.id, .approve, by: example.finance[0])
        }
        #expect(try await example.state(record) == "draft")
    }

    @Test("nobody decides her own request, and no hand makes the move without one")
    func separation() async throws {
        let example = try await ApprovalExample()
        let record = try await example.records.create(
            .spend, ["title": .text("物料"), "amount": .whole(100)], by: example.finance[0])
        let request = try await example.approvals.request(
            "approve", of: record, from: 1, note: "", by: example.finance[0])
        #expect(request.seats.map(\.accountID) == [example.id(example.finance[1])])
        await #expect(throws: ApprovalProblem.ownRequest) {
            try await example.approvals.decide(request.id, .approve, by: example.finance[0])
        }
        await #expect(throws: ApprovalProblem.needsRequest(code: "SP-1")) {
            try await example.records.move(record, from: 1, "approve", by: example.finance[0])
        }
        await #expect(throws: ApprovalProblem.alreadyOpen(code: "SP-1")) {
            try await example.approvals.request("approve", of: record, from: 1, note: "", by: example.finance[0])
        }
    }

    @Test("overdue: those named for it may decide as well, once, and their yes speaks for the step")
    func escalation() async throws {
        let example = try await ApprovalExample(hours: 48)
        let (record, request) = try await example.request(yuan: 10)
        example.clock.advance(by: .seconds(47 * 3600))
        #expect(try await example.approvals.tick().isEmpty)
        example.clock.advance(by: .seconds(3600))
        #expect(try await example.approvals.tick().map(\.id) == [request.id])
        #expect(try await example.approvals.tick().isEmpty)
        #expect(try await example.approvals.decide(request.id, .approve, by: example.executives[0]).state == .approved)
        #expect(try await example.state(record) == "active")
    }

    @Test("a departed approver stops nothing: the others suffice, and when all are gone the step is escalated")
    func departed() async throws {
        let example = try await ApprovalExample(hours: nil)
        let (record, request) = try await example.request(yuan: 10)
        try await example.approvals.decide(request.id, .approve, by: example.finance[0])
        try await example.accounts.disable(example.id(example.finance[1]), by: .commandLine)
        #expect(try await example.approvals.tick().map(\.state) == [.approved])
        #expect(try await example.state(record) == "active")
        let (_, second) = try await example.request(yuan: 20)
        try await example.accounts.disable(example.id(example.finance[0]), by: .commandLine)
        #expect(try await example.approvals.tick().map(\.isEscalated) == [true])
        #expect(try await example.approvals.decide(second.id, .approve, by: example.executives[0]).state == .approved)
    }

    @Test("a step without anybody who can decide is refused when it would open")
    func nobody() async throws {
        let example = try await ApprovalExample()
        for one in example.finance { try await example.accounts.disable(example.id(one), by: .commandLine) }
        await #expect(throws: ApprovalProblem.noDecider(step: Text(zh: "财务", en: "Finance"))) {
            _ = try await example.request(yuan: 10)
        }
    }

    @Test("a place is handed over, a stand-in sits for who is away, the requester never")
    func standIns() async throws {
        let example = try await ApprovalExample()
        let today = try #require(BusinessZone("Asia/Shanghai")).day(of: example.clock.clock.now())
        let away = try #require(example.finance[0].account)
        try await example.approvals.delegate(from: away, to: example.id(example.executives[0]), today, today + 3)
        let (_, request) = try await example.request(yuan: 10)
        #expect(request.seats.map(\.name).sorted() == ["executive 1", "finance 2"])
        #expect(request.seats.first { $0.name == "executive 1" }?.standsFor == "finance 1")
        let handed = try await example.approvals.handOver(
            request.id, to: example.id(example.executives[1]), by: example.finance[1])
        #expect(
            !handed.waits(for: example.id(example.finance[1])) && handed.waits(for: example.id(example.executives[1])))
        await #expect(throws: ApprovalProblem.delegateUnfit) {
            try await example.approvals.handOver(request.id, to: example.id(example.asker), by: example.executives[1])
        }
        try await example.approvals.decide(request.id, .approve, by: example.executives[0])
        #expect(try await example.approvals.decide(request.id, .approve, by: example.executives[1]).state == .approved)
    }

    @Test("the inbox shows what waits, what was sent and what is done")
    func inbox() async throws {
        let example = try await ApprovalExample(financeRule: .any)
        let (_, request) = try await example.request(yuan: 10)
        func ids(_ tab: ApprovalStore.Tab, _ author: RecordAuthor) async throws -> [Int64] {
            try await example.approvals.inbox(tab, of: example.id(author)).map(\.id)
        }
        #expect(try await ids(.waiting, example.finance[0]) == [request.id])
        #expect(try await ids(.sent, example.asker) == [request.id])
        try await example.approvals.decide(request.id, .approve, by: example.finance[0])
        #expect(try await ids(.waiting, example.finance[1]).isEmpty)
        #expect(try await ids(.done, example.finance[0]) == [request.id])
        #expect(try await ids(.done, example.finance[1]).isEmpty)
    }
}
