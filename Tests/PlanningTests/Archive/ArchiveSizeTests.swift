import Foundation
import Kernel
import Records
import Store
import TestKit
import Testing

import class GRDB.Database

@testable import Planning

/// An archive of years: found by its index and not by reading it.
@Suite struct ArchiveSizeTests {
    private static let subjects = ["复购率", "获客成本", "会员留存", "门店客流", "直播转化", "物流投诉", "毛利"]
    private static let means = ["老客券", "投放收缩", "会员日", "门店体验", "达人直播", "换物流商", "提价"]

    /// One case of each subject and means, put into the archive as closing it would.
    private func fill(_ db: Database, from first: Int64) throws {
        for index in 0..<49 {
            let subject = Self.subjects[index % 7]
            let title = "\(Self.means[index / 7])方案"
            let situation = "\(subject)连续两季低于目标。" + String(repeating: "现状与依据如附件所述。", count: 20)
            let past = ArchiveCase(
                code: "ADJ-\(first + Int64(index))", number: first + Int64(index), title: title,
                facts: [
                    HandbookContent.Fact(
                        field: "situation", name: Text(zh: "情况与依据", en: "Situation"), value: Text(verbatim: situation),
                        isLong: true)
                ], steps: [], approvals: [], files: [], comments: [],
                traits: CaseTraits(
                    traits: [
                        .init(key: "metric=m\(index % 7)", name: Text(verbatim: subject)),
                        .init(key: "trigger=Missed KPI", name: Text(verbatim: "指标未达")),
                    ], words: PlainWords.usual.words(of: title + "。" + situation)), region: nil,
                closedOn: try #require(Day("2026-11-01")))
            try db.execute(
                sql: "INSERT INTO record (type, number) VALUES ('adjustment_plan', ?)", arguments: [past.number])
            let body = String(decoding: try JSONEncoder().encode(past), as: UTF8.self)
            try db.execute(
                sql: "INSERT INTO archive_record (record_id, body, hash, kept_at) VALUES (?, ?, ?, ?)",
                arguments: [db.lastInsertedRowID, body, String(repeating: "0", count: 64), "2026-11-01T00:00:00Z"])
            try ArchiveIndex(db: db).add(past, row: db.lastInsertedRowID)
        }
    }

    /// As many again of each, `copies` times: by hand it would take a minute.
    private func multiply(_ db: Database, from first: Int64, copies: Int) throws {
        for copy in 1...copies {
            let shift = copy * 49
            for sql in [
                """
                INSERT INTO record (type, number) SELECT type, number + \(shift) FROM record
                WHERE type = 'adjustment_plan' AND number BETWEEN ? AND ?
                """,
                """
                INSERT INTO archive_record (record_id, body, hash, kept_at)
                SELECT n.record_id, json_set(a.body, '$.number', n.number), a.hash, a.kept_at
                FROM archive_record a JOIN record r USING (record_id) JOIN record n
                    ON n.type = r.type AND n.number = r.number + \(shift)
                WHERE r.type = 'adjustment_plan' AND r.number BETWEEN ? AND ? ORDER BY r.number
                """,
            ] {
                try db.execute(sql: sql, arguments: [first, first + 48])
            }
            for table in [
                "archive_search (rowid, title, body) SELECT rowid + \(shift), title, body FROM archive_search",
                "archive_term (archive_record_id, term) SELECT archive_record_id + \(shift), term FROM archive_term",
            ] {
                let id = table.contains("rowid") ? "rowid" : "archive_record_id"
                try db.execute(sql: "INSERT INTO \(table) WHERE \(id) <= 49")
            }
        }
    }

    @Test("AR-01 of 10,000 cases a page, a search, one case and the cases alike are the right ones")
    func large() async throws {
        let example = try await PlanTextExample()
        let archive = ArchiveStore(example.records)
        let values: RecordValues = [
            "title": .text("会员日改版"), "trigger": .text("kpi_missed"), "situation": .text("会员留存低于目标"),
            "owner": .whole(try #require(example.marketing.account).id),
        ]
        let new = try await example.records.create(.adjustmentPlan, values, by: example.marketing)
        try await example.records.store.write {
            try fill($0, from: 100)
            try multiply($0, from: 100, copies: 204)
        }
        try await example.records.store.read { db in
            let page = try archive.cases(db, from: 5_000, limit: 25, for: example.marketing)
            #expect(page.total == 10_045 && page.cases.count == 25)
            let found = try archive.cases(db, "直播转化", limit: 25, for: example.marketing)
            #expect(found.total == 10_045 / 7)
            #expect(found.cases.allSatisfy { $0.facts[0].value.zh.contains("直播转化") })
            #expect(try archive.cases(db, "目标", limit: 25, for: example.marketing).total == 10_045)
            #expect(try archive.one(db, number: 9_000, for: example.marketing).number == 9_000)
            let alike = try archive.precedents(db, of: new, for: example.marketing)
            #expect(alike.count == 3 && alike.allSatisfy { $0.past.title.hasPrefix("会员日") })
        }
    }
}
