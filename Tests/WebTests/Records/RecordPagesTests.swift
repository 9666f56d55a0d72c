import Foundation
import Records
import Testing

@testable import Web

@Suite struct RecordPagesTests {
    private let path = "/plan/records/pest_card"

    private func card(_ title: String, _ more: [(String, String)] = []) -> [(String, String)] {
        [("title", title), ("factor", "political"), ("direction", "threat"), ("strength", "4")] + more
    }

    @Test("M-01 a card is made through its form, shown, listed, filtered and found")
    func made() async throws {
        let site = try await TestSite()
        let browser = try await site.browser(as: .marketing)
        let made = try await browser.post(path, card("关税上调 <b>"), from: path + "/new")
        #expect(made.status == 303 && made.headers["location"] == path + "/1")
        let page = await browser.get(path + "/1")
        let shown = try await page.text()
        #expect(page.status == 200 && shown.contains("关税上调 &lt;b&gt;") && !shown.contains("<b>"))
        #expect(try await browser.get(path + "?factor=political").text().contains("PEST-1"))
        #expect(try await !browser.get(path + "?factor=economic").text().contains("PEST-1"))
        #expect(try await browser.get("/plan/search?q=税").text().contains("PEST-1"))
        #expect(try await browser.get("/plan/market").text().contains(path))
    }

    @Test("what is wrong stands beside its field, and what was typed stays")
    func wrong() async throws {
        let site = try await TestSite()
        let browser = try await site.browser(as: .marketing)
        let answer = try await browser.post(
            path, [("title", ""), ("factor", "political"), ("seen_on", "soon"), ("evidence", "海关公告")],
            from: path + "/new")
        #expect(answer.status == 422)
        let text = try await answer.text()
        #expect(
            text.contains("id=\"about-title\"") && text.contains("id=\"about-seen_on\"")
                && text.contains("value=\"soon\"") && text.contains("海关公告"))
        #expect(try await browser.get(path + "/1").status == 404)
    }

    @Test("two people editing one record: the slower one sees both texts, and saving again is her decision")
    func stale() async throws {
        let site = try await TestSite()
        let one = try await site.browser(as: .marketing)
        _ = try await one.post(path, card("甲"), from: path + "/new")
        _ = try await one.post(path + "/1", card("甲改") + [("version", "1")], from: path + "/1/edit")
        let late = try await one.post(path + "/1", card("乙改") + [("version", "1")], from: path + "/1/edit")
        #expect(late.status == 409)
        let text = try await late.text()
        #expect(text.contains("甲改") && text.contains("乙改") && text.contains("name=\"version\" value=\"2\""))
        let again = try await one.post(path + "/1", card("乙改") + [("version", "2")], from: path + "/1/edit")
        #expect(again.status == 303)
        #expect(try await one.get(path + "/1").text().contains("乙改"))
    }

    @Test("WF-07 who may only look finds no way to write")
    func lookOnly() async throws {
        let site = try await TestSite()
        let writer = try await site.browser(as: .marketing)
        let reader = try await site.browser(as: .sales)
        _ = try await writer.post(path, card("甲"), from: path + "/new")
        #expect(try await reader.get(path + "/1").status == 200)
        #expect(try await !reader.get(path + "/1").text().contains(path + "/1/edit"))
        for target in ["", "/1", "/1/archive", "/starter"] {
            #expect(
                try await reader.post(path + target, card("x") + [("version", "1")], from: path + "/1").status == 403)
        }
        #expect(try await reader.post(path + "/1/move/watch", [("version", "1")], from: path + "/1").status == 403)
        #expect(
            try await reader.post(
                path + "/1/place", [("version", "1"), ("field", "factor"), ("to", "economic")], from: path + "/1"
            ).status == 403)
    }

    @Test("a view is kept and led back to; a filter that no field knows is said")
    func views() async throws {
        let site = try await TestSite()
        let browser = try await site.browser(as: .marketing)
        let kept = try await browser.post(
            path + "/views", [("name", "威胁"), ("query", "direction=threat&sort=-strength"), ("shared", "1")], from: path
        )
        #expect(kept.status == 303)
        #expect(try await browser.get(path).text().contains("direction=threat&amp;sort=-strength"))
        #expect(try await browser.get(path + "?sort=nonsense").status == 422)
        #expect(try await browser.get(path + "?strength.from=many").status == 422)
    }

    @Test("samples are taken once")
    func starter() async throws {
        let site = try await TestSite()
        let browser = try await site.browser(as: .marketing)
        #expect(try await browser.post(path + "/starter", from: path).status == 303)
        #expect(try await browser.get(path).text().contains("PEST-1"))
        #expect(try await browser.post(path + "/starter", from: path).status == 409)
    }

    @Test("every type's list, form and views open for whoever may edit plans")
    func every() async throws {
        let site = try await TestSite(allRecords: true)
        let browser = try await site.browser(as: .administrator)
        for type in site.app.desk.areas.flatMap(\.types) {
            let list = RecordDesk.path(type)
            #expect(Set(type.views.map { RecordViews.name($0, of: type).id }).count == type.views.count, "\(type.id)")
            for address in [list, list + "/new"]
                + type.views.map({ "\(list)?view=\(RecordViews.name($0, of: type).id)" })
            {
                #expect(try await browser.get(address).status == 200, "\(address)")
            }
        }
    }
}
