import Foundation
import Kernel
import Records
import Store
import Testing

@testable import Web

/// Routes as data, on their pages.
@Suite struct ApprovalRoutePagesTests {
    private let path = "/approve/routes/strategic_bucket"
    private let records = "/plan/records/strategic_bucket"

    private func form(_ more: [(String, String)] = []) -> [(String, String)] {
        [
            ("name", "大桶"), ("field", "budget"), ("at_least", "50000.01"), ("at_most", ""), ("any_of", ""),
            ("active", "1"), ("zh-0", "财务审批"), ("en-0", "Finance"), ("who-0", "role:finance"), ("rule-0", "any"),
            ("count-0", ""), ("hours-0", "48"), ("late-0", "role:executive"), ("zh-1", "联合评审"), ("en-1", ""),
            ("who-1", "role:marketing"), ("who-1", "role:sales"), ("rule-1", "each"), ("count-1", ""), ("hours-1", ""),
            ("late-1", ""),
        ] + more
    }

    /// The addresses of the kind's routes, in their order.
    private func routes(_ site: TestSite) async throws -> [String] {
        let desk = site.app.desk
        let type = try desk.records.catalog.require("strategic_bucket")
        return try await site.app.store.read { try desk.approvals.routes($0, type) }.map { "\(path)/\($0.id)" }
    }

    private func bucket(_ browser: TestBrowser, _ title: String, _ yuan: String) async throws {
        let fields = [
            ("title", title), ("policy", "2027"), ("year", "2027"), ("planned_share", "70"), ("definition", "新品类"),
            ("budget", yuan),
        ]
        #expect(try await browser.post(records, fields, from: records + "/new").status == 303)
    }

    @Test("BU-06 an administrator writes a route by amount, tries it with a record, and the next request takes it")
    func written() async throws {
        let site = try await TestSite()
        let admin = try await site.browser(as: .administrator)
        let finance = try await site.account("钱进", [.finance])
        let sales = try await site.account("王磊", [.sales])
        let other = try await site.account("赵敏", [.marketing])
        let asker = try await site.browser(as: .marketing)
        #expect(try await admin.get(path).text().contains("使用默认流程"))
        #expect(try await admin.post(path, form(), from: path + "/new").status == 303)
        let page = try await asker.get(path).text()
        #expect(page.contains("¥50,000.01") && page.contains("每个角色各一人同意") && page.contains("联合评审"))
        #expect(!page.contains("/raise") && !page.contains(path + "/new"), "who may not administer only reads")
        try await bucket(asker, "小桶", "50000")
        try await bucket(asker, "大桶", "50000.01")
        let none = try await asker.get(path + "?record=1&by=1").text()
        #expect(none.contains("没有适用的流程"))
        let way = try await asker.get(path + "?record=2&by=1").text()
        #expect(
            way.contains("适用") && way.contains(finance.name) && way.contains(sales.name) && way.contains(other.name))
        let refused = try await asker.post(records + "/1/request/approve", [("version", "1")], from: records + "/1")
        #expect(refused.status == 409, "no route fits the small one")
        let sent = try await asker.post(records + "/2/request/approve", [("version", "1")], from: records + "/2")
        #expect(sent.headers["location"] == "/approve/1")
        let request = try await site.app.store.read { try site.app.desk.approvals.require($0, 1) }
        #expect(request.route == "大桶" && request.routeVersion == 1 && request.seats.map(\.name) == ["钱进"])
    }

    @Test("WF-07 who may not administer reads routes and changes none")
    func rights() async throws {
        let site = try await TestSite()
        let marketing = try await site.browser(as: .marketing)
        #expect(try await marketing.get("/approve/routes").status == 200)
        #expect(try await marketing.get(path + "/new").status == 403)
        #expect(try await marketing.post(path, form(), from: "/me").status == 403)
    }

    @Test("a change makes a new version that the old one stays beside, is audited, and meets who was faster")
    func versions() async throws {
        let site = try await TestSite()
        let admin = try await site.browser(as: .administrator)
        for (name, account) in [("钱进", Role.finance), ("陈总", .executive)] {
            _ = try await site.account(name, [account])
        }
        _ = try await admin.post(path, form(), from: path + "/new")
        let changed = form([("version", "1")]).map { $0.0 == "at_least" ? ("at_least", "80000") : $0 }
        let route = try #require(try await routes(site).first)
        #expect(try await admin.post(route, changed, from: route).status == 303)
        #expect(try await admin.post(route, changed, from: route).status == 409, "it was version 1 once")
        let page = try await admin.get(route).text()
        #expect(page.contains("第 2 版") && page.contains("¥50,000.01") && page.contains("¥80,000.00"))
        #expect(try await admin.get("/settings/audit").text().contains("修改审批流程"))
    }

    @Test("steps are added, moved and taken out before anything is kept; order decides which route counts")
    func order() async throws {
        let site = try await TestSite()
        let admin = try await site.browser(as: .administrator)
        let more = try await admin.post(path, form([("add", "1")]), from: path + "/new")
        #expect(more.status == 200)
        #expect(try await more.text().contains("环节 3"))
        let moved = try await admin.post(path, form([("up", "1")]), from: path + "/new").text()
        let upper = try #require(moved.range(of: "value=\"联合评审\""))
        let lower = try #require(moved.range(of: "value=\"财务审批\""))
        #expect(upper.lowerBound < lower.lowerBound)
        let dropped = try await admin.post(path, form([("drop", "0")]), from: path + "/new").text()
        #expect(!dropped.contains("value=\"财务审批\"") && dropped.contains("value=\"联合评审\""))
        #expect(try await admin.get(path).text().contains("使用默认流程"), "nothing is kept yet")
        let all = form().map { ["at_least", "field"].contains($0.0) ? ($0.0, "") : $0 }
        _ = try await admin.post(path, all, from: path + "/new")
        _ = try await admin.post(path, form().map { $0.0 == "name" ? ("name", "第二条") : $0 }, from: path + "/new")
        #expect(try await admin.get(path).text().contains("这一条不会用到"))
        let second = try #require(try await routes(site).last)
        #expect(try await admin.post(second + "/raise", [], from: path).status == 303)
        let page = try await admin.get(path).text()
        #expect(page.contains("1. 第二条") && page.contains("2. 大桶") && !page.contains("这一条不会用到"))
    }

    @Test(
        "what is wrong with a route is said beside it, and what was typed stays",
        arguments: [
            ("name", "", "名称须为"), ("at_least", "很多", "审批流程设置有误"), ("at_most", "1", "上限低于下限"),
            ("who-0", "", "请选择审批人"), ("hours-0", "0", "时限须为"), ("rule-0", "each", "须选择多个角色"),
            ("zh-0", "", "没有名称"), ("who-0", "body:99", "不存在或已停用"), ("field", "no_field", "没有字段"),
        ])
    func wrong(field: String, value: String, said: String) async throws {
        let site = try await TestSite()
        let admin = try await site.browser(as: .administrator)
        var fields = form().map { $0.0 == field ? (field, value) : $0 }
        if field == "zh-0" { fields = fields.map { $0.0 == "en-0" ? ("en-0", "") : $0 } }
        let answer = try await admin.post(path, fields, from: path + "/new")
        #expect(answer.status == 422)
        let page = try await answer.text()
        #expect(page.contains(said), "\(field)")
        #expect(page.contains("value=\"联合评审\""))
    }

    @Test("S-05 absences are set, seen and taken back; a ring of stand-ins is refused with the way round")
    func absences() async throws {
        let site = try await TestSite()
        let (lin, zhou) = (try await site.account("林静", [.marketing]), try await site.account("周敏", [.executive]))
        let (first, second) = (try await site.browser(of: lin), try await site.browser(of: zhou))
        let away = "/approve/away"
        let days = [("from", "2027-02-01"), ("last", "2027-02-05")]
        #expect(try await first.post(away, [("to", String(zhou.id))] + days, from: away).status == 303)
        #expect(try await first.get(away).text().contains("2027-02-01"))
        let ring = try await second.post(away, [("to", String(lin.id))] + days, from: away)
        #expect(ring.status == 422)
        #expect(try await ring.text().contains("周敏 → 林静 → 周敏"))
        #expect(try await first.post(away + "/2027-02-01/end", [], from: away).status == 303)
        #expect(try await second.post(away, [("to", String(lin.id))] + days, from: away).status == 303)
    }
}
