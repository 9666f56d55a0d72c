import Foundation
import Kernel
import Planning
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import yunchou

/// A company with records of every declared type and values by chance. Rules about totals and steps are left out: chance
/// keeps none of them, and what a file does to values is asked here.
struct RandomPlan {
    let records: RecordStore
    let types: [RecordType]
    private let person: Int64

    init(empty: Void) async throws {
        types = PlanningTypes.all.map { type in
            var bare = type
            bare.rules = []
            return bare
        }
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        records = try RecordStore(
            store, RecordCatalog(types), currency: .cny, metrics: { Metric.named($0) != nil },
            regions: { _ in true })
        let accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        person = try await accounts.add(
            AccountDraft(name: "林 静; 市场", roles: [.marketing]), password: "correct horse 9", by: .commandLine
        ).id
    }

    init(_ dice: inout SeededGenerator) async throws {
        self = try await RandomPlan(empty: ())
        var made: [String: [Int64]] = [:]
        for type in types { try await fill(type, &made, &dice) }
    }

    private func fill(_ type: RecordType, _ made: inout [String: [Int64]], _ dice: inout SeededGenerator) async throws {
        if made[type.id] != nil { return }
        made[type.id] = []
        for target in type.fields.compactMap(\.kind.linkTarget) {
            try await fill(try records.catalog.require(target), &made, &dice)
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
        try await closeRing(type, made)
    }

    /// Records that name records of types made after them: rings of links, as real plans have them.
    private func closeRing(_ type: RecordType, _ made: [String: [Int64]]) async throws {
        for (from, field) in records.catalog.links(to: type.id) where made[from.id]?.isEmpty == false {
            guard from.id != type.id, case .links = field.kind, let target = made[type.id]?.last else { continue }
            let record = try await records.find(from, number: 1, for: .system)
            try await records.change(record, from: record.version, [field.id: .records([target])], by: .system)
        }
    }

    private func text(_ dice: inout SeededGenerator, limit: Int) -> String {
        let texts = [
            "双十一", "=1+1", "a: b # c", "- 一\n- 二", "第一行\n  缩进\n\n末行\n", "tab\there", " 0012 ", "1e5", "2026-11-05",
            "TRUE",
            "'", "\"", "😀", "é\u{301}", "~", "x\r\ny", "[a, b]", "GOAL-1 之外",
        ]
        var text = ""
        for _ in 0...Int(dice.next() % 3) { text += texts[Int(dice.next() % UInt64(texts.count))] }
        let kept = String(text.prefix(limit))
        return kept.contains { !$0.isWhitespace } ? kept : "x"
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
        case .region: return .text("R\(number % 5)")
        case .web: return .text("https://example.com/?a=1&b=\(number % 100)")
        }
    }
}
