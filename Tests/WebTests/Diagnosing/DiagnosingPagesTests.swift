import Diagnosing
import Engine
import Kernel
import Records
import Store
import Testing
import Warehouse

@testable import Web

@Suite struct DiagnosingPagesTests {
    let test: TestSite

    init() async throws { test = try await TestSite() }

    /// 400 customers in two regions with three orders each on average.
    private func trade() async throws {
        let engine = test.app.warehouse.engine
        try await engine.execute(
            """
            INSERT INTO customer (customer_id, customer_no, name, phone, region, city, load_id)
            SELECT i + 1, 'K' || lpad(CAST(i AS VARCHAR), 4, '0'), '林静怡', '13812345678',
                CASE WHEN i % 4 = 0 THEN 'east' ELSE 'north' END, '=cmd', 1
            FROM range(400) AS numbers(i)
            """)
        try await engine.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, load_id)
            SELECT i + 1, 1 + (hash(i) % 400)::BIGINT, DATE '2026-01-01' + (hash(i + 7) % 200)::INTEGER, 'paid',
                1000 + (hash(i + 3) % 90000)::BIGINT, 1
            FROM range(1200) AS numbers(i)
            """)
    }

    @discardableResult
    private func score(_ day: String, _ standing: RFMStanding = .provisional) async throws -> RFMRun {
        let rfm = try await RFM(test.app.warehouse, clock: test.app.clock)
        let asOf = try #require(Day(day))
        try await Cohorts(test.app.warehouse).refresh(asOf: asOf)
        return try await rfm.run(asOf: asOf, standing: standing)
    }

    @Test("CU-01 before the first run the page says the next step: orders, then scoring")
    func emptyStates() async throws {
        let analyst = try await test.browser(as: .analyst)
        #expect(try await analyst.get("/diagnose/rfm").text().contains("导入订单"))
        #expect(try await analyst.get("/diagnose/cohorts").text().contains("去 RFM 评分"))
        try await trade()
        #expect(try await analyst.get("/diagnose/rfm").text().contains("href=\"/diagnose/rfm/score\""))
    }

    @Test("CU-02 the page shows the grid, both schemes, their history and who moved, in both languages")
    func overview() async throws {
        try await trade()
        try await score("2026-05-31")
        let run = try await score("2026-07-31")
        let analyst = try await test.browser(as: .analyst)
        let page = try await analyst.get("/diagnose/rfm").text()
        for word in ["价值分层", "行为分型", "高价值", "沉睡唤醒", "客户迁移", "R5 · ", "五等分", "Asia/Shanghai", "data-chart"] {
            #expect(page.contains(word), "\(word)")
        }
        #expect(page.contains("/diagnose/rfm/customers?run=\(run.id)&amp;r=5&amp;f=5"))
        analyst.cookies["yunchou_language"] = "en"
        let english = try await analyst.get("/diagnose/rfm?m=5").text()
        for word in ["Value tiers", "Churn risk", "who moved", "Quintiles"] {
            #expect(english.contains(word), "\(word)")
        }
    }

    @Test("CU-01 a square leads to its customers; names and phones are masked without the right to contacts")
    func customers() async throws {
        try await trade()
        let run = try await score("2026-07-31")
        let rfm = try await RFM(test.app.warehouse, clock: test.app.clock)
        let square = try await rfm.grid(of: run).square(recency: 5, frequency: 5)
        let analyst = try await test.browser(as: .analyst)
        let page = try await analyst.get("/diagnose/rfm/customers?r=5&f=5").text()
        #expect(page.contains("共 \(square.customers) 位客户"))
        #expect(page.contains("林**") && page.contains("138****5678"))
        #expect(!page.contains("林静怡") && !page.contains("13812345678"))
        let sales = try await test.browser(as: .sales)
        #expect(
            try await sales.get("/diagnose/rfm/customers?scheme=value&tier=high_value").text().contains("13812345678"))
    }

    @Test("WF-07 a region manager sees her region's customers and totals only, whatever the address says")
    func regions() async throws {
        try await trade()
        try await score("2026-07-31")
        let manager = try await test.browser(as: .regionManager)
        let mine = try await manager.get("/diagnose/rfm/customers").text()
        #expect(mine.contains("华东") && !mine.contains("华北"))
        let theirs = try await manager.get("/diagnose/rfm/customers?region=north").text()
        #expect(theirs.contains("共 0 位客户"))
        #expect(!(try await manager.get("/diagnose/rfm").text().contains("华北")))
    }

    @Test("NF-02 the export holds every customer, and no cell that a spreadsheet would run")
    func export() async throws {
        try await trade()
        let run = try await score("2026-07-31")
        let analyst = try await test.browser(as: .analyst)
        let file = try await analyst.get("/diagnose/rfm/customers/export/csv").text()
        let lines = file.split(separator: "\n")
        #expect(lines.count == Int(run.customers) + 1)
        #expect(lines[0].contains("客户编号,大区,城市,渠道,最近消费天数"))
        #expect(lines[1].contains(",'=cmd,"))
        #expect(!file.contains("13812345678"))
    }

    @Test("CU-01 cut points are tried out, refused with the field's name, and then begin a job")
    func scoring() async throws {
        try await trade()
        try await score("2026-05-31")
        let analyst = try await test.browser(as: .analyst)
        let fields = [
            ("as_of", "2026-07-31"), ("standing", "trial"), ("method", "fixed"), ("look_back_days", ""),
            ("recency", "180，90，60，30"), ("frequency", "2, 3, 5, 10"), ("monetary", "100, 200, 300, 400"),
        ]
        let page = "/diagnose/rfm/score"
        #expect(try await analyst.get(page).text().contains("value=\"2026-07-"))
        let preview = try await analyst.post(page, fields + [("do", "preview")], from: page)
        #expect(preview.status == 200)
        #expect(try await preview.text().contains("尚未保存"))
        let wrong = try await analyst.post(
            page, fields.filter { $0.0 != "frequency" } + [("frequency", "9, 3")], from: page)
        #expect(wrong.status == 422)
        #expect(try await wrong.text().contains("“消费频次”需要 4 个分界点"))
        let begun = try await analyst.post(page, fields + [("do", "run"), ("keep", "yes")], from: page)
        #expect(begun.status == 303)
        let job = try #require(try await test.app.jobs.latest(1).first)
        let order = try job.payload(as: RFMOrder.self)
        #expect(order.standing == .trial && order.asOf.description == "2026-07-31")
        #expect(order.options.method.name == "fixed")
        let kept = try await test.app.store.read { try RFMOptionStore(test.app.store).options($0) }
        #expect(kept == order.options)
    }

    @Test("CU-10 the cohort page shows shares, and counts when asked")
    func cohorts() async throws {
        try await trade()
        try await score("2026-07-31")
        let executive = try await test.browser(as: .executive)
        #expect(try await executive.get("/diagnose/cohorts").text().contains("100.0%"))
        #expect(try await executive.get("/diagnose/cohorts?show=count").text().contains("2026-01 · "))
    }

    @Test("CU-01 a run that does not exist is named, not a fault of ours")
    func unknownRun() async throws {
        try await trade()
        try await score("2026-07-31")
        let analyst = try await test.browser(as: .analyst)
        let answer = await analyst.get("/diagnose/rfm?run=99")
        #expect(answer.status == 404)
        #expect(try await answer.text().contains("没有编号为 99 的 RFM 评分"))
        #expect(await test.faults.lines.isEmpty)
    }
}
