import Foundation
import Kernel
import Records
import TestKit
import Testing

@testable import Web

@Suite("Frame of the pages")
struct ShellTests {
    @Test(
        "KP-11 the language follows the browser until somebody chooses, and the choice is remembered by browser and account"
    )
    func language() async throws {
        let test = try await TestSite()
        let account = try await test.account("lin jing", [.marketing])
        #expect(
            try await test.browser().get("/sign-in", headers: ["accept-language": "en-GB,en"]).text().contains(
                "<html lang=\"en\""))
        #expect(try await test.browser().get("/sign-in", headers: [:]).text().contains("<html lang=\"zh-CN\""))
        let browser = try await test.browser(of: account)
        let answer = try await browser.post("/preferences", [("language", "en"), ("next", "/me?a=1")], from: "/me")
        #expect(answer.headers["location"] == "/me?a=1")
        #expect(try await browser.get("/me").text().contains("Change the password"))
        #expect(try await test.app.accounts.find(account.id)?.language == .en)
        #expect(try await test.browser(of: account).get("/me").text().contains("Change the password"))
    }

    @Test("KP-11 light and dark are remembered, and unknown values change nothing")
    func theme() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .finance)
        _ = try await browser.post("/preferences", [("theme", "dark")], from: "/me")
        #expect(try await browser.get("/me").text().contains("data-bs-theme=\"dark\""))
        _ = try await browser.post("/preferences", [("theme", "\"><script>")], from: "/me")
        #expect(try await browser.get("/me").text().contains("data-bs-theme=\"dark\""))
    }

    @Test(
        "problems are pages for people, fragments for htmx and JSON for programs",
        arguments: [
            ("/nowhere", 404), ("/settings/jobs/999", 404), ("/settings/users/no-number", 404),
            ("/settings/users", 403),
        ])
    func problems(_ path: String, _ status: Int) async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: path == "/settings/users" ? .marketing : .administrator)
        let page = await browser.get(path)
        #expect(page.status == status)
        #expect(try await page.text().contains("<!doctype html>"))
        let part = await browser.get(path, headers: ["hx-request": "true"])
        #expect(part.status == status)
        #expect(try await part.text().hasPrefix("<div class=\"notice notice-danger\""))
        let json = await browser.get(path, headers: ["accept": "application/json"])
        #expect(json.headers["content-type"] == "application/json")
        let object = try JSONDecoder().decode([String: String].self, from: Data(try await json.text().utf8))
        #expect(
            object["code"]?.isEmpty == false && object["message"]?.isEmpty == false
                && object["id"] == json.headers["x-request-id"])
    }

    @Test("an address that exists for another method says which it takes")
    func wrongMethod() async throws {
        let answer = await (try TestSite()).browser().ask(.delete, "/sign-in", headers: [:])
        #expect(answer.status == 405)
        #expect(answer.headers["allow"] == "GET, POST")
    }

    @Test("a message is shown once")
    func flash() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .administrator)
        _ = try await browser.post("/settings/audit/verify", from: "/me")
        #expect(try await browser.get("/settings/audit").text().contains("链条完整"))
        #expect(try await !browser.get("/settings/audit").text().contains("链条完整"))
    }

    @Test("operators read health and metrics; the addresses people asked for are no series of their own")
    func operators() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .administrator)
        _ = await browser.get("/settings/users/1")
        _ = await browser.get("/settings/users/12345")
        _ = await browser.get("/no/such/page")
        #expect(try await browser.get("/healthz").text() == "{\"status\":\"ok\",\"version\":\"test\"}")
        let text = try await browser.get("/metrics").text()
        #expect(
            text.contains("yunchou_requests_total{method=\"GET\",route=\"/settings/users/:account\",status=\"200\"} 1"))
        #expect(text.contains("route=\"/settings/users/:account\",status=\"404\"} 1"))
        #expect(text.contains("yunchou_request_seconds_bucket{route=\"/settings/users/:account\",le=\"+Inf\"} 2"))
        #expect(text.contains("yunchou_jobs{state=\"queued\"} 0"))
        #expect(!text.contains("12345") && !text.contains("no/such"))
    }

    @Test("HEAD answers as GET does, without a body")
    func head() async throws {
        let answer = await (try TestSite()).browser().ask(.head, "/healthz", headers: [:])
        #expect(answer.status == 200)
        #expect(try await answer.text() == "")
    }

    @Test("assets are kept for ever under their hash, packed when the browser can unpack, and not sent twice")
    func assets() async throws {
        let folder = try TemporaryFolder()
        for name in ["css", "lib"] {
            try FileManager.default.createDirectory(atPath: folder.file(name), withIntermediateDirectories: true)
        }
        try Data("a{}".utf8).write(to: URL(fileURLWithPath: folder.file("css/1.css")))
        try Data("b{}".utf8).write(to: URL(fileURLWithPath: folder.file("css/2.css")))
        try Data("let x = 1".utf8).write(to: URL(fileURLWithPath: folder.file("lib/x.js")))
        try Data("packed".utf8).write(to: URL(fileURLWithPath: folder.file("lib/x.js.gz")))
        let assets = try Assets(own: folder.url, thirdParty: nil)
        let browser = try await TestSite(assets: assets).browser()
        let style = await browser.get(assets.address("app.css"), headers: [:])
        #expect(try await style.text() == "a{}b{}")
        #expect(style.headers["cache-control"] == "public, max-age=31536000, immutable")
        #expect(await browser.get("/static/old/app.css").headers["cache-control"] == "no-cache")
        let packed = await browser.get(assets.address("lib/x.js"), headers: ["accept-encoding": "br, gzip"])
        #expect(packed.headers["content-encoding"] == "gzip")
        #expect(try await packed.text() == "packed")
        let tag = try #require(style.headers["etag"])
        #expect(await browser.get(assets.address("app.css"), headers: ["if-none-match": tag]).status == 304)
        for path in ["/static/x/../../etc/passwd", "/static/x/%2e%2e/secret", "/static/x/lib/x.js.gz"] {
            #expect(await browser.get(path).status == 404)
        }
    }
}
