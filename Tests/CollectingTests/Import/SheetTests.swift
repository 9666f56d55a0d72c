import Foundation
import Kernel
import TestKit
import Testing

@testable import Collecting

/// Workbooks packed by hand, so that they can be as odd as those that people send.
@Suite struct SheetTests {
    let bench: ImportBench

    init() async throws { bench = try await ImportBench() }

    /// Packs parts into an XLSX with the system's zip.
    private func workbook(_ parts: [String: String]) throws -> URL {
        let folder = bench.folder.url.appendingPathComponent(UUID().uuidString)
        var all = [
            "xl/workbook.xml":
                #"<workbook xmlns:r="r"><sheets><sheet name="订单" sheetId="1" r:id="r1"/></sheets></workbook>"#,
            "xl/_rels/workbook.xml.rels":
                #"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ]
        all.merge(parts) { $1 }
        for (path, text) in all {
            let url = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        return try PackedFolder.zip(folder, to: bench.folder.url.appendingPathComponent("\(UUID().uuidString).xlsx"))
    }

    private static let styles = """
        <styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="&quot;day &quot;0.00"/></numFmts>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>
        """

    @Test("DA-01 a sheet's shared, inline and computed texts, dates by style and floats come out as people see them")
    func cells() async throws {
        let url = try workbook([
            "xl/sharedStrings.xml":
                "<sst><si><t>订单号</t></si><si><r><t>下单</t></r><r><t>时间</t></r><rPh><t>xx</t></rPh></si><si><t>金额</t></si></sst>",
            "xl/styles.xml": Self.styles,
            "xl/worksheets/sheet1.xml": """
            <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>\
            <row r="2"><c r="A2" t="inlineStr"><is><t>A1</t></is></c><c r="B2" s="1"><v>46086.5</v></c><c r="C2" s="3"><v>19.899999999999999</v></c></row>\
            <row r="4"><c r="A4" t="str"><f>1+1</f><v>A2</v></c><c r="B4" s="2"><v>46087</v></c><c r="C4"><v>1E2</v></c></row>\
            <row r="5"><c r="A5"><v>123456789012345</v></c><c r="C5" t="e"><v>#N/A</v></c></row></sheetData></worksheet>
            """,
        ])
        let book = try Workbook(url)
        let rows = try SheetReader(workbook: book, sheet: book.sheet(named: nil)).firstRows(9)
        #expect(rows.map(\.row) == [1, 2, 4, 5])
        #expect(
            rows.map(\.cells) == [
                ["订单号", "下单时间", "金额"], ["A1", "2026-03-05 12:00:00", "19.9"], ["A2", "2026-03-06", "100"],
                ["123456789012345", "", "#N/A"],
            ])
        let report = try await bench.load(url, into: .orderHeader)
        #expect(report.counts.inserted == 2 && report.counts.quarantined == 1)
        #expect(report.reasons.map(\.examples) == [[5], [5]])
    }

    @Test("DA-01 a value merged over several rows belongs to each of them")
    func merged() async throws {
        let url = try workbook([
            "xl/worksheets/sheet1.xml": """
            <worksheet><sheetData><row r="1"><c r="A1" t="str"><v>一月销售</v></c></row>\
            <row r="2"><c t="str"><v>订单号</v></c><c t="str"><v>日期</v></c><c t="str"><v>货号</v></c><c t="str"><v>数量</v></c><c t="str"><v>单价</v></c></row>\
            <row r="3"><c r="A3" t="str"><v>A1</v></c><c r="B3" t="str"><v>2026-01-05</v></c><c r="C3" t="str"><v>P1</v></c><c r="D3"><v>1</v></c><c r="E3"><v>10</v></c></row>\
            <row r="4"><c r="C4" t="str"><v>P2</v></c><c r="D4"><v>2</v></c><c r="E4"><v>20</v></c></row></sheetData>\
            <mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/></mergeCells></worksheet>
            """
        ])
        let report = try await bench.load(url, into: .orderLine)
        #expect(report.counts.inserted == 2)
        #expect(report.notices.contains { $0.zh.contains("3 处合并单元格") })
        #expect(try await bench.rows("SELECT order_no, item_count, amount_fen FROM order_header") == ["A1|3|5000"])
    }

    @Test("DA-01 a workbook that unpacks to far more than it may is refused while it is read")
    func bomb() throws {
        let row = String(repeating: "<c t=\"str\"><v>" + String(repeating: "0", count: 1000) + "</v></c>", count: 100)
        let sheet =
            "<worksheet><sheetData>" + String(repeating: "<row>\(row)</row>", count: 60) + "</sheetData></worksheet>"
        let url = try workbook(["xl/worksheets/sheet1.xml": sheet])
        let problem = #expect(throws: ImportProblem.self) {
            let book = try Workbook(url, limitMiB: 4)
            try SheetReader(workbook: book, sheet: book.sheet(named: nil)).forEachRow { _, _ in }
        }
        #expect(problem == .archiveTooLarge(url.lastPathComponent, limitMiB: 4))
    }

    @Test("DA-01 documents that would grow by entities are refused")
    func entities() throws {
        let url = try workbook([
            "xl/worksheets/sheet1.xml":
                "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>"
        ])
        #expect(throws: ImportProblem.self) {
            let book = try Workbook(url)
            try SheetReader(workbook: book, sheet: book.sheet(named: nil)).forEachRow { _, _ in }
        }
    }

    @Test("DA-01 a sheet that is not there is named beside those that are")
    func missingSheet() throws {
        let book = try Workbook(try workbook(["xl/worksheets/sheet1.xml": "<worksheet/>"]))
        let problem = #expect(throws: ImportProblem.self) { try book.sheet(named: "销售") }
        #expect(problem?.text.zh.contains("现有：订单") == true)
    }

    private static let three = [
        "xl/workbook.xml": """
        <workbook xmlns:r="r"><sheets><sheet name="说明" sheetId="1" r:id="r1"/><sheet name="一月" sheetId="2" r:id="r2"/>\
        <sheet name="3" sheetId="3" r:id="r3"/></sheets></workbook>
        """,
        "xl/_rels/workbook.xml.rels": """
        <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/>\
        <Relationship Id="r3" Target="worksheets/sheet3.xml"/></Relationships>
        """,
        "xl/worksheets/sheet1.xml":
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"/></row></sheetData></worksheet>",
        "xl/worksheets/sheet2.xml": sheet("C1"), "xl/worksheets/sheet3.xml": sheet("C3"),
    ]
    private static func sheet(_ number: String) -> String {
        let cell = { (text: String) in "<c t=\"str\"><v>\(text)</v></c>" }
        return "<worksheet><sheetData><row>\(cell("客户编号"))</row><row>\(cell(number))</row></sheetData></worksheet>"
    }

    @Test(
        "DA-01 of several sheets the first that holds anything is read, or the one named or numbered; each is a load of its own"
    )
    func sheets() async throws {
        let url = try workbook(Self.three)
        let list = try bench.importer.sheets(of: url)
        #expect(list.entries.map(\.name) == ["说明", "一月", "3"] && list.entries.map(\.isEmpty) == [true, false, false])
        #expect(try list.chosen(nil, in: "x").name == "一月" && list.chosen("2", in: "x").name == "一月")
        #expect(try list.chosen("3", in: "x").name == "3")
        let problem = #expect(throws: ImportProblem.self) { try list.chosen("4", in: "x") }
        #expect(problem?.text.zh.contains("说明、一月、3") == true)
        #expect(try bench.importer.sheets(of: try bench.file("a.csv", "a\n1\n")).count == 0)

        #expect(try await bench.load(url, into: .customer).counts.inserted == 1)
        var other = bench.importer
        other.sheet = "3"
        let mapping = try #require(try await other.inspect(url, into: .customer).mapping)
        let report = try await other.run(url, mapping: mapping)
        #expect(!report.wasLoadedBefore && report.counts.inserted == 1)
        #expect(try await bench.rows("SELECT customer_no FROM customer ORDER BY 1") == ["C1", "C3"])
    }

    @Test(
        "DA-01 formats that show dates are told from those that only look like it",
        arguments: [
            ("yyyy-mm-dd", true), ("[$-804]yyyy\"年\"m\"月\";@", true), ("[h]:mm", true), ("General", false),
            ("0.00_);[Red](0.00)", false), ("\"day\" 0", false), ("#,##0\\d", false),
        ])
    func formats(code: String, isDate: Bool) {
        #expect(SheetStyles.isDate(id: 170, code: code) == isDate)
    }

    @Test(
        "DA-01 serial numbers become the days that Excel shows",
        arguments: [
            (1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (36_526, "2000-01-01"),
            (45_000.75, "2023-03-15 18:00:00"), (0.25, "06:00:00"),
        ])
    func serials(serial: Double, text: String) {
        #expect(SheetCell.date(serial, from1904: false) == text)
    }
}

/// Packs a folder with Python's zip module, which Debian's Python brings along.
enum PackedFolder {
    static func zip(_ folder: URL, to url: URL) throws -> URL {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import shutil,sys; shutil.move(shutil.make_archive(sys.argv[2], 'zip', sys.argv[1]), sys.argv[2])",
            folder.path, url.path,
        ]
        try process.run()
        process.waitUntilExit()
        return url
    }
}
