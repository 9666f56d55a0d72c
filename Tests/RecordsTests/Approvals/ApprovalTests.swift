import Kernel
import Store
import TestKit
import Testing

import class GRDB.Database

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

    @Test("a word counts for the version that was asked for alone, even where the request was not voided in time")
    func otherVersion() async throws {
        let example = try await ApprovalExample()
        let (record, request) = try await example.request(yuan: 10)
        // Behind the engine's back, as a mistake in it would.
        try await example.store.write { db in
            try db.execute(sql: "UPDATE r_spend SET version = 2 WHERE record_id = ?", arguments: [record.id])
        }
        await #expect(throws: ApprovalProblem.changedMeanwhile(code: record.code)) {
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

    @Test("BU-06 a move that needs no approval takes no request")
    func needless() async throws {
        let example = try await ApprovalExample()
        let record = try await example.records.create(.committee, ["title": .text("机构")], by: .commandLine)
        await #expect(throws: ApprovalProblem.needsNone(move: Text(zh: "启用", en: "Put into use"))) {
            try await example.approvals.request("activate", of: record, from: 1, note: "", by: example.asker)
        }
    }

    @Test("who only runs the system decides nothing, though a route names her")
    func administrator() async throws {
        let example = try await ApprovalExample()
        let admin = try await example.accounts.add(
            AccountDraft(name: "admin", roles: [.administrator]), password: "correct horse 9", by: .commandLine)
        let step = ApprovalStep(Text(zh: "管理员", en: "Admin"), .accounts([admin.id]))
        await #expect(throws: ApprovalProblem.self) {
            try await example.approvals.add(ApprovalRouteDraft("admin", [step]), of: .spend, by: .system)
        }
        let (_, request) = try await example.request(yuan: 10)
        await #expect(throws: ApprovalProblem.delegateUnfit) {
            try await example.approvals.handOver(request.id, to: admin.id, by: example.finance[0])
        }
    }

    @Test("a route needs the right to administer, and a change names the version that it started from")
    func routeRights() async throws {
        let example = try await ApprovalExample()
        let routes = try await example.store.read { try example.approvals.routes($0, .spend) }
        let id = try #require(routes.last).id
        let draft = ApprovalRouteDraft("small", [ApprovalStep(Text(zh: "财务", en: "Finance"), .role(.finance), .any)])
        await #expect(throws: AccessProblem.self) {
            try await example.approvals.change(id, from: 1, to: draft, by: example.finance[0])
        }
        try await example.approvals.change(id, from: 1, to: draft, by: .commandLine)
        await #expect(throws: ApprovalProblem.routeChanged(name: "small")) {
            try await example.approvals.change(id, from: 1, to: draft, by: .commandLine)
        }
        let versions = try await example.store.read { try example.approvals.versions($0, of: id) }
        #expect(versions.map(\.version) == [2, 1])
        #expect(versions.map { $0.draft.steps[0].rule } == [.any, .all])
    }

    @Test("deciders are reminded once, before a step's time is over")
    func reminder() async throws {
        let example = try await ApprovalExample(hours: 48)
        let (_, request) = try await example.request(yuan: 10)
        func reminded() async throws -> Instant? {
            try await example.approvals.tick()
            return try await example.store.read { try example.approvals.require($0, request.id) }.remindedAt
        }
        example.clock.advance(by: .seconds(35 * 3600))
        #expect(try await reminded() == nil)
        example.clock.advance(by: .seconds(3600))
        let at = try await reminded()
        #expect(at == example.clock.clock.now())
        example.clock.advance(by: .seconds(3600))
        #expect(try await reminded() == at)
        let audit = try await example.store.read {
            try example.store.audit.entries($0).filter { $0.action == "approval.remind" }
        }
        #expect(audit.count == 1 && audit[0].detail.contains("finance 1"))
    }

    @Test("what would stand in the way of the last yes is known before, and trying writes nothing")
    func obstacle() async throws {
        let example = try await ApprovalExample()
        let (record, request) = try await example.request(yuan: 10)
        let entries = try await example.store.read { try example.store.audit.count($0) }
        #expect(try await example.approvals.obstacle(request) == nil)
        #expect(try await example.state(record) == "draft")
        #expect(try await example.store.read { try example.store.audit.count($0) } == entries)
    }

    @Test("AD-07 a ring of stand-ins is refused only for days on which all of its absences hold")
    func clippedRing() async throws {
        let example = try await ApprovalExample()
        let today = try #require(BusinessZone("Asia/Shanghai")).day(of: example.clock.clock.now())
        let people = try [example.finance[0], example.finance[1], example.executives[0]].map {
            try #require($0.account)
        }
        func away(_ place: Int, _ other: Int, _ days: ClosedRange<Int>) async throws {
            try await example.approvals.delegate(
                from: people[place], to: people[other].id, today + days.lowerBound, today + days.upperBound)
        }
        try await away(1, 2, 3...9)
        try await away(2, 0, 1...2)
        // 0 → 1 on days 1–5 meets 1 → 2 on days 3–5 only, when 2 → 0 is over.
        try await away(0, 1, 1...5)
        try await example.approvals.endAbsence(of: people[0], from: today + 1)
        try await away(2, 0, 5...6)
        await #expect(throws: ApprovalProblem.delegateRing(["finance 1", "finance 2", "executive 1", "finance 1"])) {
            try await away(0, 1, 1...5)
        }
        try await away(0, 1, 1...4)
    }

    @Test("who stands in is followed along those who are away themselves")
    func chain() async throws {
        let example = try await ApprovalExample()
        let today = try #require(BusinessZone("Asia/Shanghai")).day(of: example.clock.clock.now())
        let (first, second) = (try #require(example.finance[0].account), try #require(example.executives[0].account))
        try await example.approvals.delegate(from: first, to: second.id, today, today + 3)
        try await example.approvals.delegate(from: second, to: example.id(example.executives[1]), today + 2, today + 9)
        await #expect(throws: ApprovalProblem.delegateDays) {
            try await example.approvals.delegate(from: second, to: first.id, today + 2, today + 1)
        }
        let third = try #require(example.executives[1].account)
        await #expect(throws: ApprovalProblem.delegateRing(["executive 2", "finance 1", "executive 1", "executive 2"]))
        {
            try await example.approvals.delegate(from: third, to: first.id, today + 3, today + 3)
        }
        try await example.approvals.delegate(from: third, to: first.id, today + 4, today + 5)
        let (_, now) = try await example.request(yuan: 10)
        #expect(now.seats.map(\.name).sorted() == ["executive 1", "finance 2"])
        example.clock.advance(by: .seconds(2 * 86_400))
        let (_, later) = try await example.request(yuan: 10)
        #expect(later.seats.map(\.name).sorted() == ["executive 2", "finance 2"])
    }

    @Test("every problem is said in both languages")
    func said() {
        let text = Text(zh: "财务", en: "Finance")
        let problems: [ApprovalProblem] = [
            .noRoute(code: "SP-1"), .alreadyOpen(code: "SP-1"), .noDecider(step: text), .notOpen(state: .voided),
            .notYours, .ownRequest, .textMissing, .changedMeanwhile(code: "SP-1"), .delegateUnfit, .delegateDays,
            .delegateRing(["a", "b", "a"]), .needsRequest(code: "SP-1"), .needsNone(move: text),
            .routeUnfit(Text(zh: "至少需要一个环节。", en: "it needs at least one step."), field: "steps"),
            .routeChanged(name: "a"),
        ]
        for trouble: ApprovalProblem.BodyTrouble in [
            .gone, .empty, .quorum(needs: 3, has: 2, of: 4), .noChair, .vacant(seat: "a"),
        ] {
            expectWellSaid(problems + [ApprovalProblem.bodyUnfit("a", trouble)])
        }
    }
}
