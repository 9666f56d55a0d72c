import Collecting
import Foundation
import Kernel
import Records
import Store
import Testing

@testable import Web

@Suite("Files are sent in, looked at and mapped on pages")
struct ImportPagesTests {
    private static let customers = "客户编号,姓名,手机号,备注\nC1,林静,13812345678,<b>x</b>\nC2,周宁,13812345679,y\n"

    private func send(
        _ text: String, named name: String = "客户.csv", into target: String = "customer", by browser: TestBrowser
    ) async throws -> Answer {
        let query = FieldValues([("name", name), ("target", target)]).encoded
        return await browser.ask(
            .post, "/data/import/uploads?" + query,
            headers: [
                "accept": "application/json", "host": "yunchou.test", "origin": "http://yunchou.test",
                "x-form-token": try await browser.formToken(from: "/me"),
            ], body: text)
    }

    /// The page that the answer to an upload names.
    private func next(_ answer: Answer) async throws -> String {
        let text = try await answer.text()
        try #require(answer.status == 200, "\(text)")
        return try #require(JSONDecoder().decode([String: String].self, from: Data(text.utf8))["next"])
    }

    private func names(in test: TestSite) throws -> [String] {
        let folder = test.app.files.appendingPathComponent("uploads").path
        return FileManager.default.fileExists(atPath: folder)
            ? try FileManager.default.contentsOfDirectory(atPath: folder) : []
    }

    @Test("DA-01 a file is previewed with its guessed mapping, and the import becomes a job with that mapping")
    func previewAndImport() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .analyst)
        let page = try await next(try await send(Self.customers, by: browser))
        let preview = await browser.get(page)
        let text = try await preview.text()
        #expect(preview.status == 200)
        for part in ["CSV", "UTF-8", "林静", "已识别", "试运行", "&lt;b&gt;x&lt;/b&gt;"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("<b>x</b>"))

        let start = String(page.prefix { $0 != "?" }) + "/start"
        let fields = [("target", "customer"), ("field.customer_no", "0"), ("field.name", "1"), ("field.phone", "2")]
        let answer = try await browser.post(start, fields, from: page)
        #expect(answer.status == 303)
        let job = try #require(try await test.app.jobs.latest(1, kind: ImportOrder.job).first)
        #expect(answer.headers["location"] == "/settings/jobs/\(job.id)")
        let order = try job.payload(as: ImportOrder.self)
        #expect(order.name == "客户.csv" && !order.isTrial)
        #expect(order.mapping.bindings.map(\.field).sorted() == ["customer_no", "name", "phone"])
        #expect(order.mapping.binding(of: "phone")?.column == "手机号")
    }

    @Test("DA-01 an edited mapping is what the job gets; a required field left empty is refused at its place")
    func editedMapping() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .marketing)
        let page = try await next(try await send(Self.customers, by: browser))
        let start = String(page.prefix { $0 != "?" }) + "/start"
        let edited = [
            ("target", "customer"), ("field.customer_no", "2"), ("field.city", "3"), ("existing", "keep"),
            ("trial", "yes"),
        ]
        #expect(try await browser.post(start, edited, from: page).status == 303)
        let order = try #require(try await test.app.jobs.latest(1).first).payload(as: ImportOrder.self)
        #expect(order.isTrial && order.mapping.existing == .keep)
        #expect(order.mapping.binding(of: "customer_no")?.column == "手机号")
        #expect(order.mapping.binding(of: "city")?.column == "备注")
        #expect(order.mapping.binding(of: "name") == nil)

        let refused = try await browser.post(start, [("target", "order_header"), ("field.order_no", "0")], from: page)
        #expect(refused.status == 422)
        #expect(try await refused.text().contains("请为必填字段"))
        #expect(try await test.app.jobs.latest(9).count == 1)
    }

    @Test("DA-01 the shipped mapping is taken when its columns are all there")
    func shippedMapping() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .analyst)
        let file =
            "InvoiceNo,CustomerID,ts,country,qty,amount,extra,other\n536365,17850,2010-12-01 08:26:00,UK,40,139.12,,\n"
        let page = try await next(try await send(file, into: "order_header", by: browser))
        #expect(try await browser.get(page).text().contains("online_retail"))
        let fields = [
            ("target", "order_header"), ("field.order_no", "0"), ("field.status", "0"), ("field.customer_no", "1"),
            ("field.ordered_at", "2"), ("field.country", "3"), ("field.item_count", "4"), ("field.amount", "5"),
        ]
        #expect(try await browser.post(String(page.prefix { $0 != "?" }) + "/start", fields, from: page).status == 303)
        let order = try #require(try await test.app.jobs.latest(1).first).payload(as: ImportOrder.self)
        #expect(order.mapping.binding(of: "status")?.words == ["C*": "returned", "*": "paid"])
        #expect(order.mapping.currency == "GBP")
    }

    @Test("WF-07 an upload is seen by its sender and by administrators, and by nobody else")
    func ownUploadsOnly() async throws {
        let test = try await TestSite()
        let sender = try await test.browser(as: .analyst)
        let page = try await next(try await send(Self.customers, by: sender))
        let other = try await test.browser(as: .marketing)
        #expect(await other.get(page).status == 404)
        let start = String(page.prefix { $0 != "?" }) + "/start"
        #expect(try await other.post(start, [("target", "customer")], from: "/me").status == 404)
        #expect(await (try test.browser(as: .administrator)).get(page).status == 200)
        let executive = try await test.browser(as: .executive)
        #expect(try await send(Self.customers, by: executive).status == 403)
        #expect(await executive.get(page).status == 403)
    }

    @Test("WF-07 a hostile file name is only ever shown, escaped, and never becomes a path")
    func hostileName() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .analyst)
        let page = try await next(
            try await send(Self.customers, named: "../../etc/<img src=x onerror=1>\u{202E}\u{0}.csv", by: browser))
        let text = try await browser.get(page).text()
        #expect(text.contains("&lt;img src=x onerror=1&gt;.csv"))
        #expect(!text.contains("<img src=x") && !text.contains("\u{202E}"))
        let kept = try names(in: test)
        #expect(kept.count == 3)
        for name in kept { #expect(UUID(uuidString: String(name.prefix(36))) != nil, "\(name)") }
        for wrong in ["..%2F..%2Fyunchou.db", "x", String(kept[0].prefix(36)).uppercased()] {
            #expect(await browser.get("/data/import/uploads/" + wrong).status == 404)
        }
    }

    @Test("DA-01 a file over the limit and an empty one are refused in words, and nothing of them stays")
    func overLimit() async throws {
        let test = try await TestSite()
        var app = test.app
        app.uploadLimit = 40
        let browser = TestBrowser(site: Site(app: app, routes: AllRoutes.make(app)), peer: "192.0.2.7")
        browser.cookies = try await test.browser(as: .analyst).cookies
        let answer = try await send(Self.customers, by: browser)
        #expect(answer.status == 413)
        #expect(try await answer.text().contains("web.body_too_large"))
        let empty = try await send("", by: browser)
        #expect(empty.status == 422)
        #expect(try await empty.text().contains("upload.empty"))
        #expect(try names(in: test).isEmpty)
    }

    @Test("WF-07 an upload without the form token is refused")
    func formToken() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .analyst)
        let answer = await browser.ask(
            .post, "/data/import/uploads?name=a.csv", headers: ["accept": "application/json"], body: Self.customers)
        #expect(answer.status == 403)
        #expect(try names(in: test).isEmpty)
    }
}
