import Engine
import Kernel
import Records
import Store
import Testing
import Warehouse

@testable import Web

@Suite("Zone, currency, tour and notices") struct CompanyTests {
    private func fields(_ zone: String, _ currency: String) -> [(String, String)] {
        [("company", "山河茶业"), ("zone", zone), ("currency", currency), ("company_language", "zh")]
    }

    @Test("NF-03 without data a zone holds at once; with data it is refused and the way to do it is said")
    func zone() async throws {
        let test = try await TestSite()
        let admin = try await test.browser(as: .administrator)
        func save(_ zone: String, _ currency: String = "CNY") async throws -> Answer {
            try await admin.post("/settings/company", fields(zone, currency), from: "/settings/company")
        }
        #expect(try await save("Europe/London").status == 303)
        #expect(test.app.zone.identifier == "Europe/London" && test.app.warehouse.zone.identifier == "Europe/London")
        #expect(try await admin.get("/data/metrics").text().contains("Europe/London"))
        try await test.app.warehouse.engine.execute(
            "INSERT INTO load (load_id, kind, source, row_count) VALUES (1, 'import', 'a.csv', 1)")
        let refused = try await save("Asia/Tokyo")
        #expect(refused.status == 422)
        #expect(try await refused.text().contains("重新导入数据"))
        #expect(try await save("Europe/London", "USD").status == 422)
        #expect(test.app.zone.identifier == "Europe/London" && test.app.currency.code == "CNY")
        #expect(try await save("Europe/London").status == 303)
        #expect(try await admin.get("/settings/company").text().contains("<input type=\"hidden\" name=\"zone\""))
    }

    @Test("the tour is offered once to each person, leads only where she may go, and can be ended and taken again")
    func tour() async throws {
        let company = try await TwoDealers()
        let admin = try await company.test.browser(as: .administrator)
        _ = try await admin.post("/welcome", [("start", "own")], from: "/welcome")
        #expect(await admin.get("/").headers["location"] == "/board")
        let page = try await admin.get("/board").text()
        #expect(page.contains("导览 1 / 6") && page.contains("data-target=\".kpi-grid"))
        #expect(try await admin.get("/settings/users").text().contains("回到导览"))
        #expect(try await admin.post("/tour", [("go", "4")], from: "/board").headers["location"] == "/diagnose/rfm")
        #expect(try await admin.get("/diagnose/rfm").text().contains("导览 5 / 6"))
        _ = try await admin.post("/tour", [("go", "end")], from: "/board")
        #expect(try await !admin.get("/diagnose/rfm").text().contains("tour-guide"))
        _ = await admin.get("/")
        #expect(try await !admin.get("/board").text().contains("tour-guide"))
        #expect(try await admin.post("/tour", [("go", "start")], from: "/board").headers["location"] == "/board")
        #expect(try await admin.post("/tour", [("go", "99")], from: "/board").status == 404)
        let dealer = try await company.test.browser(as: .dealer)
        _ = await dealer.get("/")
        #expect(try await dealer.get("/board").text().contains("导览 1 / 4"))
    }

    @Test("CU-02 tiers are renamed for the next scoring; two of one name are refused")
    func schemes() async throws {
        let company = try await TwoDealers()
        let analyst = try await company.test.browser(as: .analyst)
        let path = "/diagnose/rfm/schemes"
        let page = try await analyst.get(path).text()
        #expect(page.contains("value=\"高价值\"") && page.contains("value=\"Dormant to wake\""))
        var form: [(String, String)] = []
        for scheme in TierNames.all {
            form += [("\(scheme.id).zh", scheme.id + "方案"), ("\(scheme.id).en", scheme.id)]
            for tier in scheme.tiers {
                form += [("\(scheme.id).\(tier).zh", "层" + tier), ("\(scheme.id).\(tier).en", tier)]
            }
        }
        #expect(try await analyst.post(path, form, from: path).status == 303)
        #expect(try await analyst.get(path).text().contains("value=\"层high_value\""))
        let twice = form.map { $0.0.hasSuffix(".zh") && $0.0.contains("value.") ? ($0.0, "同名") : $0 }
        #expect(try await analyst.post(path, twice, from: path).status == 422)
        #expect(try await analyst.post(path, form.map { ($0.0, "") }, from: path).status == 422)
        let score = [
            ("as_of", "2026-03-31"), ("standing", "trial"), ("method", "quantiles"), ("look_back_days", ""),
            ("do", "run"),
        ]
        #expect(try await analyst.post("/diagnose/rfm/score", score, from: "/diagnose/rfm/score").status == 303)
        #expect(try await company.test.app.jobs.latest(1).first?.payload.contains("层high_value") == true)
        #expect(try await analyst.post(path, [("do", "standard")], from: path).status == 303)
        #expect(try await analyst.get(path).text().contains("value=\"高价值\""))
    }

    private enum TierNames {
        static let all: [(id: String, tiers: [String])] = [
            ("value", ["high_value", "potential", "ordinary", "churn_risk"]),
            ("behaviour", ["core_loyal", "to_nurture", "to_wake"]),
        ]
    }
}
