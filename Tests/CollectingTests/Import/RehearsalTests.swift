import Collecting
import Foundation
import Kernel
import Testing

@Suite("A mapping is tried on the first rows")
struct RehearsalTests {
    let bench: ImportBench

    init() async throws { bench = try await ImportBench() }

    private static let text = """
        单号,时间,状态,金额,门店
        A1,03/04/2026 08:30,已付,1999,S1
        A2,13/04/2026 09:00,已退,abc,S9
        A3,,作废,5,
        """
    private static let mapping = Mapping(
        name: "t", target: .orderHeader,
        bindings: [
            Binding("order_no", column: "单号"), Binding("channel", constant: "天猫"),
            Binding("ordered_at", column: "时间", date: .dayFirst),
            Binding("status", column: "状态", words: ["已付": "paid", "已退*": "returned"]),
            Binding("amount", column: "金额", unit: .minor),
            Binding("store_code", column: "门店"), Binding("city", column: "没有这一列"), Binding("region", constant: ""),
        ])

    @Test("DA-01 shows as what each cell would be read, with the reasons for what would not")
    func values() async throws {
        try await bench.load("store_code,name\nS1,一店\n", into: .store, named: "s.csv")
        let look = try await bench.importer.look(bench.file("o.csv", Self.text))
        let tried = try await bench.importer.rehearse(Self.mapping, on: look)
        #expect(tried.problem == nil && tried.rowNumbers == [2, 3, 4])
        #expect(tried.cells["amount"]?.map(\.value) == [.money(minorUnits: 1999), nil, .money(minorUnits: 5)])
        #expect(
            tried.cells["status"]?.map(\.value) == [.code("paid", .orderStatus), .code("returned", .orderStatus), nil])
        #expect(tried.cells["channel"]?.first?.value == .code("tmall", .channel))
        #expect(
            tried.cells["ordered_at"]?.first?.value == Instant(iso8601: "2026-04-03T00:30:00Z").map(ReadValue.moment))
        #expect(tried.cells["city"] == nil && tried.cells["region"] == nil)
        #expect(
            tried.troubles.map { "\($0.row) \($0.field) \($0.reason.rawValue)" } == [
                "3 amount not_a_number", "4 ordered_at missing_value", "4 status unknown_word",
            ])
        #expect(tried.unknownCodes == [.store: ["S9"]])
        var wrong = Self.mapping
        wrong.zone = "Mars"
        #expect(try await bench.importer.rehearse(wrong, on: look).problem?.zh.contains("Mars") == true)
    }

    @Test("DA-01 what is rehearsed is what is imported")
    func sameAsImport() async throws {
        let url = try bench.file("o.csv", Self.text)
        let look = try await bench.importer.look(url)
        var mapping = Self.mapping
        mapping.bindings.removeAll { ["city", "region", "store_code"].contains($0.field) }
        let tried = try await bench.importer.rehearse(mapping, on: look)
        let report = try await bench.importer.run(url, mapping: mapping)
        #expect(Set(tried.troubles.map(\.row)).count == report.counts.quarantined)
        #expect(
            try await bench.rows("SELECT amount_fen, status, channel, ordered_on FROM order_header") == [
                "1999|paid|tmall|2026-04-03"
            ])
    }

    @Test("DA-01 the words of a column are counted, the most frequent first, and a look survives being kept")
    func words() async throws {
        let rows = (0..<1200).map { "\($0 % 60),\($0 % 3 == 0 ? "已退款" : " 已完成 ")" }.joined(separator: "\n")
        let look = try await bench.importer.look(bench.file("w.csv", "n,状态\n" + rows + "\n"))
        #expect(look.rowsSeen == 1000 && look.rows.count == 50)
        #expect(look.words[1].counts.map { "\($0.word) \($0.rows)" } == ["已完成 666", "已退款 334"])
        #expect(look.words[0].distinct == 60 && look.words[0].counts.count == 40)
        #expect(try JSONDecoder().decode(FileLook.self, from: JSONEncoder().encode(look)) == look)
    }
}

@Suite("Units are guessed from headings")
struct UnitGuessTests {
    let bench: ImportBench

    init() async throws { bench = try await ImportBench() }

    @Test(
        "DA-01 a unit that stands in brackets behind a heading is taken",
        arguments: [
            ("实付金额（分）", MoneyUnit.minor), ("实付金额[单位：万元]", .tenThousand), ("实付金额", nil), ("实付金额（元）", nil),
            ("amount (cents)", .minor),
        ])
    func unit(heading: String, unit: MoneyUnit?) async throws {
        let url = try bench.file("u.csv", "单号,\(heading)\nA1,100\n")
        #expect(try await bench.importer.inspect(url, into: .orderHeader).mapping?.binding(of: "amount")?.unit == unit)
    }
}
