import Foundation
package import Kernel
package import Records
import Warehouse

/// Records of declared types with values by chance, linked to each other. Rules about totals and steps are left out: chance
/// keeps none of them, and what a file does to values is asked with these.
package struct RandomRecords {
    package let records: RecordStore
    private let person: Int64
    private let regions: [String]
    private let texts: [String]
    private let trimsTexts: Bool

    /// - Parameters:
    ///   - person: an active account.
    ///   - texts: what texts are put together from: those that files and people are known to spoil.
    ///   - trimsTexts: for ways that do not keep blanks at the ends.
    package init(_ records: RecordStore, person: Int64, regions: [String], texts: [String], trimsTexts: Bool) {
        self.records = records
        self.person = person
        self.regions = regions
        self.texts = texts
        self.trimsTexts = trimsTexts
    }

    package static func bare(_ type: RecordType) -> RecordType {
        var bare = type
        bare.rules = []
        return bare
    }

    /// Six records of the type, and before them those of the types that it names. The first has every field.
    package func fill(_ type: RecordType, _ made: inout [String: [Int64]], _ dice: inout SeededGenerator) async throws {
        if made[type.id] != nil { return }
        made[type.id] = []
        for target in type.fields.compactMap(\.kind.linkTarget) {
            try await fill(Self.bare(try records.catalog.require(target)), &made, &dice)
        }
        for index in 0..<6 {
            var values: RecordValues = [:]
            for field in type.fields where field.isRequired || index == 0 || dice.next() % 4 > 0 {
                values[field.id] = value(field, &dice, made.filter { !$0.value.isEmpty })
            }
            values = values.filter { if case .codes(let codes) = $0.value { !codes.isEmpty } else { true } }
            let record = try await records.create(type, values, by: .system)
            made[type.id, default: []].append(record.id)
        }
    }

    private func text(_ dice: inout SeededGenerator, limit: Int) -> String {
        var text = ""
        for _ in 0...Int(dice.next() % 3) { text += texts[Int(dice.next() % UInt64(texts.count))] }
        let kept = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
        let trimmed = kept.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? "x" : trimsTexts ? trimmed : kept
    }

    private func value(_ field: RecordField, _ dice: inout SeededGenerator, _ targets: [String: [Int64]])
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
        case .region: return .text(regions[Int(number % UInt64(regions.count))])
        case .web: return .text("https://example.com/?a=1&b=\(number % 100)")
        }
    }
}
