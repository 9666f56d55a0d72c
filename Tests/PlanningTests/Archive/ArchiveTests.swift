import GRDB
import Kernel
import Records
import Store
import Testing

@testable import Planning

/// Ended adjustments: kept as they were, found by words, offered as precedents with the reasons.
@Suite struct ArchiveTests {
    let example: PlanTextExample
    var archive: ArchiveStore { ArchiveStore(example.records) }

    init() async throws { example = try await PlanTextExample() }

    private func values(_ title: String, _ trigger: String, _ metric: String?, _ situation: String) throws
        -> RecordValues
    {
        var values: RecordValues = [
            "title": .text(title), "trigger": .text(trigger), "situation": .text(situation),
            "owner": .whole(try #require(example.marketing.account).id),
        ]
        values["metric"] = metric.map { .text($0) }
        return values
    }

    @discardableResult
    private func ended(_ title: String, _ trigger: String, _ metric: String?, _ situation: String) async throws
        -> Records.Record
    {
        let made = try await example.records.create(
            .adjustmentPlan, values(title, trigger, metric, situation), by: example.marketing)
        let asked = try await example.approvals.request(
            "approve", of: made, from: 1, note: "", by: example.marketing)
        try await example.approvals.decide(asked.id, .approve, text: "同意", by: example.executive)
        try await example.records.move(made, from: 2, "carry_out", by: example.marketing)
        try await example.records.change(
            made, from: 3, ["outcome": .text("worked"), "result": .text("回升")], by: example.marketing)
        return try await example.records.move(made, from: 4, "close", by: example.marketing)
    }

    @Test("AR-01 a closed adjustment is archived whole, and neither the pages nor the database change it")
    func kept() async throws {
        let record = try await ended("老客券加码", "kpi_missed", "repurchase_rate", "复购率两季低于目标")
        let all = try await example.records.store.read { try archive.all($0, for: example.service) }
        let past = try #require(all.first)
        #expect(all.count == 1 && past.facts.contains { $0.field == "result" && $0.value.zh == "回升" })
        #expect(past.steps.map(\.action) == ["create", "approve", "carry_out", "change", "close"])
        #expect(past.approvals.flatMap(\.decisions).map(\.zh) == ["陈总 · 同意 · 同意"])
        for sql in ["UPDATE archive_record SET body = '{}'", "DELETE FROM archive_record"] {
            await #expect(throws: (any Error).self) {
                try await example.records.store.write { try $0.execute(sql: sql) }
            }
        }
        await #expect(throws: RecordProblem.self) {
            try await example.records.change(record, from: 5, ["result": .text("改写")], by: example.marketing)
        }
    }

    @Test("AR-01 cases are found by Chinese and English words; those of whom may not see plans stay hidden")
    func found() async throws {
        try await ended("老客券加码", "kpi_missed", nil, "复购率两季低于目标 loyalty")
        try await ended("渠道换新", "competition", nil, "对手降价")
        #expect(try await archive.search("复购", for: example.service).map(\.title) == ["老客券加码"])
        #expect(try await archive.search("loyal", for: example.service).map(\.title) == ["老客券加码"])
        #expect(try await archive.search("降价", for: example.finance).map(\.title) == ["渠道换新"])
    }

    @Test(
        "AR-01 a new case is shown the past cases that share metric, trigger and words with it, the closest first, with reasons"
    )
    func precedents() async throws {
        try await ended("老客券加码", "kpi_missed", "repurchase_rate", "复购率连续两季低于目标")
        try await ended("投放降本", "kpi_missed", "cac", "获客成本上升")
        try await ended("应对新规", "policy", nil, "广告法修订")
        let new = try await example.records.create(
            .adjustmentPlan, values("会员日改版", "kpi_missed", "repurchase_rate", "复购率再次低于目标"), by: example.marketing)
        let found = try await example.records.store.read {
            try archive.precedents($0, of: new, for: example.marketing)
        }
        #expect(found.map(\.past.title) == ["老客券加码", "投放降本"])
        let reasons = found[0].reasons.map(\.zh)
        #expect(reasons.count == 3 && reasons[0].hasPrefix("触发原因：指标未达") && reasons[2].contains("复购"))
        #expect(found[0].score > found[1].score)
    }
}
