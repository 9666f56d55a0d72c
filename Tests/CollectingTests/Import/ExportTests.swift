import Engine
import Foundation
import Kernel
import TestKit
import Testing
import Warehouse

@testable import Collecting

@Suite struct ExportTests {
    let bench: ImportBench

    init() async throws {
        bench = try await ImportBench()
        try await bench.load(
            """
            商品编码,商品名称,品类,标价,上市日期
            P1,"保湿面霜, 50g",护肤,199,2024-03-01
            P2,"带""引号""的",彩妆,0.5,2023-12-31
            P3,"两行
            名称",,12.34,
            00123456789012345678,=SUM(A1),彩妆,,2024-02-29

            """, into: .product)
    }

    static let question =
        "SELECT product_code, name, category, CAST(list_price_fen AS DOUBLE) / 100 AS list_price, launched_on FROM product ORDER BY product_id"

    @Test("NF-02 what is exported comes back the same", arguments: ExportFormat.allCases, [false, true])
    func roundTrip(format: ExportFormat, marked: Bool) async throws {
        let url = bench.folder.url.appendingPathComponent("out.\(format.rawValue)")
        let rows = try await Exporter(bench.warehouse.engine).write(Self.question, to: url, as: format, marked: marked)
        #expect(rows == 4)
        let other = try await ImportBench()
        let report = try await other.load(url, into: .product)
        #expect(report.reasons == [])
        #expect(report.counts.inserted == 4)
        #expect(try await other.rows(Self.question) == bench.rows(Self.question))
        let again = try await bench.load(url, into: .product)
        #expect(again.counts.unchanged == 4)
    }

    @Test("NF-02 bound values reach an export in each form", arguments: ExportFormat.allCases)
    func parameters(format: ExportFormat) async throws {
        let url = bench.folder.url.appendingPathComponent("out.\(format.rawValue)")
        let rows = try await Exporter(bench.warehouse.engine).write(
            "SELECT * FROM product WHERE category = ?", [.text("彩妆")], to: url, as: format)
        #expect(rows == 2)
    }

    @Test("NF-02 rows beyond a sheet go on to the next")
    func sheets() throws {
        let url = bench.folder.url.appendingPathComponent("long.xlsx")
        let writer = try WorkbookWriter(url, headings: ["n"], rowsPerSheet: 4)
        for number in 0..<7 { try writer.append([.int(Int64(number))]) }
        #expect(try writer.finish() == 7)
        let book = try Workbook(url)
        #expect(book.sheets.map(\.name) == ["Sheet1", "Sheet2", "Sheet3"])
        #expect(try SheetReader(workbook: book, sheet: book.sheets[2]).firstRows(9).map(\.cells) == [["n"], ["6"]])
    }

    @Test("NF-02 an export that fails leaves no file")
    func failing() async throws {
        let url = bench.folder.url.appendingPathComponent("out.csv")
        let code = await problem {
            try await Exporter(bench.warehouse.engine).write("SELECT error('x') FROM product", to: url, as: .csv)
        }
        #expect(code == "engine.failed")
        #expect(!FileManager.default.fileExists(atPath: url.path))
    }
}
