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
    private func ended(
        _ title: String, _ trigger: String, _ metric: String?, _ situation: String, region: String? = nil,
        outcome: String = "worked"
    ) async throws -> Records.Record {
        var values = try values(title, trigger, metric, situation)
        values["region"] = region.map { .text($0) }
        let made = try await example.records.create(.adjustmentPlan, values, by: example.marketing)
        let asked = try await example.approvals.request(
            "approve", of: made, from: 1, note: "", by: example.marketing)
        try await example.approvals.decide(asked.id, .approve, text: "同意", by: example.executive)
        try await example.records.move(made, from: 2, "carry_out", by: example.marketing)
        try await example.records.change(
            made, from: 3, ["outcome": .text(outcome), "result": .text("回升")], by: example.marketing)
        return try await example.records.move(made, from: 4, "close", by: example.marketing)
    }

    @Test("AR-01 a closed adjustment is archived whole, and neither the pages nor the database change it")
    func kept() async throws {
        let record = try await ended("老客券加码", "kpi_missed", "repurchase_rate", "复购率两季低于目标")
        let all = try await example.records.store.read { try archive.cases($0, for: example.service) }
        let past = try #require(all.cases.first)
        #expect(all.total == 1 && past.facts.contains { $0.field == "result" && $0.value.zh == "回升" })
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
        func titles(_ words: String, _ reader: RecordAuthor) async throws -> [String] {
            try await example.records.store.read { try archive.cases($0, words, for: reader).cases.map(\.title) }
        }
        #expect(try await titles("复购", example.service) == ["老客券加码"])
        #expect(try await titles("loyal", example.service) == ["老客券加码"])
        #expect(try await titles("降价", example.finance) == ["渠道换新"])
        #expect(try await titles("竞争变化", example.finance) == ["渠道换新"], "the trigger by its name")
        #expect(try await titles("同意", example.finance) == ["渠道换新", "老客券加码"], "what approvers said")
        #expect(try await titles("。", example.finance) == [])
    }

    @Test("AR-01 who sees only some regions finds, lists and is offered only their cases, by pages too")
    func regions() async throws {
        for (title, region) in [("华东老客", "east"), ("华北老客", "north"), ("全国老客", nil)] {
            try await ended(title, "kpi_missed", "repurchase_rate", "复购率低于目标", region: region)
        }
        let east = try await example.person("陈东", .regionManager, regions: ["east"])
        try await example.records.store.read { db in
            #expect(try archive.cases(db, for: east).cases.map(\.title) == ["全国老客", "华东老客"])
            #expect(try archive.cases(db, "老客", for: east).total == 2)
            #expect(try archive.cases(db, from: 1, limit: 1, for: east).cases.map(\.title) == ["华东老客"])
            let north = try #require(try archive.cases(db, "华北", for: example.marketing).cases.first)
            #expect(throws: RecordProblem.self) { try archive.one(db, number: north.number, for: east) }
        }
        let new = try await example.records.create(
            .adjustmentPlan, values("会员日", "kpi_missed", "repurchase_rate", "复购率低于目标"), by: example.marketing)
        let found = try await example.records.store.read { try archive.precedents($0, of: new, for: east) }
        #expect(Set(found.map(\.past.title)) == ["全国老客", "华东老客"])
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
        #expect(reasons.count == 3 && reasons[0].hasPrefix("触发原因：指标未达") && reasons[2].hasPrefix("都提到："))
        #expect(Set(reasons[2].dropFirst(4).split(separator: "、")) == ["复购率", "低于", "目标"], "words, not scraps of them")
        #expect(found[0].score > found[1].score)
    }

    @Test("AR-02 a case that worked becomes a practice with its evidence, once; one that failed does not")
    func practice() async throws {
        let good = try await ended("老客券加码", "kpi_missed", "repurchase_rate", "复购率连续两季低于目标")
        let bad = try await ended("全场降价", "competition", nil, "对手降价", outcome: "failed")
        let practices = PracticeStore(example.records)
        let made = try await practices.make(from: good.number, in: .zh, by: example.marketing)
        #expect(made.state == "proposed" && made.text("metric") == "repurchase_rate")
        #expect(made.text("situation") == "复购率连续两季低于目标" && made.linked("cases") == [good.id])
        let evidence = try #require(made.text("evidence"))
        #expect(evidence.hasPrefix("ADJ-1（") && evidence.hasSuffix("，有效）：回升"))
        let again = try await practices.make(from: good.number, in: .zh, by: example.marketing)
        #expect(again.id == made.id)
        await #expect(throws: ArchiveProblem.notWorthRepeating("ADJ-2")) {
            try await practices.make(from: bad.number, in: .zh, by: example.marketing)
        }
        try await example.records.store.read { db in
            let cases = try archive.cases(db, for: example.marketing).cases
            #expect(try practices.made(db, from: cases, for: example.marketing).mapValues(\.number) == ["ADJ-1": 1])
        }
    }

    @Test(
        "AR-02 something new is shown the practices of its metric and words, verified ones first, outdated ones never")
    func suited() async throws {
        let practices = PracticeStore(example.records)
        var numbers: [String: Records.Record] = [:]
        for title in ["老客券加码", "会员日双倍积分", "旧的老客券做法"] {
            let past = try await ended(title, "kpi_missed", "repurchase_rate", "复购率低于目标")
            numbers[title] = try await practices.make(from: past.number, in: .zh, by: example.marketing)
        }
        try await example.records.move(
            try #require(numbers["会员日双倍积分"]), from: 1, "verify", by: example.marketing)
        try await example.records.move(
            try #require(numbers["旧的老客券做法"]), from: 1, "outdate", reason: "已停用", by: example.marketing)
        let new = try await example.records.create(
            .adjustmentPlan, values("积分改版", "kpi_missed", "repurchase_rate", "积分兑换少，复购率下降"), by: example.marketing)
        let other = try await example.records.create(
            .adjustmentPlan, values("包装换新", "policy", nil, "标签新规"), by: example.marketing)
        try await example.records.store.read { db in
            let found = try practices.suited(db, to: new, for: example.marketing)
            #expect(found.map(\.practice.title) == ["会员日双倍积分", "老客券加码"])
            #expect(found[0].reasons.map(\.zh) == ["同一指标：复购率", "都提到：复购率、积分"])
            #expect(try practices.suited(db, to: other, for: example.marketing).isEmpty)
        }
    }
}
