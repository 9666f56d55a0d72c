import Kernel
import Store
import TestKit
import Testing

import class GRDB.Database
import class GRDB.Row
import struct GRDB.StatementArguments

@testable import Records

/// Long lists: pages fit together, and what they are sifted in is an index that holds all that is asked (`scripts/bench records` says
/// how long that takes).
@Suite struct RecordPagingTests {
    @Test("pages fit together without gap or repetition, from either end, whatever the list is sorted by")
    func pages() async throws {
        let example = try await RecordExample()
        try await forAll(seed: 3, cases: 4) { dice in
            for number in 0..<Int.random(in: 5...12, using: &dice) {
                var more: RecordValues = [:]
                if Bool.random(using: &dice) { more["strength"] = .whole(.random(in: 1...3, using: &dice)) }
                if Bool.random(using: &dice) { more["region"] = .text("east") }
                try await example.rival("r\(number % 4)", more)
            }
            for field in ["number", "state", "changed_at", "title", "strength", "region", "parent", "watcher"] {
                for ascending in [true, false] {
                    let query = RecordQuery(sort: RecordSort(field, ascending: ascending))
                    func slice(_ offset: Int, _ limit: Int) async throws -> [Int64] {
                        try await example.records.list(
                            .rival, query, from: offset, limit: limit, for: example.marketing
                        ).records.map(\.number)
                    }
                    let whole = try await slice(0, 500)
                    var pieced: [Int64] = []
                    for page in 0...whole.count / 3 { pieced += try await slice(page * 3, 3) }
                    if pieced != whole || Set(whole).count != whole.count { return false }
                    if try await !slice(whole.count, 3).isEmpty { return false }
                }
            }
            return true
        }
    }

    @Test("what is empty stands last both ways, and one value after the other as it should")
    func order() async throws {
        let example = try await RecordExample()
        for strength in [3, nil, 1, 2, nil, 3] as [Int64?] {
            try await example.rival("r", strength.map { ["strength": .whole($0)] } ?? [:])
        }
        func listed(_ ascending: Bool) async throws -> [RecordValue?] {
            try await example.records.list(
                .rival, RecordQuery(sort: RecordSort("strength", ascending: ascending)), for: example.marketing
            ).records.map { $0["strength"] }
        }
        #expect(try await listed(true) == [.whole(1), .whole(2), .whole(3), .whole(3), nil, nil])
        #expect(try await listed(false) == [.whole(3), .whole(3), .whole(2), .whole(1), nil, nil])
    }

    @Test("lists are sifted and sorted within an index that holds all columns but long texts")
    func plans() async throws {
        let example = try await RecordExample()
        let ranged: [RecordCondition] = [
            .between(field: "effect", from: .number(1), to: .number(2)), .anyOf(field: "kinds", [.text("price")]),
            .anyOf(field: "rivals", [.whole(1)]), .isEmpty(field: "rivals"), .isEmpty(field: "share"),
            .anyOf(field: "metric", [.text("revenue")]), .state(["draft"]),
            .between(field: "seen_on", from: .day(Day(daysSince1970: 0)), to: nil),
            .anyOf(field: "is_sure", [.flag(true)]),
        ]
        var queries = ranged.map { RecordQuery([$0]) } + [RecordQuery(search: "双十一", sort: .init("title"))]
        queries += RecordType.sign.fields.filter { $0.kind != .longText && $0.kind != .links(to: "rival") }
            .flatMap { [RecordQuery(sort: .init($0.id)), RecordQuery(sort: .init($0.id, ascending: false))] }
        for query in queries {
            let plan = try await plan(query, example)
            #expect(plan.contains("r_sign USING COVERING INDEX r_sign_sieve"), "\(query): \(plan)")
        }
        let usual = try await plan(RecordQuery(), example)
        #expect(usual.contains("r_sign_changed") && !usual.contains("TEMP B-TREE"), "\(usual)")
    }

    private func plan(_ query: RecordQuery, _ example: RecordExample) async throws -> String {
        let sql = try RecordQuerySQL(query, .sign, for: example.marketing)
        return try await example.store.read { db in
            try Row.fetchAll(
                db,
                sql:
                    "EXPLAIN QUERY PLAN SELECT record_id FROM \(sql.source) WHERE \(sql.condition) ORDER BY \(sql.order) LIMIT 50",
                arguments: StatementArguments(sql.arguments)
            ).map { $0["detail"] as String }.joined(separator: " | ")
        }
    }

    @Test("the same people and answers are found among several, and none that only look alike")
    func several() async throws {
        let example = try await RecordExample()
        func sign(_ kinds: [String]) async throws {
            try await example.records.create(
                .sign, ["title": .text(kinds.joined(separator: " ")), "kinds": .codes(kinds)], by: example.marketing)
        }
        for kinds in [["price"], ["launch", "promotion"], ["price", "launch", "promotion"]] { try await sign(kinds) }
        func found(_ codes: [String]) async throws -> Int {
            try await example.records.list(
                .sign, RecordQuery([.anyOf(field: "kinds", codes.map(RecordValue.text))]), for: example.marketing
            ).total
        }
        #expect(try await found(["price"]) == 2)
        #expect(try await found(["price", "launch"]) == 3)
        #expect(try await found(["pric"]) == 0)
        #expect(try await found(["price\",\"launch"]) == 0)
        #expect(try await found([]) == 0)
    }
}
