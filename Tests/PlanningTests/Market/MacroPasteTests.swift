import Engine
import Kernel
import Records
import Store
import Testing
import Warehouse

@testable import Planning

@Suite("M-02 pasted values of macro series") struct MacroPasteTests {
    private let today = Day("2026-11-22") ?? Day(daysSince1970: 0)

    @Test(
        "M-02 days are read as tables write them; months and quarters stand for their last day",
        arguments: [
            ("2026-09-30", "2026-09-30"), ("2026/9/3", "2026-09-03"), ("2026.09.30", "2026-09-30"),
            ("2026年9月30日", "2026-09-30"), ("20260930", "2026-09-30"), ("2026-02", "2026-02-28"),
            ("2024/2", "2024-02-29"), ("2026年9月份", "2026-09-30"), ("202612", "2026-12-31"), ("2025", "2025-12-31"),
            ("2026Q3", "2026-09-30"), ("Q1 2026", "2026-03-31"), ("2026年第三季度", "2026-09-30"),
            ("30/09/2026", "2026-09-30"), ("9/30/2026", "2026-09-30"), ("05/05/2026", "2026-05-05"),
            ("Sep 2026", "2026-09-30"), ("Sep-26", "2026-09-30"), ("30 September 2026", "2026-09-30"),
            ("Sep 30, 2026", "2026-09-30"), ("46295", "2026-09-30"), ("2026-09-30 00:00:00", "2026-09-30"),
        ])
    func days(text: String, day: String) { #expect(PastedDay(text) == Day(day).map(PastedDay.day)) }

    @Test("M-02 what is no day, or could be two, is not guessed")
    func noDays() {
        #expect(PastedDay("03/04/2026") == .ambiguous)
        for text in ["2026-13", "2026-02-30", "30/30/2026", "soon", "4.6", "2026Q5", "", "Foo 2026"] {
            #expect(PastedDay(text) == .unknown, "\(text)")
        }
    }

    @Test("M-02 numbers with groups, per cent, brackets and typographic signs; a decimal comma is not guessed")
    func numbers() {
        for (text, value) in [
            ("4.6", 4.6), ("4.6%", 4.6), ("−0.3", -0.3), ("(0.3)", -0.3), ("1,234.5", 1_234.5), ("1，234", 1_234),
            ("-.5", -0.5), ("12,345,678", 12_345_678),
        ] { #expect(PastedNumber.read(text) == value, "\(text)") }
        for text in ["4,6", "", "n/a", "—", "1,23,4", "4.6.1", "inf", "0x10"] {
            #expect(PastedNumber.read(text) == nil, "\(text)")
        }
    }

    @Test("M-02 a heading names the series; each bad line is said with its number and reason, the good ones stay")
    func lines() throws {
        let paste = try MacroPaste(
            """
            月份\t社零同比
            2026-07\t2.7%
            2026-08\t3.1%

            2026-09\t—
            随便\t1
            03/04/2026\t1
            2026-08\t3.1%
            2026-07\t9.9
            2027-01\t5
            2026-06
            """, today: today)
        #expect(paste.heading == "社零同比" && paste.lineCount == 10)
        #expect(paste.points.map(\.value) == [2.7, 3.1])
        #expect(paste.points.map(\.day.description) == ["2026-07-31", "2026-08-31"])
        #expect(paste.troubles.map(\.line) == [5, 6, 7, 9, 10, 11])
        #expect(paste.troubles.allSatisfy { !$0.reason.zh.isEmpty && !$0.reason.en.isEmpty })
        // Other separators, and the columns the other way round.
        for text in [
            "2026-07-31,2.7\n2026-08-31,1,234.5", "2026年7月 2.7\n2026年8月 1,234.5", "2.7\t2026-07\n1,234.5\t2026-08",
        ] {
            let other = try MacroPaste(text, today: today)
            #expect(other.troubles.isEmpty && other.points.map(\.value) == [2.7, 1_234.5], "\(text)")
        }
        #expect(try MacroPaste("日期\t值\t备注\n2026-07\t1\tx", today: today).hasMoreColumns)
    }

    @Test("M-02 a paste of 10,000 lines is kept whole; nothing and too much are refused with the remedy")
    func many() throws {
        let lines = (0..<10_000).map { "\(today - 9_999 + $0)\t\(Double($0) / 10)" }
        let paste = try MacroPaste(lines.joined(separator: "\r\n"), today: today)
        #expect(paste.points.count == 10_000 && paste.troubles.isEmpty && paste.points.last?.day == today)
        #expect(throws: MacroProblem.nothingPasted) { try MacroPaste(" \n\n", today: today) }
        #expect(throws: MacroProblem.tooMuchPasted(lines: 20_001, most: 20_000)) {
            try MacroPaste(Array(repeating: "2026-01\t1", count: 20_001).joined(separator: "\n"), today: today)
        }
    }

    @Test(
        "M-02 keeping adds new days, corrects known ones and leaves other series alone; each paste is a load of its own"
    )
    func keep() async throws {
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate()))
        let warehouse = try await Warehouse.open(engine: engine, zone: .utc)
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        let keeper = MacroSeriesStore(warehouse, store)
        try await engine.execute("INSERT INTO macro_series VALUES ('别的', DATE '2026-07-31', 1, '点', 1)")
        let first = try MacroPaste("2026-07\t2.7\n2026-08\t3.1", today: today).points
        try await keeper.keep(first, as: "社零", unit: "%", by: .system)
        let second = try MacroPaste("2026-08\t3.2\n2026-07\t2.7\n2026-09\t3", today: today).points
        let difference = try await keeper.difference(second, to: "社零")
        #expect(difference.added == 1 && difference.same == 1)
        #expect(difference.changed.map { [$0.old, $0.new] } == [[3.1, 3.2]])
        try await keeper.keep(second, as: "社零", unit: "", by: .system)
        let series = try await MacroSeries.all(from: warehouse)
        let kept = try #require(series.first { $0.name == "社零" })
        #expect(kept.points.map(\.value) == [2.7, 3.2, 3] && kept.unit == "%")
        #expect(series.first { $0.name == "别的" }?.points.count == 1)
        #expect(try await engine.query("SELECT count(*) AS n FROM load WHERE kind = 'paste'").single().int("n") == 2)
        #expect(try await engine.query("SELECT count(*) AS n FROM macro_series").single().int("n") == 4)
        let audit = try await store.read { try store.audit.entries($0, subject: "macro_series:社零", limit: 5) }
        #expect(audit.count == 2)
        // Over several batches, twice: nothing doubles.
        let many = try MacroPaste((0..<1_201).map { "\(today - $0)\t\($0)" }.joined(separator: "\n"), today: today)
            .points
        for _ in 0..<2 { try await keeper.keep(many, as: "日", unit: "", by: .system) }
        #expect(
            try await engine.query("SELECT count(*) AS n FROM macro_series WHERE series = '日'").single().int("n")
                == 1_201)
    }
}
