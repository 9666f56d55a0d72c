import Foundation
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

    @Test("AD-07 many records are sent for approval at once: a request each, and those that cannot be are named")
    func many() async throws {
        let site = try await TestSite()
        let asker = try await site.browser(as: .marketing)
        _ = try await site.account("陈总", [.executive])
        for _ in 0..<3 { try await bucket(asker) }
        let empty = [
            ("title", "没有标准"), ("policy", "2027"), ("year", "2027"), ("planned_share", "30"), ("definition", "x"),
        ]
        #expect(try await asker.post(path, empty, from: path + "/new").status == 303)
        _ = try await asker.post(path + "/3/request/approve", [("version", "1")], from: path + "/3")
        let fields = [("what", "ask:approve"), ("query", "")]
        let ticked = ["1:1", "2:1", "3:1", "4:7"].map { ("record", $0) }
        let page = try await asker.post(path + "/bulk", fields + ticked, from: path)
        #expect(try await page.text().contains("批量提交审批"))
        let done = try await asker.post(
            path + "/bulk/apply", fields + [("records", "1:1 2:1 3:1 4:7"), ("note", "年度方案")], from: path)
        let text = try await done.text()
        #expect(text.contains("已提交 2 份申请，未提交 2 条") && text.contains("陈总") && text.contains("已在审批中"))
        #expect(try await asker.get("/approve?tab=sent").text().components(separatedBy: "inbox-title").count > 3)
        #expect(try await asker.get("/approve/3").text().contains("年度方案"))
    }

    @Test("AD-07 a decider sees cost, checks and both versions side by side; after one decision comes the next request")
    func brief() async throws {
        let site = try await TestSite()
        let asker = try await site.browser(as: .marketing)
        let decider = try await site.browser(as: .executive)
        try await bucket(asker)
        _ = try await asker.post(path + "/1/request/approve", [("version", "1")], from: path + "/1")
        #expect(try await decider.get("/approve/1").text().contains("尚无生效版本"))
        _ = try await decider.post("/approve/1/decide", [("decision", "approve")], from: "/approve/1")
        _ = try await asker.post(path + "/1/move/revise", [("version", "2"), ("reason", "年中调整")], from: path + "/1")
        let fields = [
            ("title", "突破性项目"), ("policy", "2027"), ("year", "2027"), ("planned_share", "70"),
            ("definition", "新品类、新渠道与新技术"), ("budget", "1200.50"), ("version", "3"),
        ]
        #expect(try await asker.post(path + "/1", fields, from: path + "/1/edit").status == 303)
        _ = try await asker.post(path + "/1/request/approve", [("version", "4")], from: path + "/1")
        try await bucket(asker)
        _ = try await asker.post(path + "/2/request/approve", [("version", "1")], from: path + "/2")
        let page = try await decider.get("/approve/2").text()
        #expect(page.contains("生效中 · 第 2 版") && page.contains("申请 · 第 4 版"))
        #expect(page.contains("<ins>、新渠道</ins>") && page.contains("¥1,200.50") && page.contains("规则全部通过"))
        #expect(page.contains("data-shortcut=\"j\""), "the next one is a key away")
        let next = try await decider.post("/approve/2/decide", [("decision", "approve")], from: "/approve/2")
        #expect(next.headers["location"] == "/approve/3")
        #expect(try await asker.get("/approve/2").text().contains("申请已结束"))
    }
}
