import Kernel
import Store
import TestKit
import Testing

import class GRDB.Row

@testable import Records

/// Lists that are long enough to have an index in the order of each field: what they show is what sorting and filtering each record by
/// hand shows, whoever reads.
@Suite struct LongListTests {
    @Test("pages put together are the list as sorted and filtered by hand: ties, empty fields, archived records, regions, words")
    func pages() async throws {
        try await forAll(seed: 11, cases: 6) { dice in
            let example = try await RecordExample(longFrom: 4)
            let rivals = try await Self.fill(example, &dice)
            for _ in 0..<12 {
                let reader = Bool.random(using: &dice) ? example.marketing : example.south
                let asked = Asked.rivals(&dice)
                if try await !Self.fits(asked, .rival, rivals, reader, example, &dice) { return false }
            }
            let signs = try await Self.all(.sign, example)
            for _ in 0..<12 {
                let asked = Asked.signs(&dice)
                if try await !Self.fits(asked, .sign, signs, example.marketing, example, &dice) { return false }
            }
            return true
        }
    }

    private static func fits(
        _ asked: Asked, _ type: RecordType, _ all: [Record], _ reader: RecordAuthor, _ example: RecordExample,
        _ dice: inout SeededGenerator
    ) async throws -> Bool {
        let size = Int.random(in: 1...5, using: &dice)
        let expected = asked.answer(all.filter(reader.reaches)).map(\.number)
        var pieced: [Int64] = []
        for page in 0...expected.count / size {
            let slice = try await example.records.list(
                type, asked.query, from: page * size, limit: size, for: reader)
            if slice.total != expected.count { return told(asked, expected, [Int64(slice.total)]) }
            pieced += slice.records.map(\.number)
        }
        return pieced == expected || told(asked, expected, pieced)
    }

    private static func told(_ asked: Asked, _ expected: [Int64], _ found: [Int64]) -> Bool {
        Issue.record("\(asked.query): \(found) instead of \(expected)")
        return false
    }

    private static func fill(_ example: RecordExample, _ dice: inout SeededGenerator) async throws -> [Record] {
        for _ in 0..<Int.random(in: 10...25, using: &dice) {
            var more: RecordValues = ["segment": .text(["mass", "premium"].randomElement(using: &dice) ?? "mass")]
            more["strength"] = Bool.random(using: &dice) ? .whole(.random(in: 1...3, using: &dice)) : nil
            more["region"] = ["east", "south", nil].randomElement(using: &dice)?.map(RecordValue.text)
            let made = try await example.rival(["甲", "乙甲", "丙", "b 乙"].randomElement(using: &dice) ?? "甲", more)
            if Int.random(in: 0..<5, using: &dice) == 0 {
                try await example.records.setArchived(true, made, from: 1, by: example.marketing)
            }
        }
        let rivals = try await all(.rival, example)
        for number in 0..<Int.random(in: 8...20, using: &dice) {
            var values: RecordValues = ["title": .text("信号 \(number % 4)")]
            let story = ["长文开头甲", "长文开头乙，还有更多", nil, String(repeating: "很", count: 60) + "\(number)"]
            values["story"] = story.randomElement(using: &dice)?.map(RecordValue.text)
            values["kinds"] = [["price"], ["launch", "price"], nil].randomElement(using: &dice)?.map(RecordValue.codes)
            values["effect"] = Bool.random(using: &dice) ? .number(Double.random(in: -3...3, using: &dice)) : nil
            values["seen_on"] = Bool.random(using: &dice) ? .day(Day(daysSince1970: Int32(number % 5))) : nil
            values["rivals"] =
                Bool.random(using: &dice) ? rivals.randomElement(using: &dice).map { .records([$0.id]) } : nil
            try await example.records.create(.sign, values, by: example.marketing)
        }
        return rivals
    }

    private static func all(_ type: RecordType, _ example: RecordExample) async throws -> [Record] {
        try await example.records.all(type, RecordQuery(showsArchived: true), for: .system).records
    }

    @Test("a long list is walked in an index that has its order, from both ends, and nothing is sorted")
    func plans() async throws {
        let example = try await RecordExample(longFrom: 1)
        for type in [RecordType.rival, .sign] {
            try await example.records.create(
                type, type.id == "rival" ? ["title": .text("r"), "segment": .text("mass")] : ["title": .text("s")],
                by: example.marketing)
            let fields = RecordSchema.stored(type).map(\.id) + RecordSchema.sortedColumns
            for (field, ascending) in fields.flatMap({ [($0, true), ($0, false)] }) {
                let sql = try RecordQuerySQL(
                    RecordQuery(sort: .init(field, ascending: ascending)), type, for: example.marketing)
                for (reversed, sifted) in [(false, false), (true, false), (false, true), (true, true)] {
                    let plan = try await example.store.read { db in
                        try Row.fetchAll(
                            db, sql: "EXPLAIN QUERY PLAN \(sql.walk(reversed: reversed, sifted: sifted)) LIMIT 50"
                        ).map { $0["detail"] as String }.joined(separator: " | ")
                    }
                    #expect(plan.contains("r_\(type.id)_by_\(field)") && !plan.contains("TEMP B-TREE"), "\(plan)")
                }
            }
        }
    }

    @Test("a list gets its orders with the record that makes it long, and keeps them when the program starts again")
    func growth() async throws {
        let example = try await RecordExample(longFrom: 3)
        func hasOrders() async throws -> Bool { try await example.store.read { try RecordSchema.hasOrders($0, .rival) } }
        for number in 1...4 {
            try await example.rival("r")
            #expect(try await hasOrders() == (number >= 3))
        }
        func start(longFrom: Int64) throws {
            _ = try RecordStore(
                example.store, RecordCatalog([.rival, .sign]), currency: .cny, metrics: { _ in true },
                regions: { _ in true }, longFrom: longFrom)
        }
        try start(longFrom: 3)
        #expect(try await hasOrders())
        try start(longFrom: 5)
        #expect(try await !hasOrders())
    }
}

/// A question, and what it means said by hand.
private struct Asked {
    let query: RecordQuery
    let fits: (Record) -> Bool
    let isBefore: (Record, Record) -> Bool

    private init(_ sort: RecordSort, _ conditions: [Condition], archived: Bool) {
        let search = conditions.compactMap(\.search).first ?? ""
        query = RecordQuery(conditions.compactMap(\.sql), search: search, sort: sort, showsArchived: archived)
        fits = { record in (archived || record.archivedAt == nil) && conditions.allSatisfy { $0.fits(record) } }
        isBefore = { Self.isBefore($0, $1, sort) }
    }

    func answer(_ all: [Record]) -> [Record] { all.filter(fits).sorted(by: isBefore) }

    struct Condition {
        var sql: RecordCondition?
        var search: String?
        let fits: (Record) -> Bool
    }

    static func rivals(_ dice: inout SeededGenerator) -> Asked {
        let conditions = [
            Condition(sql: .anyOf(field: "segment", [.text("mass")])) { $0["segment"] == .text("mass") },
            Condition(sql: .isEmpty(field: "region")) { $0["region"] == nil },
            Condition(sql: .anyOf(field: "region", [.text("south")])) { $0["region"] == .text("south") },
            Condition(sql: .between(field: "strength", from: .whole(2), to: nil)) {
                if case .whole(let strength) = $0["strength"] { strength >= 2 } else { false }
            },
            Condition(sql: .state(["draft"])) { $0.state == "draft" },
            Condition(search: "甲") { $0.title.contains("甲") },
            Condition(search: "乙甲") { $0.title.contains("乙甲") },
        ]
        return some(of: conditions, sorts: ["number", "state", "title", "strength", "region", "segment", "parent"], &dice)
    }

    static func signs(_ dice: inout SeededGenerator) -> Asked {
        let conditions = [
            Condition(sql: .isEmpty(field: "story")) { $0["story"] == nil },
            Condition(sql: .anyOf(field: "story", [.text("长文开头甲")])) { $0["story"] == .text("长文开头甲") },
            Condition(sql: .anyOf(field: "kinds", [.text("launch")])) {
                if case .codes(let codes) = $0["kinds"] { codes.contains("launch") } else { false }
            },
            Condition(sql: .between(field: "effect", from: .number(-1), to: .number(1))) {
                if case .number(let effect) = $0["effect"] { (-1...1).contains(effect) } else { false }
            },
            Condition(sql: .isEmpty(field: "rivals")) { $0["rivals"] == nil },
            Condition(search: "更多") { if case .text(let story) = $0["story"] { story.contains("更多") } else { false } },
        ]
        return some(of: conditions, sorts: ["number", "title", "story", "effect", "seen_on", "is_sure"], &dice)
    }

    private static func some(of conditions: [Condition], sorts: [String], _ dice: inout SeededGenerator) -> Asked {
        let sort = RecordSort(sorts.randomElement(using: &dice) ?? "number", ascending: Bool.random(using: &dice))
        let count = [0, 1, 1, 2, 3].randomElement(using: &dice) ?? 0
        let chosen = Array(conditions.shuffled(using: &dice).prefix(count))
        let searching = chosen.first { $0.search != nil }?.search
        return Asked(
            sort, chosen.filter { $0.search == nil || $0.search == searching },
            archived: Int.random(in: 0..<4, using: &dice) == 0)
    }

    /// What is empty stands last either way, texts by their bytes and long ones by 40 characters, then the number.
    private static func isBefore(_ left: Record, _ right: Record, _ sort: RecordSort) -> Bool {
        let numbers = sort.ascending ? left.number < right.number : left.number > right.number
        if sort.field == "number" { return numbers }
        let keys = (key(left, sort.field), key(right, sort.field))
        switch keys {
        case (nil, nil): return numbers
        case (nil, _): return false
        case (_, nil): return true
        case (let one?, let other?):
            if one == other { return numbers }
            return one.lexicographicallyPrecedes(other) == sort.ascending
        }
    }

    private static func key(_ record: Record, _ field: String) -> [Double]? {
        if field == "state" { return record.state.utf8.map(Double.init) }
        switch record[field] {
        case nil: return nil
        case .text(let text): return String(text.prefix(40)).utf8.map(Double.init)
        case .number(let number): return [number]
        case .whole(let number): return [Double(number)]
        case .day(let day): return [Double(day.daysSince1970)]
        case .flag(let flag): return [flag ? 1 : 0]
        default: return []
        }
    }
}
