import Engine
import Kernel
import Records
import Testing
import Warehouse

@testable import Web

/// Rivals' prices and macro indicators as people see them.
@Suite struct MarketPagesTests {
    private let site: TestSite
    private let browser: TestBrowser

    init() async throws {
        site = try await TestSite(allRecords: true)
        browser = try await site.browser(as: .marketing)
    }

    private func run(_ sql: String) async throws { try await site.app.warehouse.engine.execute(sql) }

    /// Ours is paid 100 yuan for; 甲<1> asks 80 for three weeks, 乙 asks 110.
    private func plant() async throws {
        try await run(
            "INSERT INTO product (product_id, product_code, name, category, load_id) VALUES (1, 'A', '洗发水<b>', '洗护', 1)"
        )
        for day in 0..<40 {
            try await run(
                """
                INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, item_count, region, load_id)
                VALUES (\(day), 1, DATE '2026-11-01' + \(day), 'paid', 10000, 1, 'east', 1)
                """)
            try await run(
                """
                INSERT INTO order_line (order_id, line_no, product_id, ordered_on, quantity, amount_fen, load_id)
                VALUES (\(day), 1, 1, DATE '2026-11-01' + \(day), 1, 10000, 1)
                """)
        }
        for (rival, fen) in [("甲<1>", 8_000), ("乙", 11_000)] {
            for day in ["2026-11-20", "2026-11-27", "2026-12-04"] {
                try await run("INSERT INTO competitor_price VALUES ('\(rival)', 'A', DATE '\(day)', \(fen), '天猫', 1)")
            }
        }
        try await RollUpRefresh(warehouse: site.app.warehouse, clock: site.app.clock).run()
    }

    @Test(
        "M-05 M-09 without prices the page says what to import; with them it shows the index, and a rule names who is beyond it"
    )
    func prices() async throws {
        let path = PricePages.path
        let none = try await browser.get(path).text()
        #expect(none.contains("还没有竞品价格"))
        try await plant()
        let bare = try await browser.get(path).text()
        #expect(bare.contains("设定价格规则") && bare.contains(">125<") && bare.contains(">91<"))
        let fields = [
            ("title", "降价应对"), ("move", "price"), ("condition", "x"), ("steps", "y"), ("response", "price"),
            ("gap", "15"),
            ("gap_days", "10"),
        ]
        let playbook = "/plan/records/response_playbook"
        #expect(try await browser.post(playbook, fields, from: playbook + "/new").status == 303)
        let text = try await browser.get(path).text()
        #expect(text.contains("甲&lt;1&gt;在 1 个商品上的价格低于我方") && !text.contains("甲<1>"))
        #expect(text.contains("2026-11-20") && text.contains("15 天") && text.contains("price-over"))
        let product = try await browser.get(path + "/A").text()
        #expect(product.contains("洗发水&lt;b&gt;") && product.contains("¥80.00") && product.contains("¥100.00"))
        let missing = try await browser.get(path + "/nothing")
        #expect(missing.status == 404)
    }

    @Test("M-02 a rule is judged before one's eyes, with the values; checking it takes up the PEST card that it names")
    func macro() async throws {
        #expect(try await browser.get(MacroPages.path).text().contains("还没有宏观数据"))
        for (day, value) in [("2026-09-30", 99.5), ("2026-10-31", 98.25)] {
            try await run("INSERT INTO macro_series VALUES ('信心<指数>', DATE '\(day)', \(value), '点', 1)")
        }
        let card = "/plan/records/pest_card"
        #expect(
            try await browser.post(
                card, [("title", "消费转弱"), ("factor", "economic"), ("direction", "threat")], from: card + "/new"
            ).status == 303)
        let rule = "/plan/records/macro_rule"
        let fields = [
            ("title", "两月低于 100"), ("indicator", "other"), ("series", "信心<指数>"), ("comparison", "below"),
            ("threshold", "100"), ("periods", "2"), ("response", "risk"), ("cards", "PEST-1"),
        ]
        #expect(try await browser.post(rule, fields, from: rule + "/new").status == 303)
        let text = try await browser.get(MacroPages.path).text()
        #expect(text.contains("1 条规则已触发") && text.contains("99.50、98.25") && text.contains("已连续 2 期"))
        #expect(text.contains("信心&lt;指数&gt;") && !text.contains("信心<指数>") && text.contains("新发现"))
        #expect(try await browser.post(MacroPages.path + "/check", [], from: MacroPages.path).status == 303)
        #expect(try await browser.get(MacroPages.path).text().contains("跟踪中"))
    }
}
