import Collecting
import Foundation
import Kernel
import Planning
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

    private func text(_ dice: inout SeededGenerator, limit: Int) -> String {
        var text = ""
        for _ in 0...Int(dice.next() % 3) { text += Self.texts[Int(dice.next() % UInt64(Self.texts.count))] }
        let kept = String(text.prefix(limit)).trimmingCharacters(in: .whitespacesAndNewlines)
        return kept.isEmpty ? "x" : kept
    }

    private func value(_ field: RecordField, _ dice: inout SeededGenerator, _ targets: [String: [Int64]], person: Int64)
        -> RecordValue?
    {
        let number = dice.next()
        switch field.kind {
        case .text(let limit): return .text(text(&dice, limit: limit))
        case .longText: return .text(text(&dice, limit: 2_000))
        case .choice(let list): return .text(list[Int(number % UInt64(list.count))].id)
        case .choices(let list):
            let chosen = list.map(\.id).filter { _ in dice.next() % 2 == 0 }
            return .codes(chosen.isEmpty && field.isRequired ? [list[0].id] : chosen)
        case .number(let form):
            let wide = Double(Int64(bitPattern: number) % 1_000_000) / [1, 10, 1024, 3, 1e7][Int(number >> 33) % 5]
            return .number(min(max(wide, form.range.lowerBound), form.range.upperBound))
        case .scale(let range): return .whole(Int64(range.lowerBound + Int(number % UInt64(range.count))))
        case .money: return .whole(Int64(bitPattern: number) % 900_000_000_000_000)
        case .share: return .number(Double(Int64(bitPattern: number) % 7_000) / [1e5, 3e5, 77][Int(number >> 40) % 3])
        case .day: return .day(Day(daysSince1970: Int32(number % 60_000) - 30_000))
        case .flag: return .flag(number % 2 == 0)
        case .person: return .whole(person)
        case .people: return .people([person])
        case .link(let type): return targets[type]?.first.map { .whole($0) }
        case .links(let type): return targets[type].map { .records($0) }
        case .metric: return .text(Metric.all[Int(number % UInt64(Metric.all.count))].id)
        case .region: return RegionName.all.first.map { .text($0.code) }
        case .web: return .text("https://example.com/?a=1&b=\(number % 100)")
        }
    }

    /// Values by chance keep no rule about totals and steps; what a sheet does to them is asked here.
    private static func bare(_ type: RecordType) -> RecordType {
        var bare = type
        bare.rules = []
        return bare
    }

    private func fill(
        _ type: RecordType, _ site: TestSite, _ made: inout [String: [Int64]], _ dice: inout SeededGenerator
    )
        async throws
    {
        if made[type.id] != nil { return }
        made[type.id] = []
        let records = site.app.desk.records
        for target in type.fields.compactMap(\.kind.linkTarget) {
            try await fill(Self.bare(try records.catalog.require(target)), site, &made, &dice)
        }
        let person = try #require(try await site.app.accounts.all().first).id
        for index in 0..<6 {
            var values: RecordValues = [:]
            for field in type.fields where field.isRequired || index == 0 || dice.next() % 4 > 0 {
                values[field.id] = value(field, &dice, made.filter { !$0.value.isEmpty }, person: person)
            }
            values = values.filter { if case .codes(let codes) = $0.value { !codes.isEmpty } else { true } }
            let record = try await records.create(type, values, by: .system)
            made[type.id, default: []].append(record.id)
        }
    }

    @Test(
        "export and import of every declared type, CSV and XLSX, in both languages, changes nothing",
        arguments: [1, 2] as [UInt64])
    func everyType(seed: UInt64) async throws {
        let site = try await TestSite(allRecords: true)
        _ = try await site.account("林静", [.marketing])
        let desk = site.app.desk
        var made: [String: [Int64]] = [:]
        var dice = Seed(seed).derive("sheets", 0).generator
        for type in PlanningTypes.all.map(Self.bare) { try await fill(type, site, &made, &dice) }
        let folder = try TemporaryFolder()
        for type in PlanningTypes.all.map(Self.bare) {
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
