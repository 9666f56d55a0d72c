import Kernel
import Store
import TestKit
import Testing

@testable import Records

@Suite struct RecordRightsTests {
    @Test("WF-07 who may only look cannot write")
    func lookOnly() async throws {
        let example = try await RecordExample()
        await #expect(throws: AccessProblem.forbidden(.edit, .plan)) {
            try await example.records.create(
                .rival, ["title": .text("x"), "segment": .text("mass")], by: example.sales)
        }
        let record = try await example.rival("甲")
        await #expect(throws: AccessProblem.forbidden(.edit, .plan)) {
            try await example.records.change(record, from: 1, ["strength": .whole(1)], by: example.sales)
        }
        await #expect(throws: AccessProblem.forbidden(.edit, .plan)) {
            try await example.records.move(record, from: 1, "activate", by: example.sales)
        }
    }

    @Test(
        "WF-07 a field with rights of its own is neither seen, filtered, sorted, found in history nor written without them"
    )
    func fieldGroup() async throws {
        let example = try await RecordExample()
        let record = try await example.rival("甲", ["revenue": .whole(123_456)])
        let seen = try await example.records.find(.rival, number: 1, for: example.sales)
        #expect(seen["revenue"] == nil && seen.title == "甲")
        let history = try await example.store.read { try example.records.history($0, record, for: example.sales) }
        #expect(history.allSatisfy { $0.values["revenue"] == nil && !$0.changes.contains { $0.field.id == "revenue" } })
        for query in [
            RecordQuery([.between(field: "revenue", from: .whole(1), to: nil)]), RecordQuery(sort: .init("revenue")),
        ] {
            await #expect { try await example.records.list(.rival, query, for: example.sales) } throws: {
                if case RecordProblem.unknownFilter("revenue") = $0 { true } else { false }
            }
        }
    }

    @Test("WF-07 a region manager sees the rows of her regions and those of none")
    func regions() async throws {
        let example = try await RecordExample()
        try await example.rival("东", ["region": .text("east")])
        try await example.rival("南", ["region": .text("south")])
        try await example.rival("全国")
        let seen = try await example.records.list(.rival, RecordQuery(sort: .init("number")), for: example.south)
        #expect(seen.records.map(\.title) == ["南", "全国"] && seen.total == 2)
        #expect(try await example.records.search("东", for: example.south).isEmpty)
        await #expect { try await example.records.find(.rival, number: 1, for: example.south) } throws: {
            if case RecordProblem.unknownRecord("RIV-1") = $0 { true } else { false }
        }
    }
}
