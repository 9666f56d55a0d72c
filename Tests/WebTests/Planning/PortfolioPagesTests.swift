import Engine
import Kernel
import Records
import Testing
import Warehouse

@testable import Web

/// Portfolio, regions and risk as people see them.
@Suite struct PortfolioPagesTests {
    private let site: TestSite
    private let browser: TestBrowser
    private let matrix = "/plan/portfolio-matrix"

    init() async throws {
        site = try await TestSite(allRecords: true)
        browser = try await site.browser(as: .marketing)
    }

    private func run(_ sql: String) async throws { try await site.app.warehouse.engine.execute(sql) }

    /// Two lines of one category: 甲<1> sells three times what 乙 sells; one product has no code, name or series.
    private func sell() async throws {
        for (id, code, series) in [(1, "'A'", "'甲<1>'"), (2, "'B'", "'乙'"), (3, "NULL", "NULL")] {
            try await run(
                "INSERT INTO product (product_id, product_code, name, category, series, load_id) "
                    + "VALUES (\(id), \(code), \(code), '洗护', \(series), 1)")
        }
        for (id, product, day, fen) in [
            (1, 1, "2026-12-01", 60_000), (2, 2, "2026-12-01", 20_000), (3, 1, "2025-12-01", 10_000),
            (4, 3, "2026-12-02", 500),
        ] {
            try await run(
                """
                INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, item_count, region, channel, load_id)
                VALUES (\(id), \(id), DATE '\(day)', 'paid', \(fen), 1, 'east', 'tmall', 1)
                """)
            try await run(
                """
                INSERT INTO order_line (order_id, line_no, product_id, customer_id, ordered_on, quantity, unit_price_fen,
                    discount_fen, amount_fen, load_id)
                VALUES (\(id), 1, \(product), \(id), DATE '\(day)', 1, \(fen), 0, \(fen), 1)
                """)
        }
        try await RollUpRefresh(warehouse: site.app.warehouse, clock: site.app.clock).run()
    }

    @Test("PP-01, PP-03, M-04 without sales each page says what to do; with sales it draws, and titles are harmless")
    func drawn() async throws {
        for tab in ["matrix", "life", "buyers"] {
            let text = try await browser.get(matrix + "?tab=" + tab).text()
            #expect(text.contains("还没有销售数据") && text.contains("/data/import"), "\(tab)")
        }
        try await sell()
        let text = try await browser.get(matrix).text()
        #expect(text.contains("甲&lt;1&gt;") && !text.contains("甲<1>") && text.contains("class=\"bubble tone-1"))
        #expect(text.contains("3.00") && text.contains("0.33"))  // relative shares of 甲 and 乙
        #expect(try await browser.get(matrix + "?tab=life").text().contains("class=\"life-dot"))
        #expect(try await browser.get(matrix + "?tab=buyers").text().contains("超过 30% 上限"))
    }

    @Test("PP-03 a judgement asks for a reason, is drawn with it, and the computed quadrant stays beside it")
    func judged() async throws {
        try await sell()
        let path = "/plan/records/portfolio_judgement"
        var fields = [("title", "乙"), ("level", "line"), ("key", "洗护/乙"), ("quadrant", "star")]
        #expect(try await browser.post(path, fields, from: path + "/new").status == 422)
        fields.append(("reason", "明年换代"))
        #expect(try await browser.post(path, fields, from: path + "/new").status == 303)
        let text = try await browser.get(matrix).text()
        #expect(text.contains("overruled") && text.contains("明年换代") && text.contains("推算为"))
    }

    @Test("RK-01, RK-02 a risk beyond its line warns when checked; its plan is started and its steps are ticked off")
    func emergency() async throws {
        try await sell()
        let risk = "/plan/records/risk"
        let fields = [
            ("title", "销售<下滑>"), ("kind", "competition"), ("likelihood", "4"), ("impact", "5"),
            ("indicator", "revenue"),
            ("comparison", "below"), ("threshold", "100000"),
        ]
        #expect(try await browser.post(risk, fields, from: risk + "/new").status == 303)
        #expect(try await browser.get("/plan/risk-map").text().contains("销售&lt;下滑&gt;"))
        #expect(try await browser.post("/plan/risk-map/check", from: "/plan/risk-map").status == 303)
        #expect(try await browser.get("/plan/risk-map").text().contains("risk-entry risk-warned"))
        let steps = "/plan/records/emergency_step"
        #expect(try await browser.post(steps + "/starter", from: steps).status == 303)
        let start = "/plan/emergency/start"
        let begun = try await browser.post(
            start, [("plan", "1"), ("risk", "1"), ("situation", "订单<骤降>")], from: start)
        #expect(begun.status == 303 && begun.headers["location"] == "/plan/incidents/1")
        let page = try await browser.get("/plan/incidents/1").text()
        #expect(page.contains("订单&lt;骤降&gt;") && page.contains("48 小时 0 分"))
        #expect(
            try await browser.post("/plan/incidents/1/log", [("step", "1")], from: "/plan/incidents/1").status == 303)
        #expect(try await browser.get("/plan/incidents/1").text().contains("已完成"))
    }

    @Test("RG-01 weights that are tried out change the order on the page and nothing else; nonsense is left aside")
    func weights() async throws {
        let path = "/plan/records/region_score"
        let scores = ["market_score", "rival_density", "policy_score", "logistics_score", "digital_score"]
        for (title, market, policy) in [("市场大", "5", "1"), ("政策好", "1", "5")] {
            let values = zip(scores, [market, "3", policy, "3", "3"]).map { ($0, $1) }
            #expect(try await browser.post(path, [("title", title)] + values, from: path + "/new").status == 303)
        }
        func first(_ query: String) async throws -> Bool {
            let text = try await browser.get("/plan/region-ranking" + query).text()
            let codes = text.matches(of: /record-link" href="\/plan\/records\/region_score\/([12])"/).map(\.1)
            return codes.first == "1"
        }
        #expect(try await first(""))
        #expect(try await !first("?w.market_score=0&w.policy_score=60"))
        #expect(try await first("?w.market_score=nan&w.policy_score=-5"))
    }

    @Test("an area's page begins with what is drawn from its records, and each of these opens")
    func analyses() async throws {
        for area in site.app.desk.areas where ["market", "portfolio", "regions", "risk"].contains(area.id) {
            #expect(!Analysis.of(area).isEmpty)
            let text = try await browser.get("/plan/" + area.id).text()
            for analysis in Analysis.of(area) {
                #expect(text.contains("href=\"\(analysis.path)\""), "\(analysis.path)")
                #expect(await browser.get(analysis.path).status == 200, "\(analysis.path)")
            }
        }
    }
}
