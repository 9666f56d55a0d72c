import Foundation
import Kernel
import Planning
import RecordKit
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
    /// What YAML and people are known to spoil.
    private static let texts = [
        "双十一", "=1+1", "a: b # c", "- 一\n- 二", "第一行\n  缩进\n\n末行\n", "tab\there", " 0012 ", "1e5", "2026-11-05",
        "TRUE",
        "'", "\"", "😀", "é\u{301}", "~", "x\r\ny", "[a, b]", "GOAL-1 之外",
    ]

    init(empty: Void) async throws {
        types = PlanningTypes.all.map(RandomRecords.bare)
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
        let random = RandomRecords(
            records, person: person, regions: (0..<5).map { "R\($0)" }, texts: Self.texts, trimsTexts: false)
        for type in types { try await random.fill(type, &made, &dice) }
        for type in types { try await closeRing(type, made) }
    }

    /// Records that name records of types made after them: rings of links, as real plans have them.
    private func closeRing(_ type: RecordType, _ made: [String: [Int64]]) async throws {
        for (from, field) in records.catalog.links(to: type.id) where made[from.id]?.isEmpty == false {
            guard from.id != type.id, case .links = field.kind, let target = made[type.id]?.last else { continue }
            let record = try await records.find(from, number: 1, for: .system)
            try await records.change(record, from: record.version, [field.id: .records([target])], by: .system)
        }
    }
}
