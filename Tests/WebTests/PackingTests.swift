import Foundation
import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Web

@Suite("Packed answers and masked form tokens") struct PackingTests {
    private let zipped: HeaderFields = ["accept": "text/html", "accept-encoding": "br, gzip;q=0.8"]

    /// Unpacks with the system's own tool, not with ours.
    private func unpacked(_ bytes: [UInt8]) throws -> String {
        let folder = try TemporaryFolder()
        let file = URL(fileURLWithPath: folder.path).appendingPathComponent("page.gz")
        try Data(bytes).write(to: file)
        let tool = Process()
        let pipe = Pipe()
        tool.executableURL = URL(fileURLWithPath: "/bin/gzip")
        tool.arguments = ["-dc", file.path]
        tool.standardOutput = pipe
        try tool.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        tool.waitUntilExit()
        #expect(tool.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    private func body(_ answer: Answer) -> [UInt8] {
        if case .bytes(let bytes) = answer.body { return bytes }
        return []
    }

    @Test("pages and JSON are packed for those who take it, read back the same, and caches are told")
    func pages() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .administrator)
        for path in ["/settings/duties", "/data/metrics", "/api/v1/metrics"] {
            let plain = await browser.get(path)
            let packed = await browser.get(path, headers: zipped)
            #expect(plain.headers["content-encoding"] == nil)
            #expect(packed.headers["content-encoding"] == "gzip", "\(path)")
            #expect(
                plain.headers["vary"]?.contains("Accept-Encoding") == true
                    && packed.headers["vary"] == plain.headers["vary"])
            let text = try unpacked(body(packed))
            #expect(text.hasSuffix(path.hasPrefix("/api") ? "]" : "</html>"))
            #expect(body(packed).count * 3 < text.utf8.count, "\(path)")
        }
        #expect(await browser.get("/healthz", headers: zipped).headers["content-encoding"] == nil)
        #expect(await browser.get("/settings/jobs/events", headers: zipped).headers["content-encoding"] == nil)
    }

    @Test("what a client takes is read as RFC 9110 says")
    func accepted() {
        for header in ["gzip", "br, GZIP", "gzip;q=0.5", "*", "identity, *;q=0.1"] {
            #expect(Gzip.isAccepted(header), "\(header)")
        }
        for header in ["", "br", "gzip;q=0", "gzip; q=0.000, *", "*;q=0", "xgzip"] {
            #expect(!Gzip.isAccepted(header), "\(header)")
        }
        #expect(!Gzip.isAccepted(nil))
    }

    @Test("our own style sheet is packed once, under a tag of its own")
    func assets() async throws {
        let folder = try TemporaryFolder()
        let css = String(repeating: "a { color: red }\n", count: 500)
        try Data(css.utf8).write(to: URL(fileURLWithPath: folder.path).appendingPathComponent("one.css"))
        let assets = try Assets(own: URL(fileURLWithPath: folder.path), thirdParty: nil)
        let test = try await TestSite(assets: assets)
        let path = assets.address("one.css")
        let plain = await test.browser().get(path)
        let packed = await test.browser().get(path, headers: zipped)
        #expect(try unpacked(body(packed)) == css && body(plain).count == css.utf8.count)
        let tag = try #require(packed.headers["etag"])
        #expect(tag != plain.headers["etag"])
        let again = await test.browser().get(
            path, headers: ["accept-encoding": "gzip", "if-none-match": "\"x\", \(tag)"])
        #expect(again.status == 304 && again.headers["etag"] == tag)
    }

    @Test("a form token never stands twice in the same letters, and each of them is taken")
    func masked() async throws {
        let test = try await TestSite()
        let browser = try await test.browser(as: .administrator)
        let tokens = [try await browser.formToken(from: "/me"), try await browser.formToken(from: "/me")]
        #expect(tokens[0] != tokens[1])
        for token in tokens {
            #expect(try await browser.post("/preferences", [("next", "/me")], token: token).status == 303)
        }
        var forged = Array(tokens[0])
        forged[forged.count - 1] = forged[forged.count - 1] == "0" ? "1" : "0"
        #expect(try await browser.post("/preferences", [("next", "/me")], token: String(forged)).status == 403)
        #expect(
            try await browser.post("/preferences", [("next", "/me")], token: "m" + tokens[0].dropFirst(3)).status == 403
        )
    }
}
