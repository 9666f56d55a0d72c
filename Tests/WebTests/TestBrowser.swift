import Foundation
import Synchronization

@testable import Web

/// Asks a site the way a browser does: keeps cookies, sends forms with the token of the page they are on.
final class TestBrowser: Sendable {
    private let site: Site
    private let peer: String
    private let jar = Mutex<[String: String]>([:])

    var cookies: [String: String] {
        get { jar.withLock { $0 } }
        set { jar.withLock { $0 = newValue } }
    }

    init(site: Site, peer: String) {
        self.site = site
        self.peer = peer
    }

    func get(_ target: String, headers: HeaderFields = ["accept": "text/html"]) async -> Answer {
        await ask(.get, target, headers: headers)
    }

    /// Sends a form. The token is taken from `page`, unless `token` says something else.
    func post(
        _ target: String, _ fields: [(String, String)] = [], from page: String = "/sign-in", token: String? = nil,
        headers: HeaderFields = ["accept": "text/html", "host": "yunchou.test", "origin": "http://yunchou.test"]
    ) async throws -> Answer {
        let form = try await formToken(from: page)
        let body = FieldValues(fields + [("_token", token ?? form)]).encoded
        return await ask(.post, target, headers: headers, body: body)
    }

    func formToken(from page: String) async throws -> String {
        var text = try await get(page).text()
        if !text.contains(Self.tokenMark) { text = try await get("/me").text() }
        guard let start = text.range(of: Self.tokenMark), let end = text[start.upperBound...].firstIndex(of: "\"")
        else { return "" }
        return String(text[start.upperBound..<end])
    }

    func ask(_ method: Method, _ target: String, headers: HeaderFields, body: String = "") async -> Answer {
        var headers = headers
        let kept = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        if !kept.isEmpty { headers["cookie"] = kept }
        let request = WebRequest(
            method: method, target: target, headers: headers, peer: peer, body: IncomingBody(bytes: Array(body.utf8)))
        let answer = await site.answer(request)
        for cookie in answer.headers.all("set-cookie") { keep(cookie) }
        return answer
    }

    private func keep(_ cookie: String) {
        let parts = cookie.split(separator: ";")
        let pair = (parts.first ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { return }
        let isForgotten = parts.contains { $0.trimmingBlanks() == "Max-Age=0" }
        jar.withLock { $0[String(pair[0])] = isForgotten ? nil : String(pair[1]) }
    }

    private static let tokenMark = "name=\"form-token\" content=\""
}
