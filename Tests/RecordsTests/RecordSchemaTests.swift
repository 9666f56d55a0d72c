import GRDB
import Kernel
import Store
import TestKit
import Testing

@testable import Records

@Suite struct RecordSchemaTests {
    private func plain(_ fields: [RecordField]) -> RecordType {
        RecordType("thing", Text(verbatim: "thing"), prefix: "T", rows: [], meaning: Text(verbatim: ""), fields: fields)
    }

    private func opened(_ store: Store, _ type: RecordType) throws -> RecordStore {
        try RecordStore(store, RecordCatalog([type]), currency: .cny, metrics: { _ in false }, regions: { _ in false })
    }

    @Test("a changed declaration keeps the rows: a field is added, another widened, a third one left to history")
    func changed() async throws {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        let before = plain([
            RecordField("kind", Text(verbatim: "kind"), .choice([Choice("a", Text(verbatim: "A"))])),
            RecordField("old", Text(verbatim: "old"), .line),
        ])
        let records = try opened(store, before)
        try await records.create(before, ["title": .text("x"), "kind": .text("a"), "old": .text("kept")], by: .system)
        let after = plain([
            RecordField(
                "kind", Text(verbatim: "kind"),
                .choice([Choice("a", Text(verbatim: "A")), Choice("b", Text(verbatim: "B"))])),
            RecordField("new", Text(verbatim: "new"), .scale(1...3)),
        ])
        let later = try opened(store, after)
        let record = try await later.find(after, number: 1, for: .system)
        #expect(record.values == ["title": .text("x"), "kind": .text("a")])
        try await later.change(record, from: 1, ["kind": .text("b"), "new": .whole(2)], by: .system)
        let kept = try await store.read {
            try String.fetchOne($0, sql: "SELECT body FROM record_version WHERE version = 1")
        }
        #expect(kept?.contains("kept") == true)
    }

    @Test("a choice in use cannot be taken out of a declaration: the start says so and nothing is lost")
    func narrowed() async throws {
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        let choices = [Choice("a", Text(verbatim: "A")), Choice("b", Text(verbatim: "B"))]
        let before = plain([RecordField("kind", Text(verbatim: "kind"), .choice(choices))])
        let records = try opened(store, before)
        try await records.create(before, ["title": .text("x"), "kind": .text("b")], by: .system)
        #expect {
            try opened(store, plain([RecordField("kind", Text(verbatim: "kind"), .choice([choices[0]]))]))
        } throws: {
            if case RecordProblem.declaration = $0 { true } else { false }
        }
        #expect(try await opened(store, before).find(before, number: 1, for: .system)["kind"] == .text("b"))
    }

    @Test("wrong declarations are refused at the start")
    func declarations() {
        let line = Text(verbatim: "x")
        let wrong: [[RecordType]] = [
            [plain([RecordField("Title", line, .line)])], [plain([RecordField("state", line, .line)])],
            [plain([RecordField("a", line, .line), RecordField("a", line, .line)])],
            [plain([RecordField("a", line, .link(to: "nowhere"))])],
            [plain([]), plain([])],
        ]
        for types in wrong { #expect(throws: RecordProblem.self) { try RecordCatalog(types) } }
    }

    @Test("the table itself refuses what the declaration does not allow")
    func strict() async throws {
        let example = try await RecordExample()
        try await example.rival("甲")
        for sql in [
            "UPDATE r_rival SET segment = 'other'", "UPDATE r_rival SET strength = 6",
            "UPDATE r_rival SET watcher = 999", "UPDATE r_rival SET title = ''",
            "UPDATE r_rival SET revenue = 'much'",
        ] {
            await #expect(throws: (any Error).self) { try await example.store.write { try $0.execute(sql: sql) } }
        }
    }
}
