import GRDB
import Kernel
import Store
import TestKit
import Testing

@testable import Records

@Suite struct RecordStarterTests {
    private static let shelf = RecordType(
        "shelf", Text(verbatim: "Shelf"), prefix: "SH", rows: [], meaning: Text(verbatim: ""),
        fields: [
            RecordField("budget", Text(verbatim: "budget"), .money),
            RecordField("size", Text(verbatim: "size"), .scale(1...5)),
            RecordField("due_on", Text(verbatim: "due"), .day),
            RecordField("under", Text(verbatim: "under"), .link(to: "shelf")),
        ],
        starter: [
            StarterRecord(Text(zh: "上层", en: "Upper"), ["budget": 12, "size": 3, "due_on": .day(30)]),
            StarterRecord(
                Text(zh: "下层", en: "Lower"), ["under": .linked(["Upper"]), "due_on": .next(month: 2, day: 29)]),
        ])

    private static let book = RecordType(
        "book", Text(zh: "书", en: "Book"), prefix: "BK", rows: [], meaning: Text(verbatim: ""),
        fields: [
            RecordField("story", Text(verbatim: "story"), .longText),
            RecordField("is_lent", Text(verbatim: "lent"), .flag),
            RecordField("share", Text(verbatim: "share"), .share),
            RecordField("shelves", Text(verbatim: "shelves"), .links(to: "shelf")),
            RecordField(
                "kinds", Text(verbatim: "kinds"),
                .choices([Choice("a", Text(verbatim: "A")), Choice("b", Text(verbatim: "B"))])),
        ],
        starter: [
            StarterRecord(
                Text(zh: "手册", en: "Handbook"),
                [
                    "story": .text(zh: "内容", en: "Content"), "is_lent": false, "share": 0.3, "kinds": ["b", "a"],
                    "shelves": .linked(["Lower", "Upper"]),
                ])
        ])

    private let today = Day(daysSince1970: 20_000)

    @Test("starter content comes in the reader's language, with what it is linked to, and only once")
    func once() async throws {
        let example = try await RecordExample([Self.shelf, Self.book])
        let made = try await example.records.takeStarter(Self.book, in: .en, on: today, by: example.marketing)
        let shelves = try await example.records.list(Self.shelf, RecordQuery(), for: example.marketing).records.sorted {
            $0.number < $1.number
        }
        #expect(shelves.map(\.title) == ["Upper", "Lower"])
        #expect(
            shelves[0]["budget"] == .whole(1200) && shelves[0]["size"] == .whole(3)
                && shelves[0]["due_on"] == .day(today + 30))
        #expect(shelves[1]["under"] == .whole(shelves[0].id))
        #expect(shelves[1]["due_on"] == .day(try #require(Day("2028-02-29"))), "the next one after 4 October 2024")
        let book = try #require(made.first)
        #expect(
            book.values == [
                "title": .text("Handbook"), "story": .text("Content"), "is_lent": .flag(false), "share": .number(0.3),
                "kinds": .codes(["a", "b"]), "shelves": .records([shelves[1].id, shelves[0].id]),
            ])
        for type in [Self.shelf, Self.book] {
            await #expect {
                try await example.records.takeStarter(type, in: .zh, on: today, by: example.marketing)
            } throws: {
                if case RecordProblem.starterTaken = $0 { true } else { false }
            }
        }
    }

    @Test("links find what a starter record became, also when it was renamed and taken in the other language")
    func renamed() async throws {
        let example = try await RecordExample([Self.shelf, Self.book])
        let shelves = try await example.records.takeStarter(Self.shelf, in: .zh, on: today, by: example.marketing)
        try await example.records.change(shelves[0], from: 1, ["title": .text("新名")], by: example.marketing)
        let made = try await example.records.takeStarter(Self.book, in: .en, on: today, by: example.marketing)
        #expect(made.first?["shelves"] == .records([shelves[1].id, shelves[0].id]))
    }

    @Test(
        "history says that a record came with the program; who may not edit cannot take it; a type without content says so"
    )
    func refused() async throws {
        let example = try await RecordExample([Self.shelf, Self.book, .rival])
        await #expect(throws: AccessProblem.self) {
            try await example.records.takeStarter(Self.book, in: .zh, on: today, by: example.sales)
        }
        #expect(
            try await example.store.read { try !example.records.hasTakenStarter($0, Self.shelf) },
            "nothing half is left")
        await #expect {
            try await example.records.takeStarter(.rival, in: .zh, on: today, by: example.marketing)
        } throws: {
            if case RecordProblem.starterNone = $0 { true } else { false }
        }
        let made = try await example.records.takeStarter(Self.book, in: .zh, on: today, by: example.marketing)
        let history = try await example.store.read { try example.records.history($0, made[0], for: example.marketing) }
        #expect(history.map(\.action) == ["starter"])
        expectWellSaid([RecordProblem.starterNone(Self.book.name), RecordProblem.starterTaken(Self.book.name)])
    }

    @Test("whether starter content was taken is looked up, not searched for, however many records there are")
    func quick() async throws {
        let example = try await RecordExample([Self.shelf])
        let plan = try await example.store.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + RecordStore.starterTaken, arguments: ["shelf"])
                .map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains("record_version_starter") }, "\(plan)")
    }

    @Test("wrong starter content is refused at the start")
    func declared() {
        func type(_ values: [String: StarterValue], under: String = "thing") -> RecordType {
            RecordType(
                "thing", Text(verbatim: "thing"), prefix: "T", rows: [], meaning: Text(verbatim: ""),
                fields: [
                    RecordField("size", Text(verbatim: "size"), .scale(1...5)),
                    RecordField("under", Text(verbatim: "under"), .link(to: under)),
                ],
                starter: [StarterRecord(Text(verbatim: "one"), values)])
        }
        let other = RecordType(
            "other", Text(verbatim: "other"), prefix: "O", rows: [], meaning: Text(verbatim: ""),
            fields: [RecordField("thing", Text(verbatim: "thing"), .link(to: "thing"))],
            starter: [StarterRecord(Text(verbatim: "two"), ["thing": .linked(["one"])])])
        let wrong: [[RecordType]] = [
            [type(["nothing": 1])], [type(["size": "big"])], [type(["under": .linked(["nobody"])])],
            [type(["under": .linked(["two"])], under: "other"), other],
        ]
        for types in wrong { #expect(throws: RecordProblem.self) { try RecordCatalog(types) } }
    }
}
