import Collecting
import Engine
import Foundation
import Kernel
import Records
import Store
import Testing
import Warehouse

@testable import Web

@Suite("What became of an import, and tables as files")
struct ImportResultTests {
    private static let customers = "客户编号,姓名,性别\nC1,林静,女\nC2,周宁,男\nC3,吴越,章鱼\n"

    /// Sends a file in for an account and has it imported as the program's own job does.
    private func imported(_ test: TestSite, by account: Account, isTrial: Bool = false) async throws -> Job {
        let shelf = UploadShelf(files: test.app.files, clock: test.app.clock)
        let writer = try shelf.begin("客户.csv", from: account.id)
        try await writer.take(Array(Self.customers.utf8)[...])
        let upload = try await writer.finish()
        let importer = Importer(test.app.warehouse, clock: test.app.clock, folder: test.app.files)
        let bindings = [("customer_no", "客户编号"), ("name", "姓名"), ("gender", "性别")].map { Binding($0, column: $1) }
        let order = ImportOrder(
            upload, mapping: Mapping(name: "test", target: .customer, bindings: bindings), isTrial: isTrial)
        let kind = JobKind(ImportOrder.job, name: Text(verbatim: "import")) { (order: ImportOrder, run: JobRun) in
            let report = try await importer.run(
                shelf.file(of: upload), named: order.name, mapping: order.mapping, isTrial: order.isTrial)
            if let place = report.quarantine { try shelf.keep(quarantine: place, ofJob: run.job.id) }
            return ImportOutcome(report)
        }
        let job = try await test.app.jobs.enqueue(ImportOrder.job, order, by: account.author)
        let changes = test.app.jobs.changes()
        let runner = JobRunner(test.app.jobs, kinds: [kind], files: test.app.files.path) { _, error in
            Issue.record(error)
        }
        let running = Task { try await runner.run() }
        defer { running.cancel() }
        for await change in changes where change.id == job.id && change.state.isFinal { return change }
        throw CancellationError()
    }

    @Test(
        "DA-01 the result counts every row, says why some did not fit, and gives them back to be mended",
        .timeLimit(.minutes(1)))
    func result() async throws {
        let test = try await TestSite()
        let account = try await test.account("analyst one", [.analyst])
        let job = try await imported(test, by: account)
        #expect(job.state == .done, "\(job.failure?.text.en ?? "")")
        let browser = try await test.browser(of: account)
        let path = "/data/import/results/\(job.id)"
        let text = try await browser.get(path).text()
        for part in ["取值不在约定范围内", "列“性别”", path + "/quarantine", "有 1 行不合要求"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(try await browser.get("/settings/jobs/\(job.id)").text().contains("href=\"\(path)\""))
        let file = await browser.get(path + "/quarantine")
        #expect(file.headers["content-disposition"]?.hasPrefix("attachment") == true)
        #expect(try await file.text().contains("C3,吴越,章鱼"))
        #expect(try await browser.get("/data/loads").text().contains("客户.csv"))
    }

    @Test("WF-07 a result and its quarantined rows are for the sender and administrators", .timeLimit(.minutes(1)))
    func ownResultsOnly() async throws {
        let test = try await TestSite()
        let job = try await imported(test, by: try await test.account("analyst one", [.analyst]))
        let path = "/data/import/results/\(job.id)"
        let other = try await test.browser(as: .marketing)
        #expect(await other.get(path).status == 404)
        #expect(await other.get(path + "/quarantine").status == 404)
        #expect(try await !other.get("/settings/jobs/\(job.id)").text().contains(path))
        #expect(await (try test.browser(as: .executive)).get(path + "/quarantine").status == 403)
        let administrator = try await test.browser(as: .administrator)
        #expect(await administrator.get(path + "/quarantine").status == 200)
    }

    @Test("DA-01 a trial run writes nothing and can be confirmed", .timeLimit(.minutes(1)))
    func trial() async throws {
        let test = try await TestSite()
        let account = try await test.account("analyst one", [.analyst])
        let job = try await imported(test, by: account, isTrial: true)
        let browser = try await test.browser(of: account)
        let path = "/data/import/results/\(job.id)"
        #expect(try await browser.get(path).text().contains("没有写入任何数据"))
        let rows = try await test.app.warehouse.engine.query("SELECT count(*) AS n FROM customer").single().int("n")
        #expect(rows == 0)
        #expect(try await browser.post(path + "/confirm", from: path).status == 303)
        let next = try #require(try await test.app.jobs.latest(1).first)
        #expect(try next.payload(as: ImportOrder.self).isTrial == false)
    }

    @Test(
        "DA-01 tables are exported whole to those who may, without contact details for those who may not see them",
        .timeLimit(.minutes(1)))
    func export() async throws {
        let test = try await TestSite()
        let owner = try await test.account("owner one", [.dataOwner])
        _ = try await imported(test, by: owner)
        let full = await (try test.browser(of: owner)).get("/data/tables/customer/csv")
        #expect(try await full.text().contains("林静"))
        let analyst = try await test.browser(as: .analyst)
        #expect(try await analyst.get("/data/tables").text().contains("/data/tables/customer/xlsx"))
        let part = try await analyst.get("/data/tables/customer/csv").text()
        #expect(part.contains("C1") && !part.contains("林静"))
        #expect(await analyst.get("/data/tables/identity/csv").status == 404)
        #expect(await analyst.get("/data/tables/account/csv").status == 404)
        for format in ["xlsx", "parquet"] {
            let answer = await analyst.get("/data/tables/customer/\(format)")
            #expect(answer.status == 200, "\(format)")
        }
        #expect(await (try test.browser(as: .regionManager)).get("/data/tables").status == 403)
        let left = try FileManager.default.contentsOfDirectory(
            atPath: test.app.files.appendingPathComponent("exports").path)
        #expect(left.isEmpty)
        #expect(try await test.browser(as: .administrator).get("/settings/audit").text().contains("导出数据"))
    }
}
