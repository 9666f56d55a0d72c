import Collecting
import Diagnosing
import Engine
import Kernel
import Records
import Store
import Testing
import Warehouse

@testable import Web

@Suite("AT-06 pages of baskets") struct BasketPagesTests {
    let test: TestSite
    private let path = "/diagnose/baskets"

    init() async throws { test = try await TestSite() }

    /// 2,000 orders of a year and a half in two regions and two channels, two lines each; tea and cups go together.
    private func trade(counts: Bool = true) async throws {
        let engine = test.app.warehouse.engine
        try await engine.execute(
            """
            INSERT INTO product (product_id, product_code, name, category, load_id) VALUES
                (1, 'A', '龙井<茶>', '茶', 1), (2, 'B', '盖碗', '器', 1), (3, 'C', '线香', '香', 1), (4, 'D', '茶巾', '器', 1)
            """)
        try await engine.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, channel, region, status, item_count, gross_fen, discount_fen,
                amount_fen, cost_fen, load_id)
            SELECT i, 1 + (hash(i) % 300)::BIGINT, DATE '2025-01-01' + (i % 540)::INTEGER,
                CASE WHEN hash(i + 3) % 2 = 0 THEN 'tmall' ELSE 'store' END,
                CASE WHEN hash(i + 5) % 3 = 0 THEN 'east' ELSE 'north' END, 'paid', 2, 10000, 1000 * (i % 2), 10000 - 1000 * (i % 2),
                4000, 1
            FROM range(2000) AS numbers(i)
            """)
        try await engine.execute(
            """
            INSERT INTO order_line (order_id, line_no, product_id, ordered_on, quantity, discount_fen, amount_fen, load_id)
            SELECT order_id, 1, CASE WHEN order_id % 3 = 0 THEN 1 ELSE 3 END, ordered_on, 1, discount_fen, 8000 - discount_fen, 1
            FROM order_header
            UNION ALL
            SELECT order_id, 2, CASE WHEN order_id % 3 = 0 OR order_id % 7 = 0 THEN 2 ELSE 4 END, ordered_on, 1, 0, 2000, 1
            FROM order_header
            """)
        try await RollUpRefresh(warehouse: test.app.warehouse, clock: test.app.clock).run()
        if counts { try await Baskets(test.app.warehouse, clock: test.app.clock).refresh() }
    }

    @Test("AT-06 before the first count the pages say the next step, and who may begin it can")
    func empty() async throws {
        let analyst = try await test.browser(as: .analyst)
        for page in ["", "/promotions", "/pairs"] {
            #expect(try await analyst.get(path + page).text().contains("href=\"/data/import\""), "\(page)")
        }
        try await trade(counts: false)
        #expect(try await analyst.get(path).text().contains("现在统计"))
        #expect(try await !test.browser(as: .sales).get(path).text().contains("现在统计"))
        #expect(try await analyst.post(path + "/refresh", from: path).status == 303)
        let job = try #require(try await test.app.jobs.latest(1).first)
        #expect(job.kind == BasketJob.id)
    }

    @Test(
        "AT-06 the first page shows four figures, their course and the split, in both languages, every grain and split")
    func overview() async throws {
        try await trade()
        let analyst = try await test.browser(as: .analyst)
        let page = try await analyst.get(path).text()
        for word in ["客单价", "复购率", "连带率", "客户价值", "环比", "同比", "天猫", "Asia/Shanghai", "data-chart", "2026 年 6 月"] {
            #expect(page.contains(word), "\(word)")
        }
        for query in [
            "?grain=quarter&by=category", "?grain=year&by=product&horizon=90",
            "?to=2025-08-15&by=category&member=%E8%8C%B6",
        ] {
            #expect(await analyst.get(path + query).status == 200, "\(query)")
        }
        #expect(try await analyst.get(path + "?by=product").text().contains("龙井&lt;茶&gt;"))
        #expect(try await analyst.get(path + "?to=2025-08-15").text().contains("2025 年 8 月"))
        #expect(await analyst.get(path + "?to=yesterday").status == 422)
        analyst.cookies["yunchou_language"] = "en"
        let english = try await analyst.get(path + "?by=category").text()
        for word in ["Average order value", "Repurchase rate", "vs last year", "Customer value", "Orders that hold it"]
        {
            #expect(english.contains(word), "\(word)")
        }
    }

    @Test("AT-06 a heading sorts down, then up, and says so")
    func sorting() async throws {
        try await trade()
        let analyst = try await test.browser(as: .analyst)
        func order(_ query: String) async throws -> [Substring] {
            let file = try await analyst.get(path + "/export/csv?by=category" + query).text()
            return file.split(separator: "\n").dropFirst(2).map { $0.prefix { $0 != "," } }
        }
        #expect(try await order("&sort=-orders") == ["器", "香", "茶"])
        #expect(try await order("&sort=orders") == ["茶", "香", "器"])
        let page = try await analyst.get(path + "?sort=-orders").text()
        #expect(page.contains("aria-sort=\"descending\"") && page.contains("sort=orders"))
    }

    @Test(
        "AT-06 promotions: like with like beside all with all, with intervals and the warning that it is no experiment")
    func promotions() async throws {
        try await trade()
        let analyst = try await test.browser(as: .analyst)
        let page = try await analyst.get(path + "/promotions?grain=year").text()
        for word in ["不是实验", "可比订单之差", "直接相比", "−¥10.00", "同一客户的多笔订单不当作独立"] {
            #expect(page.contains(word), "\(word)")
        }
        #expect(page.contains("件数没有明显差别") || page.contains("件数"))
        let file = try await analyst.get(path + "/promotions/export/csv?grain=year").text()
        #expect(file.split(separator: "\n").count == 1 + 3 * 3)
    }

    @Test("AT-06 pairs: lift, confidence and adjusted p; the list can be sorted, narrowed and taken out")
    func pairs() async throws {
        try await trade()
        let analyst = try await test.browser(as: .analyst)
        let page = try await analyst.get(path + "/pairs").text()
        for word in ["提升度", "置信度", "龙井&lt;茶&gt;", "盖碗", "&lt;0.0001", "Benjamini"] {
            #expect(page.contains(word), "\(word)")
        }
        #expect(!page.contains("<strong>茶巾") && !page.contains("+ 线香"))
        #expect(try await analyst.get(path + "/pairs?show=rare").text().contains("线香"))
        #expect(try await analyst.get(path + "/pairs?least=100000").text().contains("没有符合条件的组合"))
        #expect(await analyst.get(path + "/pairs?by=category&sort=-uplift&show=all&page=3").status == 200)
        let file = try await analyst.get(path + "/pairs/export/csv?show=all").text()
        #expect(file.split(separator: "\n").count == 4 && file.contains("提升度"))
    }

    @Test("WF-07 a region manager sees her region's baskets only, whatever the address says")
    func regions() async throws {
        try await trade()
        let manager = try await test.browser(as: .regionManager)
        let mine = try await manager.get(path + "?grain=year").text()
        #expect(mine.contains("华东") && !mine.contains("华北"))
        let theirs = try await manager.get(path + "?grain=year&region=north").text()
        #expect(theirs.contains("0 笔支付订单"))
        #expect(await manager.get(path + "/export/csv").status == 403)
        let analyst = try await test.browser(as: .analyst)
        let east = try await analyst.get(path + "/export/csv?grain=year&region=east").text()
        let all = try await analyst.get(path + "/export/csv?grain=year").text()
        #expect(east.contains("客单价（CNY）") && all.split(separator: "\n").count == 4)
        #expect(east != all)
    }
}
