import Kernel
import Records
import Testing

@testable import Web

/// Walks every route × every role and expects exactly the answer of the policy table. A new route is walked by itself.
@Suite("WF-07 every route × every role")
struct RightsTests {
    /// A handler that was reached may answer anything but these.
    private static func isRefusal(_ answer: Answer) -> Bool {
        answer.status == 401 || answer.status == 403
            || (answer.status == 303 && answer.headers["location"]?.hasPrefix("/sign-in") == true)
    }

    /// Routes of the same table whose handlers only say that they were reached, so that the walk changes nothing.
    private func reached(_ routes: [Route]) -> [Route] {
        routes.map { route in
            Route(route.method, route.path, route.access, menu: route.menu, body: route.body) { _ in .text("reached") }
        }
    }

    private func fill(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { $0.hasPrefix(":") ? "1" : String($0) }
            .joined(separator: "/")
    }

    @Test("WF-07 each role reaches exactly the routes that the policy table gives it", arguments: Role.allCases)
    func walk(_ role: Role) async throws {
        let test = try await TestSite()
        let site = Site(app: test.app, routes: reached(test.site.routes))
        let account = try await test.account("somebody", [role])
        let (secret, _) = try await test.app.sessions.begin(for: account, address: "")
        let token = secret.derived("form")
        for route in site.routes {
            let expected =
                switch route.access {
                case .open, .signedIn: true
                case .allowed(let action, let resource): Policy.allows(role, action, resource)
                }
            let answer = await site.answer(
                WebRequest(
                    method: route.method, target: fill(route.path),
                    headers: ["cookie": "yunchou_session=\(secret.text)", "x-form-token": token]))
            if expected {
                #expect(try await answer.text() == "reached", "\(role) \(route.method) \(route.path)")
            } else {
                #expect(answer.status == 403, "\(role) \(route.method) \(route.path)")
            }
        }
    }

    @Test("WF-07 a stranger reaches only the open routes")
    func stranger() async throws {
        let test = try await TestSite()
        let site = Site(app: test.app, routes: reached(test.site.routes))
        let token = String(repeating: "0", count: 32)
        for route in site.routes {
            let answer = await site.answer(
                WebRequest(
                    method: route.method, target: fill(route.path),
                    headers: ["cookie": "\(CSRF.cookie)=\(token)", "x-form-token": token]))
            #expect(Self.isRefusal(answer) == (route.access != .open), "\(route.method) \(route.path)")
        }
        #expect(
            site.routes.filter { $0.access == .open }.map(\.path).sorted() == [
                "/", "/calendar/:secret", "/form-token", "/healthz", "/metrics", "/preferences", "/setup", "/setup",
                "/setup/:key",
                "/sign-in", "/sign-in",
            ])
    }

    @Test("WF-07 a token opens only what its scopes name, and asks for no form token")
    func token() async throws {
        let test = try await TestSite()
        let account = try await test.account("admin one", [.administrator])
        let (secret, _) = try await test.app.tokens.create(
            named: "script", for: account, scopes: [TokenScope(.view, .job)], by: account.author)
        let headers: HeaderFields = ["authorization": "Bearer \(secret.text)", "accept": "application/json"]
        #expect(
            await test.site.answer(WebRequest(method: .get, target: "/settings/jobs", headers: headers)).status == 200)
        let refused = await test.site.answer(WebRequest(method: .get, target: "/settings/users", headers: headers))
        #expect(refused.status == 403)
        #expect(try await refused.text().contains("\"code\":\"access.forbidden\""))
        let wrong: HeaderFields = ["authorization": "Bearer yc_wrong", "accept": "application/json"]
        #expect(
            await test.site.answer(WebRequest(method: .get, target: "/settings/jobs", headers: wrong)).status == 401)
    }

    @Test("the navigation shows only what the person may open, and only pages that exist")
    func navigation() async throws {
        let test = try await TestSite()
        for role in Role.allCases {
            let account = try await test.account("\(role.rawValue) nav", [role])
            let text = try await test.browser(of: account).get("/me").text()
            for route in test.site.routes where route.menu != nil {
                let expected =
                    switch route.access {
                    case .allowed(let action, let resource): account.allows(action, resource)
                    default: true
                    }
                #expect(text.contains("href=\"\(route.path)\"") == expected, "\(role) \(route.path)")
            }
        }
    }
}
