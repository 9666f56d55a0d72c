import Foundation
import Kernel
import Records
import Testing

@testable import Web

@Suite struct RecordFileAPITests {
    private let path = "/api/v1/records/pest_card/1/files"

    private func headers(_ site: TestSite, _ role: Role) async throws -> HeaderFields {
        let account = try await site.account("files \(role.rawValue)", [role])
        let (secret, _) = try await site.app.tokens.create(
            named: "t", for: account, scopes: [TokenScope(.view), TokenScope(.edit)], expiresAt: nil, by: account.author
        )
        return ["authorization": "Bearer \(secret.text)", "content-type": "application/octet-stream"]
    }

    @Test("files of a record are sent, listed, fetched and taken away, with its rights, its history and the audit log")
    func round() async throws {
        let site = try await TestSite()
        let browser = site.browser()
        let writer = try await headers(site, .marketing)
        let reader = try await headers(site, .sales)
        _ = await browser.ask(
            .post, "/api/v1/records/pest_card", headers: writer,
            body: #"{"title":"关税","factor":"political","direction":"threat"}"#)
        let name = Percent.encode("../../合同 a.pdf")
        #expect(await browser.ask(.post, path + "?name=\(name)", headers: reader, body: "x").status == 403)
        #expect(await browser.ask(.post, path, headers: writer, body: "x").status == 422)
        #expect(await browser.ask(.post, path + "?name=a", headers: writer).status == 422, "an empty file")
        let sent = await browser.ask(.post, path + "?name=\(name)", headers: writer, body: "content")
        #expect(sent.status == 201)
        let told = try await sent.text()
        #expect(told.contains(#""name":"合同 a.pdf","bytes":7"#) && told.contains(#""path":"\#(path)/1""#))
        #expect(try await browser.ask(.get, path, headers: reader).text() == "[\(told)]")
        #expect(try await browser.ask(.get, path + "/1", headers: reader).text() == "content")
        #expect(await browser.ask(.delete, path + "/1", headers: reader).status == 403)
        #expect(await browser.ask(.delete, path + "/1", headers: writer).status == 204)
        #expect(await browser.ask(.delete, path + "/1", headers: writer).status == 404)
        #expect(try await browser.ask(.get, path, headers: reader).text() == "[]")
        let history = try await browser.ask(.get, "/api/v1/records/pest_card/1/history", headers: reader).text()
        #expect(history.contains(#""action":"attach""#) && history.contains(#""action":"detach""#))
    }

    @Test("a file over the limit is refused and leaves nothing behind; a session needs its form token")
    func refused() async throws {
        let site = try await TestSite()
        let writer = try await headers(site, .marketing)
        let browser = site.browser()
        _ = await browser.ask(
            .post, "/api/v1/records/pest_card", headers: writer,
            body: #"{"title":"关税","factor":"political","direction":"threat"}"#)
        var announced = writer
        announced["content-length"] = String(RecordFilePages.limit + 1)
        #expect(await browser.ask(.post, path + "?name=a", headers: announced, body: "x").status == 413)
        #expect(try await browser.ask(.get, path, headers: writer).text() == "[]")
        let session = try await site.browser(as: .marketing)
        #expect(await session.ask(.post, path + "?name=a", headers: [:], body: "x").status == 403)
        #expect(
            await session.ask(.post, GraphQLEndpoint.path, headers: [:], body: #"{"query":"{__typename}"}"#).status
                == 403)
    }
}
