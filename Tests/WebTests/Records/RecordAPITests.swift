import Foundation
import Records
import Testing

@testable import Web

@Suite struct RecordAPITests {
    private let path = "/api/v1/records/pest_card"

    private func token(_ site: TestSite, _ role: Role, _ scopes: [String]) async throws -> HeaderFields {
        let account = try await site.account("api \(role.rawValue)", [role])
        let (secret, _) = try await site.app.tokens.create(
            named: "t", for: account, scopes: Set(try scopes.map(TokenScope.parse)), expiresAt: nil, by: account.author)
        return ["authorization": "Bearer \(secret.text)", "content-type": "application/json"]
    }

    private func object(_ answer: Answer) async throws -> [String: Any] {
        let text = try await answer.text()
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("what is read can be sent back unchanged, and a change names its version")
    func roundTrip() async throws {
        let site = try await TestSite()
        let headers = try await token(site, .marketing, ["view", "edit"])
        let browser = site.browser()
        let body = #"{"title":"关税","factor":"political","direction":"threat","strength":4,"is_trigger":true}"#
        let made = await browser.ask(.post, path, headers: headers, body: body)
        #expect(made.status == 201)
        let read = try await object(await browser.ask(.get, path + "/1", headers: headers))
        let values = try #require(read["values"] as? [String: Any])
        let sent = String(
            decoding: try JSONSerialization.data(withJSONObject: ["version": 1, "values": values]), as: UTF8.self)
        let same = try await object(await browser.ask(.patch, path + "/1", headers: headers, body: sent))
        #expect(same["version"] as? Int == 1, "nothing changed: no new version")
        let changed = try await object(
            await browser.ask(.patch, path + "/1", headers: headers, body: #"{"version":1,"strength":5}"#))
        #expect(changed["version"] as? Int == 2 && (changed["values"] as? [String: Any])?["strength"] as? Int == 5)
        let late = await browser.ask(.patch, path + "/1", headers: headers, body: #"{"version":1,"strength":1}"#)
        #expect(late.status == 409)
        #expect(try await late.text().contains("record.stale"))
        let list = try await object(await browser.ask(.get, path + "?strength.from=5&size=10", headers: headers))
        #expect(list["total"] as? Int == 1)
    }

    @Test("a token may do no more than its scopes and its owner", arguments: [("view", 403), ("view edit", 201)])
    func scopes(scopes: String, status: Int) async throws {
        let site = try await TestSite()
        let headers = try await token(site, .marketing, scopes.split(separator: " ").map(String.init))
        let body = #"{"title":"关税","factor":"political","direction":"threat"}"#
        #expect(await site.browser().ask(.post, path, headers: headers, body: body).status == status)
        let sales = try await token(site, .sales, ["view", "edit"])
        #expect(await site.browser().ask(.post, path, headers: sales, body: body).status == 403)
    }

    @Test(
        "what is no JSON object is refused with a reason", arguments: ["", "[]", "{", #"{"title":{"a":1}}"#, "\"x\""])
    func notJSON(body: String) async throws {
        let site = try await TestSite()
        let headers = try await token(site, .marketing, ["view", "edit"])
        let answer = await site.browser().ask(.post, path, headers: headers, body: body)
        #expect(answer.status == 422)
        #expect(try await answer.text().contains("api.not_json"))
    }
}
