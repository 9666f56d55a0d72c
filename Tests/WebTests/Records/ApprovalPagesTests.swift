import Records
import Testing

@testable import Web

@Suite struct ApprovalPagesTests {
    private let path = "/plan/records/strategic_bucket"

    private func bucket(_ browser: TestBrowser) async throws {
        let fields = [
            ("title", "突破性项目"), ("policy", "2027"), ("year", "2027"), ("planned_share", "70"),
            ("definition", "新品类与新技术"),
        ]
        let made = try await browser.post(path, fields, from: path + "/new")
        #expect(made.status == 303)
    }

    @Test("AD-07 what is asked for waits in the inbox of those who decide, and their yes puts it into force")
    func approved() async throws {
        let site = try await TestSite()
        let asker = try await site.browser(as: .marketing)
        let decider = try await site.browser(as: .executive)
        try await bucket(asker)
        let refused = try await asker.post(path + "/1/move/approve", [("version", "1")], from: path + "/1")
        #expect(refused.status == 409, "no hand makes the move without an approval")
        let asked = try await asker.post(
            path + "/1/request/approve", [("version", "1"), ("note", "年度方案")], from: path + "/1")
        #expect(asked.status == 303 && asked.headers["location"] == "/approve/1")
        #expect(try await decider.get("/approve").text().contains("突破性项目"))
        let own = try await asker.post("/approve/1/decide", [("decision", "approve")], from: "/approve/1")
        #expect(own.status == 403)
        let page = try await decider.get("/approve/1").text()
        #expect(page.contains("新品类与新技术") && page.contains("年度方案"))
        #expect(try await decider.post("/approve/1/decide", [("decision", "reject")], from: "/approve/1").status == 422)
        #expect(
            try await decider.post("/approve/1/decide", [("decision", "approve")], from: "/approve/1").status == 303)
        #expect(try await asker.get(path + "/1").text().contains("已生效"))
        #expect(try await decider.get("/approve?tab=done").text().contains("突破性项目"))
    }

    @Test("a change after asking voids the request, and says so to who comes to decide")
    func voided() async throws {
        let site = try await TestSite()
        let asker = try await site.browser(as: .marketing)
        let decider = try await site.browser(as: .executive)
        try await bucket(asker)
        _ = try await asker.post(path + "/1/request/approve", [("version", "1")], from: path + "/1")
        let fields = [
            ("title", "突破性项目"), ("policy", "2027"), ("year", "2027"), ("planned_share", "60"), ("definition", "新品类"),
            ("version", "1"),
        ]
        #expect(try await asker.post(path + "/1", fields, from: path + "/1/edit").status == 303)
        #expect(
            try await decider.post("/approve/1/decide", [("decision", "approve")], from: "/approve/1").status == 409)
        #expect(try await decider.get("/approve/1").text().contains("因修改作废"))
    }
}
