import Kernel
import Records
import Store
import Testing

@testable import Planning

/// Everybody finds on one list what waits for her, and nobody finds what waits for others.
@Suite struct DutyTests {
    let example: PlanTextExample
    private var store: DutyStore { DutyStore(example.records, zone: .utc) }

    init() async throws { example = try await PlanTextExample() }

    private func kinds(_ reader: RecordAuthor) async throws -> [Duty.Kind] {
        try await store.duties(for: reader).map(\.kind)
    }

    @Test("AD-07 whoever has to decide sees the request until it is decided; the requester never does")
    func approval() async throws {
        let bucket = try await example.records.create(
            .strategicBucket,
            [
                "title": .text("突破性项目"), "policy": .text("2027"), "year": .number(2027),
                "planned_share": .number(0.7), "definition": .text("新品类"),
            ], by: example.marketing)
        let asked = try await example.approvals.request(
            "approve", of: bucket, from: 1, note: "", by: example.marketing)
        let duties = try await store.duties(for: example.executive)
        #expect(duties.map(\.kind) == [.approval] && duties[0].number == asked.id && duties[0].title == "突破性项目")
        #expect(duties[0].due == asked.dueAt && asked.dueAt != nil)
        #expect(try await kinds(example.marketing).isEmpty)
        try await example.approvals.decide(asked.id, .approve, by: example.executive)
        #expect(try await kinds(example.executive).isEmpty)
    }

    @Test("RK-01, RK-02 the owner of a risk that warns and the commander of an open incident see them, others don't")
    func riskAndIncident() async throws {
        let own = try #require(example.marketing.account).id
        let risk = try await example.records.create(
            .risk, ["title": .text("舆情"), "kind": .text("sentiment"), "owner": .whole(own)], by: example.marketing)
        #expect(try await kinds(example.marketing).isEmpty, "watched only")
        let warned = try await example.records.move(risk, from: 1, "warn", by: example.marketing)
        let incident = try await example.records.create(
            .incident,
            [
                "title": .text("支付失败"), "kind": .text("technical"), "level": .text("red"),
                "noticed_on": .day(Day(daysSince1970: 20_833)), "situation": .text("无法付款"),
                "commander": .whole(own),
            ], by: example.marketing)
        let duties = try await store.duties(for: example.marketing)
        #expect(duties.map(\.kind) == [.incident, .risk])
        #expect(duties[0].due == incident.createdAt + .seconds(48 * 3_600))
        #expect(
            !duties[0].isLate(at: incident.createdAt) && duties[0].isLate(at: incident.createdAt + .seconds(172_801)))
        #expect(try await kinds(example.finance).isEmpty)
        try await example.records.move(warned, from: 2, "calm", reason: "已平息", by: example.marketing)
        #expect(try await kinds(example.marketing) == [.incident])
    }

    @Test(
        "AD-08 a new handbook waits for its readers the same day, until they confirm it; only the version in force does"
    )
    func handbook() async throws {
        try await example.records.create(
            .risk, ["title": .text("竞争加剧"), "kind": .text("competition")], by: example.marketing)
        let store = HandbookStore(example.records)
        var latest: Records.Record?
        for step in ["major", "minor"] {
            let made = try await example.records.create(
                .handbookVersion,
                [
                    "title": .text("战略执行手册"), "step": .text(step), "department": .text("marketing"),
                    "effective_on": .day(Day(daysSince1970: 20_900)), "change_points": .text("首版"),
                    "scope": .text("全公司"), "owner": .whole(try #require(example.marketing.account).id),
                ], by: example.marketing)
            let asked = try await example.approvals.request(
                "publish", of: made, from: 1, note: "", by: example.marketing)
            try await example.approvals.decide(asked.id, .approve, by: example.executive)
            latest = made
        }
        let duties = try await self.store.duties(for: example.service)
        #expect(duties.map(\.kind) == [.handbook] && duties[0].code == "1.1")
        try await store.confirm(try #require(latest), by: example.service)
        #expect(try await kinds(example.service).isEmpty)
    }
}
