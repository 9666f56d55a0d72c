import Foundation
import Kernel
import Records
import Testing

@testable import Web

@Suite("Security of every request")
struct SecurityTests {
    @Test(
        "a strict content policy and the other security headers come with every answer",
        arguments: [
            "/sign-in", "/nowhere", "/healthz", "/metrics", "/settings/users", "/static/0/none.css",
        ])
    func headers(_ path: String) async throws {
        let answer = await try TestSite().browser().get(path)
        let policy = answer.headers["content-security-policy"] ?? ""
        for part in [
            "default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
            "object-src 'none'",
        ] {
            #expect(policy.contains(part))
        }
        #expect(!policy.contains("unsafe"))
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        #expect(answer.headers["referrer-policy"] == "same-origin")
        #expect(answer.headers["cache-control"] == "private, no-store")
        #expect(answer.headers["vary"]?.contains("Cookie") == true)
        #expect(answer.headers["x-request-id"]?.isEmpty == false)
    }

    @Test("no page carries an inline script, an inline style or a handler attribute")
    func nothingInline() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .administrator)
        for route in test.site.routes
        where route.method == .get && !route.path.contains(":") && !route.path.contains("events") {
            let text = try await browser.get(route.path).text()
            #expect(!text.contains(" style=\""), "\(route.path)")
            #expect(!text.contains("<style"), "\(route.path)")
            #expect(text.firstMatch(of: /<script(?![^>]*\ssrc=)/) == nil, "\(route.path)")
            #expect(text.firstMatch(of: /\son[a-z]+="/) == nil, "\(route.path)")
        }
    }

    @Test(
        "WF-07 a form without the token of the session is refused and changes nothing",
        arguments: ["", "0", String(repeating: "a", count: 43)])
    func forged(_ token: String) async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .administrator)
        let before = try await test.app.accounts.all().count
        let answer = try await browser.post(
            "/settings/users", [("name", "intruder"), ("password", "long enough 1"), ("role", "administrator")],
            token: token)
        #expect(answer.status == 403)
        #expect(try await test.app.accounts.all().count == before)
    }

    @Test(
        "a form from another site is refused even with the right token",
        arguments: [
            ["origin": "https://evil.example", "host": "yunchou.test"], ["origin": "null", "host": "yunchou.test"],
            ["sec-fetch-site": "cross-site", "host": "yunchou.test"],
            ["sec-fetch-site": "same-site", "host": "yunchou.test"],
        ] as [[String: String]])
    func crossSite(_ fields: [String: String]) async throws {
        let browser = try await TestSite().browser(as: .administrator)
        var headers = HeaderFields()
        for (name, value) in fields { headers.add(name, value) }
        #expect(try await browser.post("/sign-out", from: "/me", headers: headers).status == 403)
    }

    @Test("the token of one session does not open the forms of another")
    func otherSession() async throws {
        let test = try await TestSite()
        let mine = try await test.browser(as: .marketing)
        let other = try await test.browser(as: .finance)
        let token = try await other.formToken(from: "/me")
        #expect(!token.isEmpty)
        #expect(try await mine.post("/sign-out", from: "/me", token: token).status == 403)
        #expect(try await mine.post("/sign-out", from: "/me").status == 303)
    }

    @Test("a body over the limit is answered by a clear page and nothing is done")
    func tooLarge() async throws {
        let browser = try await TestSite().browser(as: .administrator)
        let answer = try await browser.post(
            "/settings/users", [("name", String(repeating: "x", count: 2 << 20))], from: "/me")
        #expect(answer.status == 413)
        #expect(try await answer.text().contains("1 MB"))
    }

    @Test("cookies are HttpOnly and SameSite; Secure only when a trusted proxy says the browser speaks HTTPS")
    func cookies() async throws {
        let test = try await TestSite(trustedProxies: ["10.0.0.1"])
        _ = try await test.account("lin jing", [.marketing])
        let plain = await test.browser().get("/sign-in", headers: ["x-forwarded-proto": "https"])
        let proxied = await test.browser(peer: "10.0.0.1").get("/sign-in", headers: ["x-forwarded-proto": "https"])
        let cookie = try #require(plain.headers["set-cookie"])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"))
        #expect(proxied.headers["set-cookie"]?.contains("Secure") == true)
        #expect(proxied.headers["strict-transport-security"] != nil)
        #expect(plain.headers["strict-transport-security"] == nil)
    }

    @Test("what is nobody's problem but ours is logged once with the id that the page shows, and no detail of it")
    func ownFault() async throws {
        struct Broken: Error { let secret = "the inside" }
        let test = try await TestSite { _ in [.get("/broken", .open) { _ in throw Broken() }] }
        let answer = await test.browser().get("/broken")
        #expect(answer.status == 500)
        let text = try await answer.text()
        let id = try #require(answer.headers["x-request-id"])
        #expect(text.contains(id) && !text.contains("the inside"))
        while await test.faults.lines.isEmpty, !Task.isCancelled { await Task.yield() }
        #expect(await test.faults.lines.count == 1)
        #expect(await test.faults.lines.first?.contains(id) == true)
    }

    @Test(
        "after signing in nobody is led to another site",
        arguments: ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
    func openRedirect(_ next: String) async throws {
        let test = try await TestSite()
        let account = try await test.account("lin jing", [.marketing])
        let answer = try await test.browser().post(
            "/sign-in", [("name", account.name), ("password", TestSite.password), ("next", next)])
        #expect(answer.headers["location"] == "/")
    }
}
