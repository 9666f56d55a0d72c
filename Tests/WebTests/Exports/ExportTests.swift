import Collecting
import Engine
import Foundation
import Kernel
import Records
import Store
import TestKit
import Testing
import Warehouse

@testable import Web

@Suite("NF-02 every list as CSV, XLSX and Parquet") struct ExportTests {
    static let lists = [
        "/board", "/board/metrics/revenue", "/board/metrics/revenue/behind", "/board/metrics/new_customers/behind",
        "/data/metrics", "/data/loads", "/diagnose/rfm", "/diagnose/rfm/customers", "/diagnose/rfm/history",
        "/diagnose/rfm/moves",
        "/diagnose/cohorts",
        "/settings/audit",
        "/settings/users", "/settings/jobs", "/settings/tokens", "/settings/duties",
    ]

    /// The rows of a file of any of the formats, as the engine and our own import read them.
    private func rows(_ answer: Answer, _ format: String, _ test: TestSite) async throws -> [[String]] {
        let folder = try TemporaryFolder()
        let file = URL(fileURLWithPath: folder.path).appendingPathComponent("list." + format)
        try Data(try await TwoDealers.bytes(answer)).write(to: file)
        if format == "parquet" {
            let table = try await test.app.warehouse.engine.query("SELECT * FROM read_parquet('\(file.path)')")
            return try table.rows.map { row in
                try table.columns.map { plain(try row.value($0.name)) }
            }
        }
        let preview = try await Importer(
            test.app.warehouse, clock: test.app.clock, folder: URL(fileURLWithPath: folder.path)
        ).inspect(file)
        let width = preview.headings.count - (format == "csv" && preview.headings.last?.contains("：") == true ? 1 : 0)
        return preview.rows.map { Array($0.prefix(width)).map(number) }
    }

    private func plain(_ value: EngineValue) -> String {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .int(let number): number.description
        case .double(let number): self.number(number.description)
        case .decimal(let digits): number(digits)
        case .text(let text): number(text)
        case .day(let day): day.description
        case .instant(let instant): number(String(instant.iso8601.replacing("T", with: " ").prefix(19)))
        default: "?"
        }
    }

    /// Formats write `1`, `1.0` and `1.00`, and keep formulas from running in their own ways; the value is the same.
    private func number(_ text: String) -> String {
        let bare = text.hasPrefix("'") ? String(text.dropFirst()) : text
        if bare.lowercased() == "true" || bare.lowercased() == "false" { return bare.lowercased() }
        guard let number = Double(bare), !bare.hasPrefix("0") || bare == "0" || bare.contains(".") else { return bare }
        return Figure.decimal(number, 6)
    }

    @Test("NF-02 each list reads back the same from all three formats", .timeLimit(.minutes(10)), arguments: lists)
    func same(_ path: String) async throws {
        let company = try await TwoDealers()
        let browser = try await company.test.browser(as: .administrator)
        #expect(try await browser.get(path).text().contains("/export/xlsx"), "\(path) offers no export")
        var found: [[[String]]] = []
        for format in ["csv", "xlsx", "parquet"] {
            // The log of exports would grow between the formats.
            let fields = path == "/settings/audit" ? "?subject=account:1" : ""
            let answer = await browser.get("\(path)/export/\(format)\(fields)")
            #expect(answer.status == 200, "\(path) \(format)")
            #expect(answer.headers["content-disposition"]?.contains(".\(format)") == true)
            found.append(try await rows(answer, format, company.test).map { $0.map(number) })
        }
        #expect(found[0] == found[1].map { $0 }, "\(path): csv and xlsx differ")
        #expect(Array(found[2].prefix(found[0].count)) == found[0], "\(path): csv and parquet differ")
        let isFilled = !["/settings/tokens", "/settings/jobs"].contains(path)
        #expect(!isFilled || !found[0].isEmpty, "\(path) is empty")
    }

    @Test(
        "NF-02 orders come in the company's zone and whole currency units, no cell runs, and the file says how it was made"
    )
    func content() async throws {
        let company = try await TwoDealers()
        let browser = try await company.test.browser(as: .analyst)
        let answer = await browser.get("/board/metrics/revenue/behind/export/csv?region=east")
        let text = String(decoding: try await TwoDealers.bytes(answer), as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}订单号,下单日期,下单时间"))
        #expect(text.contains("'+NO-A2,2026-03-05,2026-03-05 01:30:00,CUST-A1,经销商,华东,已支付,2,1234.11,"))
        #expect(text.contains("时区：Asia/Shanghai") && text.contains("大区：华东") && text.contains("统计区间：2026-03-01"))
        let entries = try await company.test.app.store.read {
            try company.test.app.store.audit.entries($0, subject: "order")
        }
        #expect(entries.first?.action == "data.export" && entries.first?.detail.contains("大区：华东") == true)
    }

    @Test("WF-07 who may look but not take away has no drop-down and is refused")
    func rights() async throws {
        let company = try await TwoDealers()
        let sales = try await company.test.browser(as: .sales)
        #expect(try await !sales.get("/board").text().contains("/export/"))
        #expect(await sales.get("/board/export/csv").status == 403)
        #expect(await sales.get("/diagnose/rfm/customers/export/parquet").status == 403)
        let executive = try await company.test.browser(as: .executive)
        #expect(await executive.get("/board/metrics/new_customers/behind/export/csv").status == 403)
        let other = await executive.get("/board/export/csv", headers: ["sec-fetch-site": "cross-site"])
        #expect(other.status == 403)
        #expect(await executive.get("/board/export/pdf").status == 404)
    }

    @Test(
        "NF-02 a long list becomes a job; its owner alone fetches the file, until it expires", .timeLimit(.minutes(10)))
    func background() async throws {
        let company = try await TwoDealers(exportLimit: 2)
        let (test, app) = (company.test, company.test.app)
        let owner = try await test.browser(as: .analyst)
        let path = "/board/metrics/revenue/behind/export/parquet?grain=year"
        #expect(await owner.get(path).headers["location"] == "/me/exports")
        #expect(await owner.get(path).headers["location"] == "/me/exports")
        let jobs = try await app.jobs.latest(10, kind: ExportJob.id)
        let job = try #require(jobs.first)
        #expect(jobs.count == 1)
        #expect(await owner.get("/me/exports/\(job.id)/file").status == 404)
        let runner = JobRunner(
            app.jobs, kinds: ExportJob.kinds(app.warehouse.engine, app.store, files: app.files), files: app.files.path
        ) { _, _ in }
        let changes = app.jobs.changes()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await runner.run() }
            for await change in changes where change.id == job.id && change.state.isFinal { break }
            group.cancelAll()
        }
        #expect(try await app.jobs.find(job.id).failure == nil)
        #expect(try await owner.get("/me/exports").text().contains("/me/exports/\(job.id)/file"))
        let answer = await owner.get("/me/exports/\(job.id)/file")
        #expect(try await rows(answer, "parquet", test).count == 5)
        let stranger = try await test.browser(as: .administrator)
        #expect(await stranger.get("/me/exports/\(job.id)/file").status == 404)
        #expect(try await !stranger.get("/me/exports").text().contains("净销售额"))
        let later = Instant(seconds: Int64(Date().timeIntervalSince1970) + 8 * 86_400)
        #expect(try ExportShelf(files: app.files).sweep(now: later) == 1)
        #expect(await owner.get("/me/exports/\(job.id)/file").status == 404)
        #expect(try await owner.get("/me/exports").text().contains("已过期删除"))
    }

    @Test("NF-02 an export that is cancelled while it waits leaves no file")
    func cancelled() async throws {
        let company = try await TwoDealers(exportLimit: 1)
        let owner = try await company.test.browser(as: .analyst)
        _ = await owner.get("/diagnose/rfm/customers/export/csv")
        let job = try #require(try await company.test.app.jobs.latest(1, kind: ExportJob.id).first)
        let stranger = try await company.test.browser(as: .marketing)
        #expect(try await stranger.post("/me/exports/\(job.id)/cancel", from: "/me").status == 404)
        #expect(try await owner.post("/me/exports/\(job.id)/cancel", from: "/me").status == 303)
        #expect(try await company.test.app.jobs.find(job.id).state == .cancelled)
    }
}
