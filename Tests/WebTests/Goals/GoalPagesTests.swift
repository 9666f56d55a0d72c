import Engine
import Foundation
import Kernel
import Planning
import Records
import Testing
import Warehouse

@testable import Web

@Suite("S-06 and S-07 pages of goals")
struct GoalPagesTests {
    private let test: TestSite
    private let person: TestBrowser

    /// Two and a half years of steady sales, 100 yuan a day in the east and half of that in the south.
    init() async throws {
        test = try await TestSite(allRecords: true)
        try await test.app.warehouse.engine.execute(
            """
            INSERT INTO order_header (order_id, customer_id, ordered_on, status, amount_fen, item_count, region, channel, load_id)
            SELECT row_number() OVER (), 1, CAST(range AS DATE), 'paid',
                CAST(base * (1 + 0.04 * sin(epoch(range) / 86400 * 12.9898)) AS BIGINT), 1, region, 'tmall', 1
            FROM range(TIMESTAMP '2024-01-01', TIMESTAMP '2026-07-01', INTERVAL 1 DAY),
                (VALUES ('east', 10000), ('south', 5000)) AS part (region, base)
            """)
        try await RollUpRefresh(warehouse: test.app.warehouse, clock: test.time.clock).run()
        person = try await test.browser(as: .marketing)
    }

    private func goal(_ title: String, _ more: RecordValues = [:]) async throws -> Record {
        let type = try test.app.desk.records.catalog.require("goal")
        let values: RecordValues = [
            "title": .text(title), "family": .text("sales"), "metric": .text("revenue"), "baseline": .number(54_750),
            "target": .number(54_000), "starts_on": .day(try #require(Day("2026-01-01"))),
            "due_on": .day(try #require(Day("2026-12-31"))),
        ].merging(more) { _, own in own }
        return try await test.app.desk.records.create(type, values, by: .system)
    }

    @Test("S-06 an empty tree says the next step; a goal shows path, actual, chance and light in both languages")
    func tree() async throws {
        #expect(try await person.get("/plan/goals").text().contains("还没有目标"))
        _ = try await goal("稳健增长")
        _ = try await goal("翻一番", ["target": .number(110_000)])
        _ = try await goal("缺基线", ["baseline": .number(1), "due_on": .day(try #require(Day("2025-01-01")))])
        let zh = try await person.get("/plan/goals").text()
        #expect(zh.contains("&gt;99%") && zh.contains("有望达成") && zh.contains("&lt;1%") && zh.contains("难以达成"))
        #expect(zh.contains("早于开始日期") && zh.contains("亮灯与概率是怎么算的"))
        #expect(zh.contains("数据截至 2026-06-30"))
        _ = try await person.post("/preferences", [("language", "en"), ("next", "/plan/goals")], from: "/plan/goals")
        let en = try await person.get("/plan/goals").text()
        #expect(en.contains("On track") && en.contains("Unlikely") && en.contains("lies before the start"))
        let chosen = try await person.get("/plan/goals?light=unlikely").text()
        #expect(chosen.contains("翻一番") && !chosen.contains("稳健增长"))
    }

    @Test("S-07 a goal is broken down, refused twice, changed, balanced; nothing typed is lost when it cannot be")
    func cascade() async throws {
        let year = try await goal("收入")
        let path = "/plan/goals/\(year.number)"
        #expect(try await person.get(path).text().contains("分解目标"))
        #expect(try await person.post(path + "/split", [("way", "quarter")], from: path).status == 303)
        let page = try await person.get(path).text()
        #expect(page.contains("与上级一致") && page.contains("2026 年第 1 季度"))
        let twice = try await person.post(path + "/split", [("way", "quarter")], from: path)
        #expect(twice.status == 409)
        #expect(try await twice.text().contains("已按“季”分解"))
        let proposed = try await test.app.desk.records.goals(for: .system).filter { $0.parent == year.id }
        func form(_ first: String, fixed: Int? = nil) -> [(String, String)] {
            var fields = [("way", "quarter"), ("do", "balance")]
            for part in proposed {
                let number = part.record.number
                fields.append(("version-\(number)", "1"))
                fields.append(("target-\(number)", number == 2 ? first : "\(part.unit.typed(part.target ?? 0))"))
                if fixed == Int(number) { fields.append(("fixed-\(number)", "1")) }
            }
            return fields
        }
        let wrong = try await person.post(path + "/parts", form("一万"), from: path)
        #expect(wrong.status == 422)
        let said = try await wrong.text()
        #expect(said.contains("不是数字") && said.contains("value=\"一万\""))
        let all = try await person.post(path + "/parts", form("60000", fixed: 2), from: path)
        #expect(all.status == 422)
        #expect(try await person.post(path + "/parts", form("20000"), from: path).status == 303)
        let after = try await test.app.desk.records.goals(for: .system).filter { $0.parent == year.id }
        #expect(after.compactMap(\.target).reduce(0, +) == 5_400_000)
        #expect(after.first { $0.record.number == 2 }?.target == 2_000_000)
        // Somebody else was first: the versions above are stale now.
        #expect(try await person.post(path + "/parts", form("30000"), from: path).status == 409)
    }

    @Test("WF-07 a region manager sees the numbers of her region's goals only, and may break nothing down")
    func scope() async throws {
        _ = try await goal("全国")
        _ = try await goal("华东", ["region": .text("east"), "target": .number(36_000)])
        let manager = try await test.browser(as: .regionManager)
        let page = try await manager.get("/plan/goals").text()
        #expect(page.contains("华东") && page.contains("超出您的数据范围"))
        #expect(page.components(separatedBy: "&gt;99%").count == 2)
        #expect(try await manager.post("/plan/goals/1/split", [("way", "month")], from: "/plan/goals/1").status == 403)
        #expect(await manager.get("/plan/goals/99").status == 404)
    }

    @Test(
        "S-03 and S-04 the board and the OKR page open empty and filled; a phase closes over open milestones with a reason only"
    )
    func board() async throws {
        #expect(try await person.get("/plan/strategy-board").text().contains("还没有战略规划"))
        #expect(try await person.get("/plan/okr").text().contains("还没有 OKR"))
        for type in ["strategy_measure", "milestone", "key_result"] {
            let address = "/plan/records/\(type)"
            #expect(try await person.post(address + "/starter", from: address).status == 303)
        }
        let page = try await person.get("/plan/strategy-board").text()
        #expect(page.contains("当前阶段") && page.contains("市场份额") && page.contains("样板区域验收"))
        #expect(try await person.get("/plan/strategy-board?on=2027-08-01").text().contains("下一检查点"))
        let board = "/plan/strategy-board"
        let start = [("version", "1"), ("next", board)]
        #expect(try await person.post(board + "/phases/1/start", start, from: board).status == 303)
        let running = try await person.get(board).text()
        #expect(running.contains("还有 2 个里程碑未达成"))
        let bare = try await person.post(board + "/phases/1/close", [("version", "2")], from: board)
        #expect(bare.status == 422)
        let close = [("version", "2"), ("reason", "提前收官"), ("next", board)]
        #expect(try await person.post(board + "/phases/1/close", close, from: board).status == 303)
        let okr = try await person.get("/plan/okr").text()
        #expect(okr.contains("跨部门依赖") && okr.contains("22% → 28%"))
        let refused = try await person.post(
            "/plan/okr/1/check-in", [("value", "25"), ("confidence", "99"), ("title", "稳步提升")], from: "/plan/okr")
        #expect(refused.status == 422)
        #expect(try await refused.text().contains("value=\"稳步提升\""))
        let good = [("value", "25"), ("confidence", "7"), ("title", "稳步提升")]
        #expect(try await person.post("/plan/okr/1/check-in", good, from: "/plan/okr").status == 303)
        #expect(try await person.get("/plan/okr").text().contains("50%"))
    }
}
