import Foundation
import Kernel
import TestKit
import Testing

@testable import Collecting

/// Each bad input has one clear outcome: a problem that names the thing, or rows in quarantine with row number and reason.
@Suite struct BadFileTests {
    let bench: ImportBench
    static let headings = "order_no,ordered_at,customer_no,amount\n"

    init() async throws { bench = try await ImportBench() }

    private func code(_ name: String, _ bytes: [UInt8], _ target: ImportTarget = .orderHeader) async throws -> String? {
        let url = try bench.file(name, bytes)
        return await problem { try await bench.load(url, into: target) }
    }

    @Test("DA-01 an unknown, empty or missing file is refused with its reason")
    func files() async throws {
        #expect(try await code("a.csv", []) == "import.file_empty")
        #expect(try await code("a.csv", Array("\n\n \n".utf8)) == "import.file_empty")
        #expect(try await code("a.csv", Array("%PDF-1.7 …".utf8)) == "import.format_unknown")
        #expect(try await code("a.bin", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 3]) == "import.format_unknown")
        #expect(try await code("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == "import.old_excel")
        #expect(try await code("a.xlsx", [0x50, 0x4B, 0x03, 0x04, 0, 0, 0]) == "import.archive_broken")
        #expect(try await code("a.csv", Array("[{\"a\":1}]".utf8)) == "import.format_unknown")
        let missing = await problem {
            try await bench.load(bench.folder.url.appendingPathComponent("none.csv"), into: .orderHeader)
        }
        #expect(missing == "import.file_missing")
    }

    @Test("DA-01 a wrong mapping names the columns that there are")
    func wrongMapping() async throws {
        let url = try bench.file("a.csv", Self.headings + "A1,2026-01-01,C1,1\n")
        let mapping = Mapping(
            name: "m", target: .orderHeader,
            bindings: [Binding("order_no", column: "单号"), Binding("amount", column: "amount")])
        let problem = #expect(throws: ImportProblem.self) {
            try MappingCheck(mapping: mapping, source: source(url)).fields(
                zone: .utc, currency: .cny, now: ImportBench.now)
        }
        #expect(problem?.code == "import.missing_column")
        #expect(problem?.text.zh.contains("order_no、ordered_at、customer_no、amount") == true)
        #expect(problem?.text.en.contains("order_no, ordered_at, customer_no, amount") == true)
    }

    private func source(_ url: URL) throws -> ImportSource {
        SourcePart(
            url: url, name: "a.csv", format: .delimited(.comma), encoding: .utf8, scan: try FileScan(url),
            headings: ["order_no", "ordered_at", "customer_no", "amount"]
        ).direct(.comma)
    }

    @Test("DA-01 a mapping without a required field, with an unknown or doubled one, or of a later version is refused")
    func mappings() async throws {
        let url = try bench.file("a.csv", Self.headings + "A1,2026-01-01,C1,1\n")
        func code(_ bindings: [Binding], zone: String? = nil, currency: String? = nil) async -> String? {
            await problem {
                _ = try await bench.importer.run(
                    url,
                    mapping: Mapping(
                        name: "m", target: .orderHeader, bindings: bindings, zone: zone, currency: currency))
            }
        }
        let good = [Binding("order_no", column: "order_no"), Binding("amount", column: "amount")]
        #expect(await code([good[0]]) == "import.required_field")
        #expect(await code(good + [Binding("colour", column: "amount")]) == "import.unknown_field")
        #expect(await code(good + [good[0]]) == "import.field_twice")
        #expect(await code(good, zone: "Mars/Olympus") == "import.unknown_zone")
        #expect(await code(good, currency: "yuan") == "import.unknown_currency")
        #expect(await code(good) == nil)
        #expect(await problem { _ = try Mapping(json: Data("{}".utf8), file: "m.json") } == "import.mapping_unreadable")
        let json = String(decoding: try Mapping(name: "m", target: .orderHeader, bindings: good).json(), as: UTF8.self)
        #expect(
            await problem {
                _ = try Mapping(
                    json: Data(json.replacing("\"version\" : 1", with: "\"version\" : 9").utf8), file: "m.json")
            } == "import.mapping_newer")
    }

    @Test("DA-01 mappings are written and read back the same")
    func mappingJSON() throws {
        for mapping in ShippedMappings.all { #expect(try Mapping(json: mapping.json(), file: "m") == mapping) }
        var full = ShippedMappings.onlineRetail
        full.unknown = [.store: .stub]
        full.bindings[2].date = .dayFirst
        full.bindings[3].unit = .tenThousand
        #expect(try Mapping(json: full.json(), file: "m") == full)
    }

    @Test("DA-01 values that do not fit are quarantined with row, column and reason, and the others loaded")
    func values() async throws {
        let report = try await bench.load(
            Self.headings + """
                A1,2026-01-01,C1,1
                ,2026-01-01,C1,1
                A3,2026-01-01,C1,1.5元
                A4,2026-01-01,C1,abc
                A5,2026-01-01,C1,99999999999
                A6,2027-01-01,C1,1
                A7,1900-01-01,C1,1
                A8,03/04/2026,C1,1
                A9,2026-02-30,C1,1
                A1,2026-01-01,C1,2
                A1,2026-01-01,C1,1
                A12,,C1,
                A13,2026-04-13,C1,"(1,234.50)"
                A14,2026-01-01,C1,"12,5"

                """, into: .orderHeader)
        #expect(
            report.counts.read == 14 && report.counts.inserted == 3 && report.counts.unchanged == 1
                && report.counts.quarantined == 10)
        #expect(
            try await bench.rows("SELECT order_no, amount_fen FROM order_header ORDER BY order_id") == [
                "A1|100", "A3|150", "A13|-123450",
            ])
        let lines = try bench.quarantine(report)
        #expect(
            lines.dropFirst().map { $0.split(separator: ",").prefix(3).joined(separator: "|") } == [
                "3|order_no|missing_value", "5|amount|not_a_number", "6|amount|absurd_amount",
                "7|ordered_at|future_date", "8|ordered_at|ancient_date",
                "9|ordered_at|ambiguous_date", "10|ordered_at|not_a_date", "11|order_no|duplicate_key",
                "13|amount; ordered_at|missing_value; missing_value",
                "15|amount|not_a_number",
            ])
        #expect(
            lines.first
                == "yunchou_row,yunchou_column,yunchou_code,yunchou_原因,yunchou_reason,order_no,ordered_at,customer_no,amount"
        )
        #expect(
            lines[8].hasSuffix(
                "与文件中前面的行编号重复但内容不同（首次出现在第 2 行）,\"the same key as an earlier row, with other contents (first in row 2)\",A1,2026-01-01,C1,2"
            ))
    }

    @Test("DA-01 a quarantine file can be mended and imported again with the same mapping")
    func mended() async throws {
        let first = try await bench.load(
            Self.headings + "A1,2026-01-01,C1,1\nA2,2026-01-01,C1,abc\n", into: .orderHeader)
        let url = try #require(first.quarantine)
        let mended = try String(contentsOf: url, encoding: .utf8).replacing(",abc", with: ",7")
        try Data(mended.utf8).write(to: url)
        let second = try await bench.load(url, into: .orderHeader)
        #expect(second.counts.inserted == 1 && second.counts.quarantined == 0)
        #expect(
            try await bench.rows("SELECT order_no, amount_fen FROM order_header ORDER BY 1") == ["A1|100", "A2|700"])
    }

    @Test("DA-01 an order with one bad line waits as a whole, and comes in as a whole when it is mended")
    func wholeOrders() async throws {
        let headings = "order_no,ordered_at,product_code,quantity,unit_price\n"
        let first = try await bench.load(
            headings + "A1,2026-01-01,P1,1,1\nA1,2026-01-01,P2,many,1\nA2,2026-01-01,P1,1,1\n", into: .orderLine)
        #expect(first.counts.inserted == 1 && first.counts.quarantined == 2)
        #expect(first.reasons.map(\.reason) == [.orderIncomplete, .notANumber])
        let url = try #require(first.quarantine)
        try Data(try String(contentsOf: url, encoding: .utf8).replacing("many", with: "2").utf8).write(to: url)
        let second = try await bench.load(url, into: .orderLine)
        #expect(second.counts.inserted == 2)
        #expect(
            try await bench.rows("SELECT order_no, item_count, amount_fen FROM order_header ORDER BY 1") == [
                "A1|3|300", "A2|1|100",
            ])
    }

    @Test("DA-01 one order number with two customers is quarantined")
    func mixed() async throws {
        let report = try await bench.load(
            "order_no,ordered_at,customer_no,product_code,quantity,unit_price\nA1,2026-01-01,C1,P1,1,1\nA1,2026-01-01,C2,P2,1,1\n",
            into: .orderLine)
        #expect(report.counts.quarantined == 2 && report.counts.inserted == 0)
        #expect(report.reasons.map(\.reason) == [.orderMixed])
        #expect(try await bench.count("customer") == 0)
    }

    @Test("DA-01 unknown stores are quarantined or made up, as the mapping says")
    func unknownStores() async throws {
        let text = "order_no,ordered_at,store_code,amount\nA1,2026-01-01,S1,1\n"
        let strict = try await bench.load(text, into: .orderHeader)
        #expect(strict.reasons.map(\.reason) == [.unknownCode])
        let lenient = try await bench.load(text, into: .orderHeader) { $0.unknown[.store] = .stub }
        #expect(lenient.counts.inserted == 1 && lenient.stubs == [.store: 1])
        #expect(try await bench.rows("SELECT store_code FROM store JOIN order_header USING (store_id)") == ["S1"])
    }

    @Test("DA-01 negative prices and budgets over all bounds are quarantined")
    func amounts() async throws {
        let report = try await bench.load("日期,渠道,花费\n2026-01-01,百度搜索,-5\n2026-01-01,微博,5\n", into: .adSpend)
        #expect(report.reasons.map(\.reason) == [.negativeAmount])
        #expect(try await bench.rows("SELECT channel, cost_fen FROM ad_spend") == ["weibo|500"])
    }

    @Test("DA-01 ragged rows, blank lines, quoted line breaks and quotes that never close cost their own row only")
    func ragged() async throws {
        let text =
            Self.headings
            + "A1,2026-01-01,\"C\n1\",1\nA2,2026-01-01,C1\n\nA3,2026-01-01,C1,1,surplus\nA4,2026-01-01,C1,1,\nA5,2026-01-01,\"C5,1\nA6,2026-01-01,C6,1\n"
        let report = try await bench.load(text, into: .orderHeader)
        #expect(report.counts.read == 6 && report.counts.inserted == 3)
        #expect(try await bench.rows("SELECT order_no FROM order_header ORDER BY 1") == ["A1", "A4", "A6"])
        let lines = try bench.quarantine(report).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).prefix(3).joined(separator: "|")
        }
        #expect(lines == ["3||too_few_cells", "5||too_many_cells", "7||open_quote"])
    }

    @Test("DA-01 row numbers are right behind quoted line breaks with the engine's own reader too")
    func rowNumbers() async throws {
        let report = try await bench.load(
            Self.headings + "A1,2026-01-01,\"C\n\n1\",1\nA2,2026-01-01,C2,x\n", into: .orderHeader)
        #expect(report.reasons.map(\.examples) == [[3]])
    }

    @Test("DA-01 duplicate headings are refused only where the mapping would need one of them")
    func duplicateHeadings() async throws {
        let url = try bench.file("a.csv", "order_no,amount,amount,ordered_at\nA1,1,2,2026-01-01\n")
        let preview = try await bench.importer.inspect(url, into: .orderHeader)
        #expect(preview.warnings.contains { $0.en.contains("more than once: amount") })
        let mapping = Mapping(
            name: "m", target: .orderHeader,
            bindings: [Binding("order_no", column: "order_no"), Binding("amount", column: "amount")])
        #expect(
            await problem { _ = try await bench.importer.run(url, mapping: mapping) } == "import.duplicate_headings")
    }

    @Test("DA-01 dates in many forms are read, each only where it is certain")
    func dates() async throws {
        let forms = [
            "2026-03-05", "2026/3/5", "2026年3月5日", "20260305", "2026.03.05", "25/12/2025", "12/25/2025", "5 Mar 2026",
            "46086", "1772668800", "1772668800000",
            "2026-03-04T16:00:00Z", "2026-03-05T01:00:00+09:00", "2026-03-05 08:30", "2026年3月5日 8时30分",
        ]
        let text = Self.headings + forms.enumerated().map { "A\($0.offset),\($0.element),C1,1\n" }.joined()
        let report = try await bench.load(text, into: .orderHeader) { mapping in
            mapping.bindings = mapping.bindings.map {
                $0.field == "ordered_at" ? Binding("ordered_at", column: "ordered_at") : $0
            }
        }
        #expect(report.reasons == [])
        let days = try await bench.rows("SELECT ordered_on FROM order_header ORDER BY order_id")
        #expect(
            days == ["2026-03-05", "2026-03-05", "2026-03-05", "2026-03-05", "2026-03-05", "2025-12-25", "2025-12-25"]
                + Array(repeating: "2026-03-05", count: 8))
        #expect(
            try await bench.rows(
                "SELECT ordered_at FROM order_header WHERE order_no IN ('A11', 'A12', 'A13') ORDER BY order_no") == [
                    "2026-03-04T16:00:00", "2026-03-04T16:00:00", "2026-03-05T00:30:00",
                ])
    }

    @Test("DA-01 texts in GB18030, UTF-16 and UTF-8 with a mark read the same")
    func encodings() async throws {
        let text = "订单号,下单时间,会员号,金额\n甲1,2026-01-01,林晓㐀,1\n"
        let gb = try iconv(text, "GB18030")
        let wide = try iconv(text, "UTF-16LE")
        for (name, bytes) in [
            ("gb", gb), ("wide", [0xFF, 0xFE] + wide), ("mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
        ] {
            let fresh = try await ImportBench()
            let report = try await fresh.load(try fresh.file("\(name).csv", bytes), into: .orderHeader)
            #expect(report.counts.inserted == 1, "\(name)")
            #expect(
                try await fresh.rows("SELECT order_no, customer_no FROM order_header JOIN customer USING (customer_id)")
                    == ["甲1|林晓㐀"])
        }
        #expect(try await code("a.csv", gb.dropLast(3) + [0xFF, 0xFF, 0x0A]) == "import.encoding_unknown")
    }

    private func iconv(_ text: String, _ encoding: String) throws -> [UInt8] {
        let process = Process()
        let output = bench.folder.url.appendingPathComponent("out")
        let input = bench.folder.url.appendingPathComponent("in")
        try Data(text.utf8).write(to: input)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
        process.arguments = ["-f", "UTF-8", "-t", encoding, "-o", output.path, input.path]
        try process.run()
        process.waitUntilExit()
        return [UInt8](try Data(contentsOf: output))
    }

    @Test("DA-01 JSON lines and tab-separated text are read; a broken line is quarantined")
    func otherForms() async throws {
        let json =
            "{\"order_no\":\"A1\",\"ordered_at\":\"2026-01-01\",\"amount\":12.5}\n{broken\n{\"order_no\":\"A2\",\"amount\":3,\"ordered_at\":\"2026-01-01\"}\n"
        let report = try await bench.load(json, into: .orderHeader, named: "a.jsonl")
        #expect(report.counts.inserted == 2 && report.reasons.map(\.reason) == [.badJSON])
        #expect(try bench.quarantine(report).last?.contains("{broken") == true)
        try await bench.load("order_no\tordered_at\tamount\nA9\t2026-01-01\t5\n", into: .orderHeader, named: "a.tsv")
        #expect(
            try await bench.rows("SELECT order_no, amount_fen FROM order_header ORDER BY 1") == [
                "A1|1250", "A2|300", "A9|500",
            ])
    }

    @Test("DA-01 titles above the headings are passed over")
    func titles() async throws {
        let report = try await bench.load(
            "2026 年 1 月订单明细\n导出时间：2026-02-01\n\norder_no,ordered_at,customer_no,amount\nA1,2026-01-01,C1,x\n",
            into: .orderHeader)
        #expect(report.reasons.map(\.examples) == [[5]])
    }
}
