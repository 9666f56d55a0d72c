import Collecting
import Foundation
import Kernel
import Planning
import RecordKit
import Records
import TestKit
import Testing
import Warehouse

@testable import Web

/// Every declared type: what is exported and imported again changes nothing.
@Suite struct RecordRoundTripTests {
    /// Texts that files, spreadsheets and people are known to spoil.
    private static let texts = [
        "双十一", "=1+1", "'=1+1", "''-x", "+86 138", "-5", "@you", "a,b;\"c\"", "第一行\n第二行", "tab\there", " 0012 ", "1e5",
        "2026-11-05", "12.50%", "TRUE", "'", "\"", "😀 emoji", "é\u{301}", "NULL", "#N/A", "x\r\ny",
    ]

    @Test(
        "export and import of every declared type, CSV and XLSX, in both languages, changes nothing",
        arguments: [1, 2] as [UInt64])
    func everyType(seed: UInt64) async throws {
        let site = try await TestSite(allRecords: true)
        _ = try await site.account("林静", [.marketing])
        let desk = site.app.desk
        var made: [String: [Int64]] = [:]
        var dice = Seed(seed).derive("sheets", 0).generator
        let random = RandomRecords(
            desk.records, person: try #require(try await site.app.accounts.all().first).id,
            regions: RegionName.all.prefix(1).map(\.code), texts: Self.texts, trimsTexts: true)
        for type in PlanningTypes.all.map(RandomRecords.bare) { try await random.fill(type, &made, &dice) }
        let folder = try TemporaryFolder()
        for type in PlanningTypes.all.map(RandomRecords.bare) {
            let slice = try await desk.records.all(type, RecordQuery(), for: .system)
            for format in [ExportFormat.csv, .xlsx] {
                let language: Language = dice.next() % 2 == 0 ? .zh : .en
                let sheet = try RecordExport.sheet(
                    type, slice, language, desk, .system, forWorkbook: format == .xlsx)
                let file = URL(fileURLWithPath: folder.path).appendingPathComponent("\(type.id).\(format.rawValue)")
                try await Exporter(site.app.warehouse.engine).write(sheet, to: file, as: format)
                let grid = try GridReader.read(file, named: file.lastPathComponent)
                let plan = try await desk.records.plan(type, grid, by: .system)
                #expect(
                    plan.unchanged == slice.total && plan.rows.count == slice.total && plan.unknown.isEmpty,
                    "\(type.id) \(format) \(language): \(plan.changed.map(\.changes)) \(plan.refused.map(\.troubles))")
            }
        }
    }
}
