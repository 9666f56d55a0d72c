import Kernel
import TestKit
import Testing

@testable import Records

@Suite struct RecordQueryTests {
    private func titles(_ example: RecordExample, _ type: RecordType, _ query: RecordQuery) async throws -> [String] {
        try await example.records.list(type, query, for: example.marketing).records.map(\.title)
    }

    @Test("filters by choice, range, state, emptiness and several at once; empty values stand last either way")
    func filters() async throws {
        let example = try await RecordExample()
        try await example.rival("a", ["strength": .whole(1)])
        try await example.rival("b", ["strength": .whole(5), "segment": .text("premium")])
        let c = try await example.rival("c", ["segment": .text("premium")])
        try await example.records.move(c, from: 1, "activate", by: example.marketing)
        #expect(
            try await titles(
                example, .rival, RecordQuery([.anyOf(field: "segment", [.text("premium")])], sort: .init("title"))) == [
                    "b", "c",
                ])
        #expect(
            try await titles(example, .rival, RecordQuery([.between(field: "strength", from: .whole(2), to: nil)])) == [
                "b"
            ])
        #expect(try await titles(example, .rival, RecordQuery([.isEmpty(field: "strength")])) == ["c"])
        #expect(try await titles(example, .rival, RecordQuery([.state(["active"])])) == ["c"])
        #expect(try await titles(example, .rival, RecordQuery(sort: .init("strength"))) == ["a", "b", "c"])
        #expect(
            try await titles(example, .rival, RecordQuery(sort: .init("strength", ascending: false))) == [
                "b", "a", "c",
            ])
    }

    @Test("filters fields of several values and links")
    func several() async throws {
        let example = try await RecordExample()
        let one = try await example.rival("甲")
        func sign(_ title: String, _ more: RecordValues) async throws {
            try await example.records.create(
                .sign, ["title": .text(title)].merging(more) { _, new in new }, by: example.marketing)
        }
        try await sign("x", ["kinds": .codes(["price", "launch"])])
        try await sign("y", ["kinds": .codes(["promotion"]), "rivals": .records([one.id])])
        #expect(try await titles(example, .sign, RecordQuery([.anyOf(field: "kinds", [.text("launch")])])) == ["x"])
        #expect(try await titles(example, .sign, RecordQuery([.anyOf(field: "rivals", [.whole(one.id)])])) == ["y"])
        #expect(try await titles(example, .sign, RecordQuery([.isEmpty(field: "rivals")])) == ["x"])
    }

    @Test("counts by a choice and by state")
    func counts() async throws {
        let example = try await RecordExample()
        try await example.rival("a")
        try await example.rival("b", ["segment": .text("premium")])
        #expect(
            try await example.records.counts(.rival, RecordQuery(), by: "segment", for: example.marketing) == [
                "mass": 1, "premium": 1,
            ])
        #expect(
            try await example.records.counts(.rival, RecordQuery(), by: nil, for: example.marketing) == ["draft": 2])
    }

    @Test(
        "search finds any part of a Chinese text from one character on, and beginnings of English words",
        arguments: [
            ("预算", ["A"]), ("算", ["A"]), ("年度预", ["A"]), ("bud", ["B"]), ("plan budget", ["B"]), ("算预", []), ("%", []),
            ("\"", []), ("RIV-2", ["B"]),
        ])
    func search(text: String, found: [String]) async throws {
        let example = try await RecordExample()
        try await example.rival("A", ["title": .text("A 年度预算调整（2027）")])
        try await example.rival("B", ["title": .text("B Budget plan")])
        let titles = try await example.records.search(text, for: example.marketing).map { String($0.title.prefix(1)) }
        #expect(titles == found)
    }

    @Test("a search that anybody may type never breaks the query")
    func anyText() async throws {
        let example = try await RecordExample()
        try await example.rival("甲")
        for text in ["*", "a OR b", "\"", "NEAR(a b)", "title:x", "甲*", "(", "-", "'; DROP TABLE record", "\u{0}", "😀"]
        {
            _ = try await example.records.search(text, for: example.marketing)
            _ = try await example.records.list(.rival, RecordQuery(search: text), for: example.marketing)
        }
    }
}
