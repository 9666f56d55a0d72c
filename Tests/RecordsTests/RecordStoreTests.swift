import GRDB
import Kernel
import Store
import TestKit
import Testing

@testable import Records

@Suite struct RecordStoreTests {
    @Test("a record is found again with every kind of value")
    func everyKind() async throws {
        let example = try await RecordExample()
        let one = try await example.rival("甲")
        let two = try await example.rival("乙")
        let values: RecordValues = [
            "title": .text("双十一提前降价"), "story": .text("第一行\n第二行"), "kinds": .codes(["price", "promotion"]),
            "effect": .number(-2.5),
            "share": .number(0.125), "seen_on": .day(Day(daysSince1970: 20_000)), "is_sure": .flag(false),
            "rivals": .records([two.id, one.id]),
            "metric": .text("revenue"), "source": .text("https://example.com/a"),
        ]
        let made = try await example.records.create(.sign, values, by: example.marketing)
        let found = try await example.records.find(.sign, number: 1, for: example.marketing)
        #expect(found.values == values)
        #expect(found.code == "SIGN-1" && made.id == found.id && found.version == 1 && found.state == "draft")
        let history = try await example.store.read { try example.records.history($0, found, for: example.marketing) }
        #expect(history.map(\.values) == [values], "history keeps every kind of value too")
    }

    @Test("all that is wrong is said at once, each beside its field, in both languages")
    func troubles() async throws {
        let example = try await RecordExample()
        do {
            try await example.records.create(
                .rival,
                [
                    "segment": .text("none"), "strength": .whole(9), "region": .text("moon"), "watcher": .whole(99),
                    "parent": .whole(7), "x": .flag(true),
                ],
                by: example.marketing)
            Issue.record("it was taken")
        } catch RecordProblem.fields(let troubles) {
            #expect(Set(troubles.map(\.field)) == ["title", "segment", "strength", "region", "watcher", "parent", "x"])
            #expect(troubles.allSatisfy { !$0.text.zh.isEmpty && !$0.text.en.isEmpty })
        }
        #expect(try await example.records.list(.rival, RecordQuery(), for: example.marketing).total == 0)
    }

    @Test("two people editing one record: the second is refused, and sees both texts")
    func stale() async throws {
        let example = try await RecordExample()
        let record = try await example.rival("甲")
        try await example.records.change(record, from: 1, ["strength": .whole(4)], by: example.marketing)
        do {
            try await example.records.change(record, from: 1, ["strength": .whole(2)], by: example.marketing)
            Issue.record("the first change was overwritten")
        } catch RecordProblem.stale(let code, _, let mine, let theirs) {
            #expect(code == "RIV-1" && mine["strength"] == .whole(2) && theirs["strength"] == .whole(4))
        }
    }

    @Test("saving what stands there already makes no version, also from an older one")
    func unchanged() async throws {
        let example = try await RecordExample()
        let record = try await example.rival("甲", ["strength": .whole(3)])
        try await example.records.change(record, from: 1, ["strength": .whole(4)], by: example.marketing)
        let same = try await example.records.change(record, from: 1, ["strength": .whole(4)], by: example.marketing)
        #expect(same.version == 2)
    }

    @Test("history names what changed, by whom and when")
    func history() async throws {
        let example = try await RecordExample()
        let record = try await example.rival("甲", ["strength": .whole(3)])
        example.clock.advance(by: .seconds(60))
        let changed = try await example.records.change(
            record, from: 1, ["strength": .whole(5), "region": .text("east")], by: example.marketing)
        let retired = try await example.records.move(changed, from: 2, "retire", by: example.marketing)
        let history = try await example.store.read { try example.records.history($0, retired, for: example.marketing) }
        #expect(history.map(\.version) == [3, 2, 1])
        #expect(history[1].changes.map(\.field.id) == ["strength", "region"])
        #expect(history[1].changes[0].before == .whole(3) && history[1].changes[0].after == .whole(5))
        #expect(history[0].action == "retire" && history[0].changes.isEmpty && history[0].state == "retired")
        #expect(
            history[1].at == Instant(seconds: 1_800_000_060)
                && history[1].author == example.marketing.author.description)
    }

    @Test("a locked state keeps the fields; a move that does not start here is refused")
    func states() async throws {
        let example = try await RecordExample()
        let record = try await example.rival("甲")
        let retired = try await example.records.move(record, from: 1, "retire", by: example.marketing)
        await #expect {
            try await example.records.change(retired, from: 2, ["strength": .whole(1)], by: example.marketing)
        } throws: {
            if case RecordProblem.locked(code: "RIV-1", _) = $0 { true } else { false }
        }
        await #expect { try await example.records.move(retired, from: 2, "retire", by: example.marketing) } throws: {
            if case RecordProblem.moveUnknown = $0 { true } else { false }
        }
    }

    @Test("what others use cannot be archived; what nobody uses leaves the lists and comes back")
    func archive() async throws {
        let example = try await RecordExample()
        let parent = try await example.rival("母")
        let child = try await example.rival("子", ["parent": .whole(parent.id)])
        await #expect { try await example.records.setArchived(true, parent, from: 1, by: example.marketing) } throws: {
            if case RecordProblem.stillLinked(code: "RIV-1", from: ["RIV-2"]) = $0 { true } else { false }
        }
        let archived = try await example.records.setArchived(true, child, from: 1, by: example.marketing)
        #expect(try await example.records.list(.rival, RecordQuery(), for: example.marketing).total == 1)
        #expect(
            try await example.records.list(.rival, RecordQuery(showsArchived: true), for: example.marketing).total == 2)
        try await example.records.setArchived(false, archived, from: 2, by: example.marketing)
        #expect(try await example.records.list(.rival, RecordQuery(), for: example.marketing).total == 2)
    }

    @Test("what links here is found, through one link and through several")
    func incoming() async throws {
        let example = try await RecordExample()
        let one = try await example.rival("甲")
        let two = try await example.rival("乙", ["parent": .whole(one.id)])
        try await example.records.create(
            .sign, ["title": .text("信号"), "rivals": .records([two.id, one.id])], by: example.marketing)
        let codes = try await example.store.read {
            try example.records.incoming($0, one, for: example.marketing).map(\.code)
        }
        #expect(codes == ["RIV-2", "SIGN-1"])
    }

    @Test("every change stands in the audit log, in the same transaction")
    func audit() async throws {
        let example = try await RecordExample()
        let record = try await example.rival("甲")
        try await example.records.move(record, from: 1, "activate", by: example.marketing)
        let actions = try await example.store.read {
            try example.store.audit.entries($0, subject: "rival:1").map(\.action)
        }
        #expect(actions == ["record.activate", "record.create"])
    }
}
