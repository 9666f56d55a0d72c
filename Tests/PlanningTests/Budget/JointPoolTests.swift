import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Planning

/// What departments pay together: each agrees to its own part, and what was agreed stays as it was agreed.
@Suite struct JointPoolTests {
    let example: PlanTextExample
    private let sales: RecordAuthor
    private let product: RecordAuthor

    init() async throws {
        example = try await PlanTextExample()
        sales = try await example.person("周牧之", .sales)
        product = try await example.person("何嘉木", .product)
    }

    private func booking(_ payer: String?, _ yuan: Int64 = 80_000) async throws -> Record {
        let project = try await example.records.create(
            .marketingProject, ["title": .text("双 11 大促")], by: example.marketing)
        var values: RecordValues = [
            "title": .text("地推"), "kind": .text("agency"), "project": .whole(project.id), "cost": .whole(yuan * 100),
        ]
        values["payer"] = payer.map { .text($0) }
        return try await example.records.create(.resourceBooking, values, by: example.marketing)
    }

    private func agree(_ booking: Record, _ deciders: RecordAuthor...) async throws -> ApprovalRequest {
        var request = try await example.approvals.request(
            "agree", of: booking, from: booking.version, note: "", by: example.marketing)
        for decider in deciders { request = try await example.approvals.decide(request.id, .approve, by: decider) }
        return request
    }

    private func now(_ booking: Record) async throws -> Record {
        try await example.find(.resourceBooking, booking.number)
    }

    @Test(
        "BU-10 what a department pays is decided by that department, then finance; what marketing pays, by finance alone"
    )
    func routes() async throws {
        let own = try await agree(try await booking("sales"), sales)
        #expect(own.state == .open && own.step == 1 && own.seats.map(\.name) == ["周牧之", "王会计"])
        let theirs = try await agree(try await booking("product"))
        #expect(theirs.seats.map(\.name) == ["何嘉木"])
        await #expect(throws: ApprovalProblem.notYours) {
            try await example.approvals.decide(theirs.id, .approve, by: sales)
        }
        let marketing = try await agree(try await booking("marketing"))
        #expect(marketing.steps.count == 1 && marketing.seats.map(\.name) == ["王会计"])
    }

    @Test(
        "BU-10 what sales or product pay does not begin unagreed; what marketing pays does",
        arguments: ["sales", "product"])
    func start(payer: String) async throws {
        let shared = try await booking(payer)
        await #expect(throws: JointPoolProblem.notAgreed(shared.code)) {
            try await example.records.move(shared, from: 1, "start", by: example.marketing)
        }
        let decider = payer == "sales" ? sales : product
        #expect(try await agree(shared, decider, example.finance).state == .approved)
        let agreed = try await now(shared)
        #expect(agreed.state == "agreed")
        #expect(
            try await example.records.move(agreed, from: agreed.version, "start", by: example.marketing).state
                == "running")
        let own = try await booking("marketing")
        #expect(try await example.records.move(own, from: 1, "start", by: example.marketing).state == "running")
    }

    @Test("BU-10 an agreed amount cannot be raised, nor be moved to somebody else, unless it is agreed anew")
    func frozen() async throws {
        let shared = try await booking("sales")
        #expect(try await agree(shared, sales, example.finance).state == .approved)
        let agreed = try await now(shared)
        for changes: [String: RecordValue?] in [["cost": .whole(9_000_000)], ["payer": .text("marketing")]] {
            await #expect(throws: JointPoolProblem.agreedAlready(shared.code)) {
                try await example.records.change(agreed, from: agreed.version, changes, by: example.marketing)
            }
        }
        let noted = try await example.records.change(
            agreed, from: agreed.version, ["note": .text("已签约")], by: example.marketing)
        let open = try await example.records.move(
            noted, from: noted.version, "revise", reason: "加场", by: example.marketing)
        let raised = try await example.records.change(
            open, from: open.version, ["cost": .whole(9_000_000)], by: example.marketing)
        await #expect(throws: JointPoolProblem.notAgreed(shared.code)) {
            try await example.records.move(raised, from: raised.version, "start", by: example.marketing)
        }
    }

    @Test(
        "BU-10, WF-07 sales and product see the pool and change nothing in it; budgets, spends and projects they do not see"
    )
    func rights() async throws {
        let shared = try await booking("sales")
        for reader in [sales, product] {
            #expect(
                try await example.records.find(.resourceBooking, number: shared.number, for: reader).id == shared.id)
            await #expect(throws: (any Error).self) {
                try await example.records.change(shared, from: 1, ["cost": .whole(1)], by: reader)
            }
            for type in [RecordType.budget, .budgetLine, .spendRequest, .budgetTransfer, .poolDraw, .marketingProject] {
                #expect(!reader.may(.view, type), "\(type.id)")
            }
        }
        #expect(!example.service.may(.view, .resourceBooking))
    }

    @Test("BU-10 a campaign's marginal cost is what the pool is less without it, for any bookings")
    func marginal() async throws {
        let all = [
            try await booking("sales", 300), try await booking("marketing", 500), try await booking("product", 70),
        ]
        let plan = ResourcePlan(all)
        #expect(plan.cost == 87_000 && plan.campaigns.map(\.awaiting) == [30_000, 0, 7_000])
        for campaign in plan.campaigns {
            let without = ResourcePlan(all.filter { $0.whole("project") != campaign.id })
            #expect(plan.cost - without.cost == campaign.cost)
        }
    }

    @Test("problems of the pool say what to do in both languages")
    func said() {
        expectWellSaid([JointPoolProblem.notAgreed("RB-1"), .agreedAlready("RB-1")])
        for review in ["IREV-1", nil] {
            expectWellSaid([IncidentProblem.reviewOpen(incident: "INC-1", review: review)])
        }
    }
}
