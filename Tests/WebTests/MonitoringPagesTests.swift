import Engine
import Foundation
import Kernel
import Monitoring
import Records
import Testing
import Warehouse

@testable import Web

@Suite("KP-06 boards and metrics in the browser")
struct MonitoringPagesTests {
    let test: TestSite

    init() async throws {
        test = try await TestSite()
        let orders: [(String, Int, String)] = [
            ("2026-02-05", 50_000, "east"), ("2026-03-05", 90_000, "east"), ("2026-03-31", 30_000, "south"),
        ]
        for (index, order) in orders.enumerated() {
            try await test.app.warehouse.engine.execute(
                """
                INSERT INTO order_header (order_id, order_no, customer_id, ordered_on, ordered_at, status, amount_fen, item_count,
                    region, channel, load_id)
                VALUES (\(index), 'NO-\(index)', \(index), DATE '\(order.0)', TIMESTAMP '\(order.0) 01:00:00', 'paid', \(order.1), 1,
                    '\(order.2)', 'tmall', 1)
                """)
        }
        try await test.app.warehouse.engine.execute(
            "INSERT INTO customer (customer_id, customer_no, name, load_id) VALUES (1, 'C1', '林静', 1)")
        try await RollUpRefresh(warehouse: test.app.warehouse, clock: test.app.clock).run()
    }

    private func page(_ path: String, as role: Role) async throws -> (status: Int, text: String) {
        let account = try await test.account("somebody \(UUID())", [role])
        let answer = await (try await test.browser(of: account)).get(path)
        return (answer.status, try await answer.text())
    }

    @Test("KP-06 the executive's board has thirty cards with value, change, zone and a way to each metric")
    func board() async throws {
        let (status, text) = try await page("/board", as: .executive)
        #expect(status == 200)
        #expect(text.components(separatedBy: "data-metric=").count - 1 == 30)
        for piece in ["净销售额", "¥1,200.00", "环比", "同比", "Asia/Shanghai", "/board/metrics/revenue?"] {
            #expect(text.contains(piece), "\(piece)")
        }
    }

    @Test("WF-07 a region manager sees her region's numbers, whatever the address says")
    func scope() async throws {
        for path in ["/board?view=executive", "/board?view=executive&region=south", "/board/metrics/revenue"] {
            let (status, text) = try await page(path, as: .regionManager)
            #expect(status == 200)
            #expect(!text.contains("¥1,200.00") && !text.contains("¥300.00"), "\(path)")
        }
        #expect(try await page("/board?view=executive", as: .regionManager).text.contains("¥900.00"))
        let behind = try await page("/board/metrics/revenue/behind?region=south", as: .regionManager)
        #expect(!behind.text.contains("NO-2"))
    }

    @Test("KP-01 a metric page leads to its trend, its breakdown, its orders and its definition")
    func metric() async throws {
        let (status, text) = try await page("/board/metrics/revenue?by=region", as: .executive)
        #expect(status == 200)
        for piece in ["data-chart", "华东", "region=east", "查看背后的订单", "SELECT", "财务部", "order_header", "2026-03-01"] {
            #expect(text.contains(piece), "\(piece)")
        }
        let behind = try await page("/board/metrics/revenue/behind?region=east", as: .executive)
        #expect(behind.text.contains("NO-1") && !behind.text.contains("NO-2"))
        #expect(behind.text.contains("林*") && !behind.text.contains("林静"))
    }

    @Test("KP-01 every metric's page opens, in both languages", arguments: [Language.zh, .en])
    func everyPage(language: Language) async throws {
        let browser = try await test.browser(as: .administrator)
        browser.cookies["yunchou_language"] = language.rawValue
        for metric in Metric.all {
            let answer = await browser.get("/board/metrics/\(metric.id)")
            #expect(answer.status == 200, "\(metric.id)")
        }
    }

    @Test("DA-04 the dictionary is searchable by name, id and source")
    func dictionary() async throws {
        #expect(try await page("/data/metrics", as: .analyst).text.contains("净推荐值 NPS"))
        let found = try await page("/data/metrics?q=survey_answer", as: .analyst).text
        #expect(found.contains("净推荐值 NPS") && !found.contains("获客成本 CAC"))
    }

    @Test("KP-01 an unknown metric is a page not found that says where to look")
    func unknown() async throws {
        let (status, text) = try await page("/board/metrics/nonsense", as: .executive)
        #expect(status == 404)
        #expect(text.contains("指标字典"))
    }

    @Test("KP-06 a target that is saved lights the card; an empty one takes it back; nonsense is refused")
    func target() async throws {
        let browser = try await test.browser(as: .executive)
        let fields = [
            ("grain", "month"), ("starts", "2026-03-01"), ("node", "company"), ("next", "/board/metrics/revenue"),
        ]
        func save(_ value: String) async throws -> Int {
            try await browser.post("/board/metrics/revenue/target", fields + [("value", value)], from: "/board").status
        }
        #expect(try await save("1,250") == 303)
        #expect(try await browser.get("/board/metrics/revenue").text().contains("达成 96.0%"))
        #expect(try await save("abc") == 422)
        #expect(try await save("") == 303)
        #expect(try await browser.get("/board/metrics/revenue").text().contains("未设目标"))
    }

    @Test(
        "KP-06 light limits are changed for one metric or all, judged and stated by the board, kept with their history")
    func limits() async throws {
        let browser = try await test.browser(as: .executive)
        func save(_ metric: String, _ green: String, _ amber: String) async throws -> Int {
            try await browser.post(
                "/board/limits/\(metric)", [("green", green), ("amber", amber)], from: "/board/limits/\(metric)"
            ).status
        }
        #expect(try await browser.get("/board").text().contains("≥ 100% 绿灯，≥ 90% 黄灯，其余红灯"))
        #expect(try await save("revenue", "95", "97") == 422)
        #expect(try await save("revenue", "abc", "80") == 422)
        #expect(try await save("revenue", "96", "80.5") == 303)
        #expect(try await save("all", "98%", "85") == 303)
        let board = try await browser.get("/board?view=executive").text()
        #expect(board.contains("≥ 98% 绿灯，≥ 85% 黄灯") && board.contains("净销售额 ≥ 96% 绿灯，≥ 80.5% 黄灯"))
        let page = try await browser.get("/board/limits/revenue").text()
        #expect(page.contains("更改历史") && page.contains("executive person"))
        #expect(
            try await browser.post("/board/limits/revenue", [("do", "reset")], from: "/board/limits/revenue").status
                == 303)
        #expect(try await browser.get("/board/limits/revenue").text().contains("≥ 98% 绿灯"))
        let sales = try await test.browser(as: .sales)
        #expect(try await !sales.get("/board/limits/revenue").text().contains("name=\"green\""))
        #expect(
            try await sales.post("/board/limits/revenue", [("green", "1"), ("amber", "1")], from: "/me").status == 403)
    }

    @Test("KP-01 programs get the same numbers in whole currency units")
    func api() async throws {
        let (status, text) = try await page(
            "/api/v1/metrics/revenue?from=2026-03-01&to=2026-03-31&by=region", as: .executive)
        #expect(status == 200)
        #expect(text.contains("\"value\":900") && text.contains("\"timeZone\":\"Asia/Shanghai\""))
        #expect(try await page("/api/v1/metrics/revenue?by=moon", as: .executive).status == 422)
        #expect(try await page("/api/v1/board", as: .executive).text.contains("\"light\":\"grey\""))
    }

    @Test("NF-02 the export holds the numbers, the zone, and no formula that a spreadsheet would run")
    func csv() async throws {
        let (status, text) = try await page("/board/metrics/revenue/export/csv?by=channel", as: .executive)
        #expect(status == 200)
        #expect(text.contains("天猫,2026-03-01,2026-03-31,1200"))
        #expect(text.contains("时区：Asia/Shanghai"))
    }
}
