import Kernel
import Records
import Store
import Testing

@testable import Web

@Suite("Set-up and signing in")
struct SignInTests {
    @Test("WF-07 the one-time link makes the administrator, and works once")
    func setUp() async throws {
        let test = try await TestSite()
        let secret = try #require(try await test.app.setupLinks.issue())
        let browser = test.browser()
        #expect(await browser.get("/").headers["location"] == "/setup")
        let fields = [
            ("key", secret.text), ("name", "林静"), ("password", "a calm morning"), ("again", "a calm morning"),
            ("company", "云帆生活"), ("zone", "Asia/Shanghai"), ("currency", "CNY"),
        ]
        let page = "/setup/\(secret.text)"
        #expect(try await browser.post("/setup", fields, from: page).headers["location"] == "/welcome")
        #expect(await browser.get("/welcome").status == 200)
        #expect(try await test.app.settings.company().name.zh == "云帆生活")
        #expect(await test.browser().get(page).headers["location"] == "/sign-in")
        let again = try await test.browser().post("/setup", fields)
        #expect(again.status == 409)
        #expect(try await test.app.accounts.all().count == 1)
    }

    @Test("a set-up form that does not fit keeps what was typed, says what is wrong, and leaves the link working")
    func setUpTrouble() async throws {
        let test = try await TestSite()
        let secret = try #require(try await test.app.setupLinks.issue())
        let page = "/setup/\(secret.text)"
        let browser = test.browser()
        let answer = try await browser.post(
            "/setup",
            [
                ("key", secret.text), ("name", "林静"), ("password", "short"), ("again", "short"), ("company", "云帆"),
                ("zone", "Asia/Shanghai"), ("currency", "CNY"),
            ], from: page)
        #expect(answer.status == 422)
        let text = try await answer.text()
        #expect(text.contains("value=\"云帆\"") && text.contains("aria-invalid"))
        #expect(!text.contains("value=\"short\""))
        #expect(await browser.get(page).status == 200)
    }

    @Test("name and password open a session, and signing out ends it")
    func signIn() async throws {
        let test = try await TestSite()
        let account = try await test.account("lin jing", [.marketing])
        let browser = test.browser()
        #expect(await browser.get("/me").headers["location"] == "/sign-in?next=%2Fme")
        let answer = try await browser.post(
            "/sign-in", [("name", account.name), ("password", TestSite.password), ("next", "/me")])
        #expect(answer.headers["location"] == "/me")
        #expect(try await browser.get("/me").text().contains("lin jing"))
        let session = browser.cookies["yunchou_session"]
        _ = try await browser.post("/sign-out", from: "/me")
        browser.cookies["yunchou_session"] = session
        #expect(await browser.get("/me").status == 303)
    }

    @Test("wrong passwords are answered alike for known and unknown names, and are slowed down")
    func throttle() async throws {
        let test = try await TestSite()
        _ = try await test.account("lin jing", [.marketing])
        let known = try await test.browser().post("/sign-in", [("name", "lin jing"), ("password", "wrong")])
        let unknown = try await test.browser(peer: "192.0.2.8").post(
            "/sign-in", [("name", "nobody"), ("password", "wrong")])
        #expect(known.status == 401 && unknown.status == 401)
        let words = AccessProblem.wrongNameOrPassword.text.zh
        #expect(try await known.text().contains(words))
        #expect(try await unknown.text().contains(words))
        var statuses: [Int] = []
        for _ in 0..<8 {
            statuses.append(
                try await test.browser().post("/sign-in", [("name", "lin jing"), ("password", "wrong")]).status)
        }
        #expect(statuses.last == 429)
        let right = try await test.browser().post("/sign-in", [("name", "lin jing"), ("password", TestSite.password)])
        #expect(right.status == 429)
        test.time.advance(by: .seconds(16 * 60))
        let later = try await test.browser().post("/sign-in", [("name", "lin jing"), ("password", TestSite.password)])
        #expect(later.status == 303)
    }

    @Test("an expired session leads to signing in, with words that say why, and back to the page")
    func expired() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .administrator)
        #expect(await browser.get("/settings/users").status == 200)
        test.time.advance(by: .seconds(8 * 86_400))
        let answer = await browser.get("/settings/users")
        #expect(answer.headers["location"] == "/sign-in?next=%2Fsettings%2Fusers")
        #expect(browser.cookies["yunchou_session"] == nil)
        #expect(try await browser.get("/sign-in").text().contains(AccessProblem.sessionEnded.text.zh))
        #expect(try await !browser.get("/sign-in").text().contains(AccessProblem.sessionEnded.text.zh))
    }

    @Test(
        "a form sent after the session ended changes nothing, says so, and can be sent again after signing in elsewhere"
    )
    func expiredForm() async throws {
        let test = try await TestSite()
        let account = try await test.account("admin one", [.administrator])
        let browser = try await test.browser(of: account)
        let fields = [("name", "new person"), ("password", "long enough 1"), ("role", "marketing")]
        let token = try await browser.formToken(from: "/me")
        test.time.advance(by: .seconds(8 * 86_400))
        let answer = try await browser.post("/settings/users", fields, token: token)
        #expect(answer.status == 401)
        #expect(try await answer.text().contains("未做任何更改"))
        #expect(try await test.app.accounts.all().count == 1)
        _ = try await browser.post("/sign-in", [("name", account.name), ("password", TestSite.password)])
        let fresh = try await browser.get("/form-token").text()
        #expect(fresh != token)
        #expect(try await browser.post("/settings/users", fields, token: fresh).status == 303)
    }

    @Test("a reset password and a disabled account end all sessions at once")
    func revoked() async throws {
        let test = try await TestSite()
        let admin = try await test.browser(as: .administrator)
        let account = try await test.account("lin jing", [.marketing])
        let theirs = try await test.browser(of: account)
        #expect(await theirs.get("/me").status == 200)
        let reset = try await admin.post(
            "/settings/users/\(account.id)/password", [("password", "a new long one 7")], from: "/me")
        #expect(reset.status == 303)
        #expect(await theirs.get("/me").status == 303)
        let again = try await test.browser(of: account)
        _ = try await admin.post("/settings/users/\(account.id)/disable", from: "/me")
        #expect(await again.get("/me").status == 303)
    }
}
