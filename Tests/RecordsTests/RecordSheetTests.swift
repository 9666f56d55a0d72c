import Kernel
import Store
import TestKit
import Testing

@testable import Records

@Suite struct RecordSheetTests {
    private func grid(_ lines: [[String]]) -> RecordGrid {
        RecordGrid(lines.enumerated().map { RecordGrid.Row($0 + 1, $1) })
    }

    private func plan(_ example: RecordExample, _ lines: [[String]]) async throws
        -> RecordImportPlan
    {
        try await example.records.plan(.rival, grid(lines), by: example.marketing)
    }

    private func refusals(_ plan: RecordImportPlan) -> [String] {
        plan.refused.flatMap { row, troubles in troubles.map { "\(row.number) \($0.name.en)" } }
    }

    private let headings = ["记录编号", "记录版本", "名称", "细分", "强度", "营收", "记录状态"]

    @Test("a sheet says what is new, changed, unchanged and refused, before anything is written")
    func planned() async throws {
        let example = try await RecordExample()
        try await example.rival("甲", ["strength": .whole(3)])
        try await example.rival("乙", ["revenue": .whole(100)])
        let plan = try await plan(
            example,
            [
                headings, ["RIV-1", "1", "甲", "大众", "3", "", "草稿"], ["RIV-2", "1", "乙", "高端", "", "1.00", "草稿"],
                ["", "", "丙", "Mass", "5", "2.5", ""], ["", "", "", "巨大", "9", "", ""],
                ["RIV-9", "1", "x", "", "", "", ""],
                ["RIV-2", "1", "乙", "大众", "", "", ""],
            ])
        #expect(plan.unchanged == 1 && plan.changed.count == 1 && plan.made.count == 1)
        #expect(plan.changed[0].changes.map(\.field.id) == ["segment"])
        #expect(
            plan.changed[0].changes[0].before == .text("mass") && plan.changed[0].changes[0].after == .text("premium"))
        #expect(plan.made[0].values["revenue"] == .whole(250))
        #expect(
            refusals(plan) == ["5 Segment", "5 Strength", "5 Name", "6 Record no.", "7 Record no."],
            "all that is wrong in a row is said, with its column")
        #expect(try await example.records.list(.rival, RecordQuery(), for: example.marketing).total == 2)
    }

    @Test("headings are known in Chinese, in English and by id, in any order, under a title")
    func headingsKnown() async throws {
        let example = try await RecordExample()
        try await example.rival("甲", ["strength": .whole(3)])
        for line in [["Strength", "Record version", "No.", "NAME *"], ["strength", "版本", "编号", "title"]] {
            let plan = try await plan(example, [["竞争对手一览"], line, ["4", "1", "RIV-1", "甲"]])
            #expect(plan.changed.count == 1 && plan.changed[0].changes.map(\.field.id) == ["strength"])
        }
        await #expect(throws: SheetProblem.headingTwice("Name")) {
            try await self.plan(example, [["名称", "Name"], ["甲", "乙"]])
        }
        await #expect { try await self.plan(example, [["甲", "大众"], ["乙", "高端"]]) } throws: {
            if case SheetProblem.headingsUnknown = $0 { true } else { false }
        }
        let unknown = try await plan(example, [["名称", "细分", "备忘"], ["丙", "mass", "记得"]])
        #expect(unknown.unknown == ["备忘"] && unknown.made.count == 1)
    }

    @Test(
        "content that slid away from its headings is refused whole, wherever the cell was inserted or deleted",
        arguments: [0, 1, 2], [1, -1])
    func shifted(from place: Int, by step: Int) async throws {
        let example = try await RecordExample()
        var lines = [headings]
        for index in 1...6 {
            try await example.rival("竞争对手第\(index)号", ["strength": .whole(4), "revenue": .whole(123_400)])
            lines.append(["RIV-\(index)", "1", "竞争对手第\(index)号", "大众", "4", "1234.00", "草稿"])
        }
        let slid = lines.enumerated().map { row, cells in
            var cells = cells
            if row == 0 { return cells }
            if step > 0 { cells.insert("", at: place) } else { cells.remove(at: place) }
            return cells
        }
        await #expect { try await self.plan(example, slid) } throws: { error in
            if case SheetProblem.shifted(let by, _, _, _) = error { by == step } else { false }
        }
        let straight = try await plan(example, lines)
        #expect(straight.unchanged == 6)
        var one = lines
        one[3] = slid[3]
        let single = try await plan(example, one)
        #expect(single.unchanged == 5 && single.refused.map(\.row.number) == [4], "one row that slid is refused alone")
    }

    @Test("many honest changes are no shift")
    func noShift() async throws {
        let example = try await RecordExample()
        var lines = [headings]
        for index in 1...20 {
            try await example.rival("对手\(index)", ["strength": .whole(3), "revenue": .whole(300)])
            lines.append(["RIV-\(index)", "1", "改名\(index + 1)", "高端", "4", "4.00", "草稿"])
        }
        #expect(try await plan(example, lines).changed.count == 20)
    }

    @Test("applying writes new and changed rows with history and audit, in one transaction, and the same file once")
    func applied() async throws {
        let example = try await RecordExample()
        try await example.rival("甲")
        let sheet = grid([headings, ["RIV-1", "1", "甲", "高端", "", "", ""], ["", "", "乙", "大众", "", "", ""]])
        struct Full: Error {}
        await #expect(throws: Full.self) {
            try await example.records.apply(.rival, sheet, named: "a.csv", key: "k", by: example.marketing) { _ in
                throw Full()
            }
        }
        let before = try await example.records.find(.rival, number: 1, for: example.marketing)
        #expect(before.version == 1, "what could not be kept was not written")
        try await example.records.apply(.rival, sheet, named: "a.csv", key: "k", by: example.marketing)
        let record = try await example.records.find(.rival, number: 1, for: example.marketing)
        #expect(record.version == 2 && record["segment"] == .text("premium"))
        #expect(try await example.records.list(.rival, RecordQuery(), for: example.marketing).total == 2)
        let counts = try await example.store.read { try example.records.outcome($0, "k") }
        #expect(counts == ["new": 1, "changed": 1, "unchanged": 0, "refused": 0])
        await #expect(throws: SheetProblem.alreadyTaken) {
            try await example.records.apply(.rival, sheet, named: "a.csv", key: "k", by: example.marketing)
        }
    }

    @Test("a row taken from an older version is refused; what has no version too; unchanged ones are neither")
    func stale() async throws {
        let example = try await RecordExample()
        for name in ["甲", "乙", "丙"] {
            let record = try await example.rival(name)
            try await example.records.change(record, from: 1, ["strength": .whole(5)], by: example.marketing)
        }
        let plan = try await plan(
            example,
            [
                headings, ["RIV-1", "1", "甲", "高端", "5", "", ""], ["RIV-2", "", "乙", "高端", "5", "", ""],
                ["RIV-3", "1", "丙", "大众", "5", "", ""],
            ])
        #expect(refusals(plan) == ["2 Record version", "3 Record version"] && plan.unchanged == 1)
        let again = plan.refusedSheet(in: .en, for: example.marketing)
        #expect(again.count == 3 && again[0].last == "Why not taken" && again[1][0] == "RIV-1")
        #expect(again[1].last?.contains("林静") == true)
    }

    @Test("who may not write, and records that are locked, are refused; states are not changed by a file")
    func rights() async throws {
        let example = try await RecordExample()
        let record = try await example.rival("甲")
        try await example.records.move(record, from: 1, "retire", by: example.marketing)
        await #expect(throws: AccessProblem.self) {
            try await example.records.plan(.rival, grid([["名称"], ["x"]]), by: example.sales)
        }
        let locked = try await plan(example, [headings, ["RIV-1", "2", "乙", "大众", "", "", "停用"]])
        #expect(locked.refused.count == 1)
        let moved = try await plan(example, [headings, ["RIV-1", "2", "甲", "大众", "", "", "草稿"]])
        #expect(refusals(moved) == ["2 Record state"])
    }

    @Test("a paste of 10,000 lines is taken, one of 10,001 is refused whole")
    func many() async throws {
        let example = try await RecordExample()
        var lines = [["名称", "细分"]] + (1...10_000).map { ["对手\($0)", "大众"] }
        #expect(try await plan(example, lines).made.count == 10_000)
        lines.append(["太多", "大众"])
        await #expect(throws: SheetProblem.tooManyRows(had: 10_001)) { try await self.plan(example, lines) }
    }

    @Test("a text that is guarded against spreadsheets reads back as itself")
    func guarded() async throws {
        try await forAll(seed: 3, cases: 2_000) { dice in
            let signs = Array("'=+-@ab\t\r\n")
            let text = String((0..<Int(dice.next() % 6)).map { _ in signs[Int(dice.next() % UInt64(signs.count))] })
            // What the writer of CSV does to a cell that begins like a formula.
            let own = SheetGuard.guarded(text)
            let written = own.first.map { "=+-@\t\r".contains($0) || $0 == "\r\n" } ?? false ? "'" + own : own
            return SheetGuard.bare(written) == text && (written == text || written.hasPrefix("'"))
        }
    }
}
