import Kernel
import Store
import Synchronization
import TestKit
import Testing

import class GRDB.Database

@testable import Records

/// What belongs to many records, asked at once, is what each alone would be told.
@Suite struct RecordTogetherTests {
    private func world() async throws -> (RecordExample, [Record]) {
        let example = try await RecordExample()
        var rivals: [Record] = []
        for number in 0..<12 {
            let parent = rivals.last.map { ["parent": RecordValue.whole($0.id)] } ?? [:]
            rivals.append(
                try await example.rival(
                    "r\(number)",
                    parent.merging(["region": .text(number % 2 == 0 ? "east" : "south"), "revenue": .whole(5)]) { $1 }))
        }
        for number in 0..<9 {
            try await example.records.create(
                .sign,
                ["title": .text("s\(number)"), "rivals": .records([rivals[number].id, rivals[number + 1].id])],
                by: example.marketing)
            rivals[number] = try await example.records.change(
                rivals[number], from: 1, ["strength": .whole(Int64(number % 5 + 1))], by: example.marketing)
            try await example.records.comment("c\(number) @south", on: rivals[number], by: example.marketing)
        }
        return (example, rivals)
    }

    @Test("versions, comments, links from elsewhere and linked records are those of each one, for every reader")
    func same() async throws {
        let (example, rivals) = try await world()
        for reader in [example.marketing, example.sales, example.south] {
            try await example.store.read { db in
                let records = example.records
                let histories = try records.histories(db, of: rivals, limit: 500, for: reader)
                let comments = try records.comments(db, on: rivals, limit: 500)
                let incoming = try records.incoming(db, to: rivals, limit: 500, for: reader)
                let found = try records.records(db, .rival, ids: Set(rivals.map(\.id)), for: reader)
                for rival in rivals {
                    let alone = try records.history(db, rival, for: reader)
                    #expect(histories[rival.id]?.map(\.version) == alone.map(\.version))
                    #expect(
                        histories[rival.id]?.map { $0.changes.map(\.field.id) }
                            == alone.map { $0.changes.map(\.field.id) })
                    let said = try records.comments(db, on: rival)
                    #expect((comments[rival.id] ?? []).map(\.text) == said.map(\.text))
                    #expect((comments[rival.id] ?? []).map(\.mentions) == said.map(\.mentions))
                    let naming = try records.incoming(db, rival, for: reader)
                    #expect((incoming[rival.id] ?? []).map(\.code) == naming.map(\.code))
                    #expect((found[rival.id] != nil) == reader.reaches(rival))
                    if reader.reaches(rival) {
                        #expect(found[rival.id]?.values == reader.shown(rival).values)
                    }
                }
            }
        }
    }

    @Test("limits count for each record; the oldest version shown still says what it changed")
    func limits() async throws {
        let (example, rivals) = try await world()
        try await example.store.read { db in
            let versions = try example.records.histories(db, of: rivals, limit: 1, for: example.marketing)
            #expect(versions[rivals[1].id]?.map(\.version) == [2])
            #expect(versions[rivals[1].id]?.first?.changes.map(\.field.id) == ["strength"])
            let incoming = try example.records.incoming(db, to: rivals, limit: 1, for: example.marketing)
            #expect(incoming.values.allSatisfy { $0.count == 1 } && incoming.count == rivals.count - 1)
            let signs = try example.records.incoming(db, to: rivals, types: ["sign"], limit: 9, for: example.marketing)
            #expect(signs[rivals[1].id]?.map(\.code) == ["SIGN-1", "SIGN-2"])
        }
    }

    @Test("WF-07 what lies beyond the reader's rows takes no place among those shown")
    func limitsWithinReach() async throws {
        let example = try await RecordExample()
        let parent = try await example.rival("p", ["region": .text("south")])
        for region in ["east", "east", "south"] {
            _ = try await example.rival(region, ["parent": .whole(parent.id), "region": .text(region)])
        }
        try await example.store.read { db in
            let incoming = try example.records.incoming(db, to: [parent], limit: 1, for: example.south)
            #expect(incoming[parent.id]?.map(\.title) == ["south"])
        }
    }

    @Test("the number of statements does not grow with the number of records")
    func statements() async throws {
        let (example, rivals) = try await world()
        func statements(_ records: [Record]) async throws -> Int {
            try await example.store.read { db in
                let count = Mutex(0)
                db.trace { event in if case .statement = event { count.withLock { $0 += 1 } } }
                defer { db.trace() }
                let store = example.records
                _ = try store.histories(db, of: records, limit: 50, for: example.marketing)
                _ = try store.comments(db, on: records, limit: 50)
                _ = try store.files(db, of: records)
                _ = try store.incoming(db, to: records, limit: 50, for: example.marketing)
                _ = try store.records(db, .rival, ids: Set(records.map(\.id)), for: example.marketing)
                return count.withLock { $0 }
            }
        }
        let (one, all) = (try await statements([rivals[1]]), try await statements(rivals))
        #expect(one == all && one > 0)
    }
}
