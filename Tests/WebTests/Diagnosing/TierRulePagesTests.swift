import Diagnosing
import Foundation
import Kernel
import Records
import Store
import Testing

@testable import Web

@Suite("CU-02 the rules of the tiers on a page") struct TierRulePagesTests {
    let test: TestSite
    private let page = "/diagnose/rfm/rules/value"

    init() async throws { test = try await TestSite() }

    private func kept() async throws -> TierScheme {
        try await test.app.store.read { try RFMOptionStore(test.app.store).scheme("value", $0) }
    }

    /// What a browser sends for these rules.
    private func fields(_ rules: [TierRule], version: Int = 1, _ deed: String) -> [(String, String)] {
        let rows = rules.flatMap { rule in
            [("tier", rule.tier)]
                + RFMDimension.allCases.flatMap {
                    [
                        ($0.rawValue + "_from", String(rule[$0].lowerBound)),
                        ($0.rawValue + "_to", String(rule[$0].upperBound)),
                    ]
                }
        }
        return [("version", String(version)), ("do", deed)] + rows
    }

    private var wider: [TierRule] {
        [TierRule("high_value", recency: 4...5, frequency: 3...5, monetary: 3...5)] + TierScheme.value.rules.dropFirst()
    }

    @Test("CU-02 the page shows every rule, the tier of all 125 cells, and the built-in version, in both languages")
    func shown() async throws {
        let analyst = try await test.browser(as: .analyst)
        #expect(await analyst.get("/diagnose/rfm/rules").headers["location"] == page)
        let text = try await analyst.get(page).text()
        for word in ["分层规则", "价值分层", "行为分型", "R5 F5 M5：高价值", "R1 F1 M1：流失风险", "第 1 版", "恢复内置规则"] {
            #expect(text.contains(word), "\(word)")
        }
        #expect(text.components(separatedBy: "name=\"tier\"").count - 1 == TierScheme.value.rules.count)
        #expect(text.components(separatedBy: "class=\"tier-").count - 1 >= 125)
        analyst.cookies["yunchou_language"] = "en"
        let english = try await analyst.get("/diagnose/rfm/rules/behaviour").text()
        for word in ["Tier rules", "R5 F5 M5：Core loyal", "Versions", "in force"] {
            #expect(english.contains(word), "\(word)")
        }
    }

    @Test("CU-02 rows are added, moved and removed without saving; saving makes a version, resetting another")
    func editing() async throws {
        let analyst = try await test.browser(as: .analyst)
        let rules = TierScheme.value.rules
        let added = try await analyst.post(page, fields(rules, "add"), from: page).text()
        #expect(added.components(separatedBy: "name=\"tier\"").count - 1 == rules.count + 1)
        let moved = try await analyst.post(page, fields(rules, "down:0"), from: page)
        #expect(moved.status == 200)
        #expect(try await kept() == .value)
        let saved = try await analyst.post(page, fields(wider, "save"), from: page)
        #expect(saved.status == 303 && saved.headers["location"] == page)
        #expect(try await kept().rules == wider)
        #expect(try await kept().version == 2)
        let text = try await analyst.get(page).text()
        #expect(text.contains("10 格：") && text.contains("第 2 版"))
        let older = try await analyst.get(page + "?version=1").text()
        #expect(older.contains("<option value=\"4\" selected>"))
        #expect(await analyst.get(page + "?version=9").status == 404)
        let reset = try await analyst.post(page + "/built-in", from: page)
        #expect(reset.status == 303)
        #expect(try await kept().rules == rules)
        #expect(try await kept().version == 3)
    }

    @Test("CU-02 wrong rules are refused in words, and everything chosen stays on the page")
    func wrong() async throws {
        let analyst = try await test.browser(as: .analyst)
        let open = Array(TierScheme.value.rules.dropLast())
        let refused = try await analyst.post(page, fields(open, "save"), from: page)
        #expect(refused.status == 422)
        let text = try await refused.text()
        #expect(text.contains("个 RFM 单元格没有归属"))
        #expect(text.components(separatedBy: "name=\"tier\"").count - 1 == open.count)
        var crossed = fields(TierScheme.value.rules, "save")
        let first = try #require(crossed.firstIndex { $0.0 == "recency_from" })
        crossed[first].1 = "5"
        crossed[first + 1].1 = "2"
        let answer = try await analyst.post(page, crossed, from: page)
        #expect(answer.status == 422)
        #expect(try await answer.text().contains("第 1 条规则的“最近消费”从 5 分到 2 分"))
        analyst.cookies["yunchou_language"] = "en"
        #expect(
            try await analyst.post(page, crossed, from: page).text().contains("Rule 1: Recency runs from 5 to 2"))
        #expect(try await kept() == .value)
    }

    @Test("CU-02 of two who edit at once the second is told, keeps what she typed, and may save over it")
    func conflict() async throws {
        let first = try await test.browser(as: .analyst)
        let second = try await test.browser(as: .marketing)
        _ = try await first.post(page, fields(wider, "save"), from: page)
        let mine =
            [TierRule("churn_risk", recency: 1...2)]
            + TierScheme.value.rules.filter { $0.recency != 1...1 && $0.recency != 2...2 }
        let answer = try await second.post(page, fields(mine, "save"), from: page)
        #expect(answer.status == 409)
        let text = try await answer.text()
        #expect(text.contains("已被他人修改") && text.contains("name=\"version\" value=\"2\""))
        #expect(text.components(separatedBy: "name=\"tier\"").count - 1 == mine.count)
        #expect(try await kept().rules == wider)
        #expect(try await second.post(page, fields(mine, version: 2, "save"), from: page).status == 303)
        #expect(try await kept().rules == mine)
    }

    @Test("WF-07 who may only look sees the rules in words, and is refused when sending others")
    func rights() async throws {
        let executive = try await test.browser(as: .executive)
        let text = try await executive.get(page).text()
        #expect(text.contains("不限") && !text.contains("name=\"tier\"") && !text.contains("恢复内置规则"))
        #expect(try await executive.post(page, fields(wider, "save"), from: page).status == 403)
        #expect(try await executive.post(page + "/built-in", from: page).status == 403)
        #expect(try await kept() == .value)
    }

    @Test("CU-02 names go back to the built-in ones without touching the rules")
    func namesAlone() async throws {
        let analyst = try await test.browser(as: .analyst)
        _ = try await analyst.post(page, fields(wider, "save"), from: page)
        let names = "/diagnose/rfm/schemes"
        #expect(try await analyst.post(names, [("do", "standard")], from: names).status == 303)
        #expect(try await kept().rules == wider)
        #expect(try await kept().version == 2)
    }
}
