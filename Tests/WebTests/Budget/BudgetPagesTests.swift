import Kernel
import Planning
import Records
import Testing

@testable import Web

/// The way of a budget through its pages: made, approved, spent, moved.
@Suite struct BudgetPagesTests {
    private let site: TestSite
    private let marketing: TestBrowser
    private let finance: TestBrowser
    private let executive: TestBrowser

    init() async throws {
        site = try await TestSite(allRecords: true)
        marketing = try await site.browser(as: .marketing)
        finance = try await site.browser(as: .finance)
        executive = try await site.browser(as: .executive)
    }

    private let pages = [
        "/plan/budgets", "/plan/tracking", "/plan/spending", "/plan/budget-review", "/plan/project-priorities",
        "/plan/resources",
    ]

    /// A zero-based budget of 1,000,000 with one line of 680,000 beside pool and reserve.
    private func budget() async throws {
        let fields = [
            ("title", "2027 营销预算"), ("year", "2027"), ("base", "zero"), ("total", "100万"), ("growth", "0"),
            ("flexible", "12"), ("reserve", "20"),
        ]
        let made = try await marketing.post("/plan/budgets", fields, from: "/plan/budgets")
        #expect(made.status == 303 && made.headers["location"] == "/plan/budgets/1")
        let line = [
            ("title", "抖音投放"), ("budget", "BUD-1"), ("module", "digital"), ("planned", "680000"), ("metric", "roas"),
        ]
        let path = "/plan/records/budget_line"
        #expect(try await marketing.post(path, line, from: path + "/new").status == 303)
    }

    private func approve() async throws {
        let asked = try await marketing.post(
            "/plan/records/budget/1/request/approve", [("version", "1")], from: "/plan/budgets/1")
        let request = try #require(asked.headers["location"])
        for browser in [finance, executive] {
            let decided = try await browser.post(request + "/decide", [("decision", "approve")], from: request)
            #expect(decided.status == 303)
        }
    }

    @Test(
        "without a budget every page says the next step; who may not see budgets sees none, and sales just the joint pool"
    )
    func empty() async throws {
        let sales = try await site.browser(as: .sales)
        let service = try await site.browser(as: .service)
        for page in pages {
            #expect(try await marketing.get(page).status == 200, "\(page)")
            #expect(await sales.get(page).status == (page == "/plan/resources" ? 200 : 403), "\(page)")
            #expect(await service.get(page).status == 403, "\(page)")
        }
        #expect(try await marketing.get("/plan/tracking").text().contains("还没有预算"))
        #expect(await site.faults.lines.isEmpty)
    }

    @Test(
        "BU-01 a budget is made, its lines stand by module with their KPI, and over the total a line is refused beside its field"
    )
    func made() async throws {
        try await budget()
        let page = try await marketing.get("/plan/budgets/1").text()
        #expect(page.contains("抖音投放") && page.contains("弹性池") && page.contains("¥680,000.00"))
        #expect(page.contains("/monitor/metrics/roas") || page.contains("roas"))
        let over = [
            ("title", "多出来的"), ("budget", "BUD-1"), ("module", "brand"), ("planned", "0.01"), ("metric", "revenue"),
        ]
        let path = "/plan/records/budget_line"
        let refused = try await marketing.post(path, over, from: path + "/new")
        #expect(refused.status == 422)
        #expect(try await refused.text().contains("超出上级预算 BUD-1"))
    }

    @Test("a form that cannot be understood is shown again with the trouble beside the field")
    func troubled() async throws {
        let answer = try await marketing.post(
            "/plan/budgets", [("title", "甲"), ("year", "2027"), ("base", "zero"), ("total", "很多")],
            from: "/plan/budgets")
        #expect(answer.status == 422)
        #expect(try await answer.text().contains("不是金额"))
        let none = try await marketing.post(
            "/plan/budgets", [("title", "甲"), ("year", "2027"), ("base", "data")], from: "/plan/budgets")
        #expect(none.status == 422, "an empty warehouse has nothing to grow from")
    }

    @Test("BU-06 a spend is checked, approved by finance, committed, and paid by finance alone")
    func spent() async throws {
        try await budget()
        #expect(try await marketing.get("/plan/spending/new").text().contains("还没有生效的预算"))
        try await approve()
        let lines = try await marketing.get("/plan/spending/new").text()
        #expect(lines.contains("BL-3 抖音投放") && !lines.contains("BL-1 弹性池"))
        let fields = [
            ("line", "BL-3"), ("title", "信息流"), ("amount", "40000"), ("supplier", "蓝海传媒"), ("purpose", "拉新"),
        ]
        #expect(try await marketing.post("/plan/spending", fields, from: "/plan/spending/new").status == 303)
        #expect(try await marketing.get("/plan/spending/1").text().contains("¥680,000.00"))
        #expect(try await marketing.post("/plan/spending/1/ask", from: "/plan/spending/1").status == 303)
        #expect(
            try await finance.post("/approve/2/decide", [("decision", "approve")], from: "/approve/2").status == 303)
        #expect(try await marketing.get("/plan/tracking").text().contains("¥40,000.00"))
        let payment = [("paid", "39000"), ("paid_on", "2027-02-01"), ("done", "1")]
        #expect(
            try await marketing.post("/plan/spending/1/pay", payment, from: "/plan/spending/1").status == 403)
        #expect(try await finance.post("/plan/spending/1/pay", payment, from: "/plan/spending/1").status == 303)
        #expect(try await finance.get("/plan/spending?state=paid").text().contains("信息流"))
        let second = fields.map { $0.0 == "amount" ? ("amount", "20000") : $0 }
        _ = try await marketing.post("/plan/spending", second, from: "/plan/spending/new")
        #expect(try await marketing.get("/plan/spending/2").text().contains("疑似拆单"))
    }

    @Test("BU-05, BU-08 a draw on the pool is asked for from the tracking page and shows once it is approved")
    func drawn() async throws {
        try await budget()
        try await approve()
        let fields = [
            ("from_line", "BL-1"), ("to_line", "BL-3"), ("amount", "1万"), ("cause", "rival"), ("reason", "竞品降价"),
        ]
        let asked = try await marketing.post("/plan/tracking/move", fields, from: "/plan/tracking")
        let request = try #require(asked.headers["location"])
        for browser in [finance, executive] {
            _ = try await browser.post(request + "/decide", [("decision", "approve")], from: request)
        }
        let page = try await marketing.get("/plan/tracking").text()
        #expect(page.contains("竞品降价") && page.contains("+¥10,000.00"))
    }

    @Test("BU-10, WF-07 sales see what they pay, by the campaign's name, agree to it, and see nothing else of money")
    func jointPool() async throws {
        let sales = try await site.browser(as: .sales)
        let project = [("title", "双 11 大促"), ("quadrant", ""), ("wanted", "500000")]
        let projects = "/plan/records/marketing_project"
        #expect(try await marketing.post(projects, project, from: projects + "/new").status == 303)
        let path = "/plan/records/resource_booking"
        let fields = [
            ("title", "门店地推"), ("kind", "agency"), ("project", "MP-1"), ("payer", "sales"), ("cost", "80000"),
        ]
        let code = try #require(site.app.desk.records.catalog.type("marketing_project")).number(1)
        let own = fields.map { $0.0 == "project" ? ("project", code) : $0 }
        #expect(try await marketing.post(path, own, from: path + "/new").status == 303)
        #expect(try await marketing.post(path + "/1/move/start", [("version", "1")], from: path + "/1").status == 409)
        let pool = try await sales.get("/plan/resources").text()
        #expect(pool.contains("双 11 大促") && pool.contains("¥80,000.00") && pool.contains("待出资方确认"))
        #expect(!pool.contains(projects + "/1") && !pool.contains("500,000"))
        #expect(await sales.get(projects + "/1").status == 403)
        let asked = try await marketing.post(path + "/1/request/agree", [("version", "1")], from: path + "/1")
        let request = try #require(asked.headers["location"])
        #expect(try await finance.post(request + "/decide", [("decision", "approve")], from: request).status == 403)
        let page = try await sales.get(request).text()
        #expect(page.contains("门店地推") && page.contains("¥80,000.00"))
        #expect(try await sales.post(request + "/decide", [("decision", "approve")], from: request).status == 303)
        #expect(try await finance.post(request + "/decide", [("decision", "approve")], from: request).status == 303)
        let agreed = try await sales.get(path + "/1").text()
        #expect(agreed.contains("出资已确认"))
        let after = try await sales.get("/plan/resources").text()
        #expect(after.contains("¥80,000.00") && !after.contains("待出资方确认"))
        #expect(await site.faults.lines.isEmpty)
    }

    @Test("BU-07 sample projects stand in their quadrants, those that revenue hangs on first")
    func priorities() async throws {
        let path = "/plan/records/marketing_project"
        #expect(try await marketing.post(path + "/starter", from: path).status == 303)
        let page = try await marketing.get("/plan/project-priorities").text()
        let order = ["双 11 大促", "会员与私域运营", "竞品降价应对", "虚拟人直播试验"]
        let table = try #require(page.firstRange(of: "<tbody>"))
        let places = order.compactMap { page[table.upperBound...].firstRange(of: $0)?.lowerBound }
        #expect(places.count == 4 && places == places.sorted())
    }
}
