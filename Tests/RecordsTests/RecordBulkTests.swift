import Kernel
import Store
import TestKit
import Testing

@testable import Records

@Suite struct RecordBulkTests {
    private func chosen(_ records: [Record]) -> [RecordChoice] {
        records.map { RecordChoice(number: $0.number, version: $0.version) }
    }

    @Test("one field is set for many: each with its version, history and audit; what holds it already is counted apart")
    func set() async throws {
        let example = try await RecordExample()
        var records: [Record] = []
        for index in 1...5 { records.append(try await example.rival("对手\(index)", ["strength": .whole(Int64(index))])) }
        let outcome = try await example.records.change(
            .rival, chosen(records), .set(field: "strength", text: "3"), by: example.marketing)
        #expect(outcome.changed == 4 && outcome.unchanged == 1 && outcome.refused.isEmpty)
        for record in records {
            let now = try await example.records.find(.rival, number: record.number, for: example.marketing)
            #expect(now["strength"] == .whole(3) && now.version == (record.number == 3 ? 1 : 2))
        }
        let actions = try await example.store.read {
            try example.store.audit.entries($0, subject: "rival:1").map(\.action)
        }
        #expect(actions == ["record.change", "record.create"])
    }

    @Test("those that cannot take it are left and named; the others are changed")
    func refused() async throws {
        let example = try await RecordExample()
        let fine = try await example.rival("甲")
        let locked = try await example.records.move(
            try await example.rival("乙"), from: 1, "retire", by: example.marketing)
        let stale = try await example.rival("丙")
        try await example.records.change(stale, from: 1, ["strength": .whole(1)], by: example.marketing)
        let outcome = try await example.records.change(
            .rival, chosen([fine, locked, stale]) + [RecordChoice(number: 99, version: 1)],
            .set(field: "segment", text: "高端"), by: example.marketing)
        #expect(outcome.changed == 1)
        #expect(outcome.refused.map(\.code) == ["RIV-2", "RIV-3", "RIV-99"])
        #expect(outcome.refused.allSatisfy { !$0.text.zh.isEmpty && !$0.text.en.isEmpty })
        #expect(try await example.records.find(.rival, number: 3, for: example.marketing)["segment"] == .text("mass"))
    }

    @Test(
        "a state is changed for all that can make the move; a required field cannot be emptied; archiving asks for links"
    )
    func moves() async throws {
        let example = try await RecordExample()
        let parent = try await example.rival("母")
        let child = try await example.rival("子", ["parent": .whole(parent.id)])
        let moved = try await example.records.change(
            .rival, chosen([parent, child]), .move("activate", reason: nil), by: example.marketing)
        #expect(moved.changed == 2)
        let again = try await example.records.change(
            .rival, [RecordChoice(number: 1, version: 2)], .move("activate", reason: nil), by: example.marketing)
        #expect(again.changed == 0 && again.refused.count == 1)
        let emptied = try await example.records.change(
            .rival, [RecordChoice(number: 1, version: 2)], .set(field: "segment", text: ""), by: example.marketing)
        #expect(emptied.refused.count == 1)
        let archived = try await example.records.change(
            .rival, [RecordChoice(number: 1, version: 2), RecordChoice(number: 2, version: 2)], .archive,
            by: example.marketing)
        #expect(archived.changed == 1 && archived.refused.map(\.code) == ["RIV-1"], "the parent is still linked")
    }

    @Test("a text that no record can take is said once; who may not write changes nothing; 10,001 are too many")
    func whole() async throws {
        let example = try await RecordExample()
        let record = try await example.rival("甲")
        await #expect {
            try await example.records.change(
                .rival, self.chosen([record]), .set(field: "strength", text: "viel"), by: example.marketing)
        } throws: {
            if case RecordProblem.fields = $0 { true } else { false }
        }
        await #expect(throws: AccessProblem.self) {
            try await example.records.change(
                .rival, self.chosen([record]), .set(field: "strength", text: "2"), by: example.sales)
        }
        let many = (1...10_001).map { RecordChoice(number: Int64($0), version: 1) }
        await #expect {
            try await example.records.change(.rival, many, .archive, by: example.marketing)
        } throws: {
            if case RecordProblem.tooMany(10_001, 10_000) = $0 { true } else { false }
        }
    }
}
