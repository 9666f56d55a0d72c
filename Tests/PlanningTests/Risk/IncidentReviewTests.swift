import Kernel
import Records
import Store
import Testing

@testable import Planning

/// After an incident: cause, loss, what changed. Nobody closes one without, and what was learnt is kept.
@Suite struct IncidentReviewTests {
    let example: PlanTextExample
    private var reviews: IncidentReviewStore { IncidentReviewStore(example.records) }
    private let today = Day(daysSince1970: 20_833)

    init() async throws { example = try await PlanTextExample() }

    private func incident(region: String? = nil) async throws -> Record {
        let risk = try await example.records.create(
            .risk, ["title": .text("支付失败"), "kind": .text("technical")], by: example.marketing)
        var values: RecordValues = [
            "title": .text("大促支付失败"), "kind": .text("technical"), "level": .text("red"),
            "noticed_on": .day(today), "situation": .text("无法付款"), "risk": .whole(risk.id),
            "commander": .whole(try #require(example.marketing.account).id), "log": .text("20:02 报警"),
            "customers_hit": .number(1_200), "solved_on": .day(today),
        ]
        values["region"] = region.map { .text($0) }
        return try await example.records.create(.incident, values, by: example.marketing)
    }

    private func step(_ record: Record, _ move: String, reason: String? = nil) async throws -> Record {
        let now = try await example.find(record.type, record.number)
        return try await example.records.move(now, from: now.version, move, reason: reason, by: example.marketing)
    }

    private func review(_ incident: Record) async throws -> Record {
        try #require(try await example.records.store.read { try reviews.review($0, of: incident) })
    }

    private func finish(_ review: Record) async throws -> Record {
        try await example.records.change(
            review, from: review.version,
            [
                "cause": .text("支付通道没有压测"), "loss": .whole(8_765_400), "changes": .text("预案增加支付压测"),
                "what_worked": .text("降级页面七分钟上线"),
            ], by: example.marketing)
        return try await step(review, "finalise")
    }

    @Test("RK-04 solving an incident opens its review for the commander, with what is known and a deadline of a week")
    func opened() async throws {
        let incident = try await incident()
        #expect(try await example.records.store.read { try reviews.review($0, of: incident) } == nil)
        _ = try await step(incident, "solve")
        let review = try await review(incident)
        #expect(review.state == "draft" && review.title == "大促支付失败" && review.whole("incident") == incident.id)
        #expect(review.whole("risk") == incident.whole("risk") && review.text("timeline") == "20:02 报警")
        #expect(review.number("customers_hit") == 1_200 && review.day("happened_on") == today)
        #expect(review.day("due_on") == today + 7 && review.number("hours_to_solve") == 0)
        let duties = try await DutyStore(example.records, zone: .utc).duties(for: example.marketing)
        #expect(duties.map(\.kind) == [.review] && duties[0].code == "IREV-1")
        #expect(duties[0].due == BusinessZone.utc.start(of: today + 8) + .seconds(-1))
    }

    @Test(
        "RK-04 an incident is closed only once cause, loss and change are written and final; the problem names the review"
    )
    func closing() async throws {
        let incident = try await incident()
        _ = try await step(incident, "solve")
        await #expect(throws: IncidentProblem.reviewOpen(incident: "INC-1", review: "IREV-1")) {
            _ = try await step(incident, "close")
        }
        let review = try await review(incident)
        await #expect(throws: RecordProblem.self) { _ = try await step(review, "finalise") }
        let final = try await finish(review)
        #expect(final.state == "final" && final.isLocked)
        #expect(try await step(incident, "close").state == "closed")
        #expect(try await DutyStore(example.records, zone: .utc).duties(for: example.marketing).isEmpty)
    }

    @Test("RK-04 worse again and solved again: an open review takes the new times, beside a final one a second opens")
    func again() async throws {
        let incident = try await incident()
        _ = try await step(incident, "solve")
        _ = try await step(incident, "worsen", reason: "复发")
        let now = try await example.find(.incident, incident.number)
        _ = try await example.records.change(
            now, from: now.version, ["solved_on": .day(today + 1)], by: example.marketing)
        _ = try await step(incident, "solve")
        let first = try await review(incident)
        #expect(first.number == 1 && first.day("solved_on") == today + 1)
        _ = try await finish(first)
        _ = try await step(incident, "worsen", reason: "再次复发")
        _ = try await step(incident, "solve")
        #expect(try await review(incident).number == 2)
        await #expect(throws: IncidentProblem.reviewOpen(incident: "INC-1", review: "IREV-2")) {
            _ = try await step(incident, "close")
        }
    }

    @Test(
        "RK-04, AR-01 a final review stands in the archive with its words, hidden from other regions and without its loss"
    )
    func archived() async throws {
        let incident = try await incident(region: "east")
        _ = try await step(incident, "solve")
        _ = try await finish(try await review(incident))
        let archive = ArchiveStore(example.records)
        let north = try await example.person("周北", .regionManager, regions: ["north"])
        try await example.records.store.read { db in
            let found = try archive.cases(db, "压测", for: example.marketing)
            #expect(found.cases.map(\.code) == ["IREV-1"] && found.cases[0].steps.last?.action == "finalise")
            #expect(try archive.cases(db, for: north).cases.isEmpty)
            let sales = try archive.one(db, .incidentReview, number: 1, for: example.service)
            #expect(!sales.facts.contains { $0.field == "loss" } && sales.facts.contains { $0.field == "cause" })
            #expect(throws: RecordProblem.self) { try archive.one(db, number: 1, for: example.marketing) }
        }
    }

    @Test(
        "RK-04, AR-02 a review becomes a practice, once, and is offered beside new plans of the same words; amounts stay out"
    )
    func practice() async throws {
        let incident = try await incident()
        _ = try await step(incident, "solve")
        let final = try await finish(try await review(incident))
        let practices = PracticeStore(example.records)
        let made = try await practices.make(from: 1, of: .incidentReview, in: .zh, by: example.marketing)
        #expect(made.linked("reviews") == [final.id] && made.text("kind") == "review")
        #expect(made.text("practice") == "降级页面七分钟上线\n预案增加支付压测" && made.text("situation") == "支付通道没有压测")
        #expect(made.text("evidence") == "IREV-1（2027-01-15），0 小时解决")
        let again = try await practices.make(from: 1, of: .incidentReview, in: .zh, by: example.marketing)
        #expect(again.id == made.id)
        let new = try await example.records.create(
            .workPlan, ["title": .text("618 支付压测"), "starts_on": .day(today)], by: example.marketing)
        let found = try await example.records.store.read { try practices.suited($0, to: new, for: example.marketing) }
        #expect(found.map(\.practice.number) == [made.number])
        try await example.records.store.read { db in
            let cases = try ArchiveStore(example.records).cases(db, for: example.marketing).cases
            let known = try practices.made(db, from: cases, for: example.marketing)
            #expect(known.mapValues(\.number) == ["IREV-1": made.number])
        }
    }
}
