import Kernel
import Records
import Store
import Testing

@testable import Web

@Suite("BR-06 calendar pages") struct CalendarPagesTests {
    private let path = "/plan/calendar"

    private func withEntry() async throws -> (TestSite, TestBrowser) {
        let site = try await TestSite(allRecords: true)
        let browser = try await site.browser(as: .marketing)
        let made = try await browser.post(
            "/plan/records/calendar_entry",
            [("title", "会员<日>"), ("kind", "promotion"), ("starts_on", "2027-01-20"), ("lead_days", "10")],
            from: "/plan/records/calendar_entry/new")
        #expect(made.status == 303)
        return (site, browser)
    }

    @Test("BR-06 month, quarter and year show festivals, solar terms and entries in both languages")
    func views() async throws {
        let (_, browser) = try await withEntry()
        for view in ["month", "quarter", "year"] {
            let page = await browser.get("\(path)?view=\(view)&on=2027-02-01")
            let text = try await page.text()
            #expect(page.status == 200 && text.contains("春节") && text.contains("元宵节"), "\(view)")
        }
        let january = try await browser.get(path).text()
        #expect(january.contains("会员&lt;日&gt;") && january.contains("腊月") && january.contains("大寒"))
        #expect(january.contains("该开始准备了") && january.contains("尚未安排"))
        let english = try await browser.get(path, headers: ["accept": "text/html", "accept-language": "en"]).text()
        #expect(english.contains("Spring Festival") || english.contains("Marketing calendar"))
    }

    @Test("BR-06 a kind can be looked at alone")
    func filtered() async throws {
        let (_, browser) = try await withEntry()
        let text = try await browser.get(path + "?on=2027-01-01&kind=solar_term").text()
        #expect(text.contains("小寒") && !text.contains("腊八节"))
    }

    @Test(
        "BR-06 the file comes as text/calendar, and an address of one's own reads it without signing in until it is revoked"
    )
    func feed() async throws {
        let (site, browser) = try await withEntry()
        let file = await browser.get(path + "/file")
        #expect(file.headers["content-type"]?.hasPrefix("text/calendar") == true)
        #expect(try await file.text().contains("SUMMARY:会员<日>"))
        let made = try await browser.post(path + "/feeds", from: path + "/feeds").text()
        let match = try #require(made.firstMatch(of: /\/calendar\/([A-Za-z0-9_-]{43})\.ics/))
        let stranger = site.browser()
        let read = await stranger.get("/calendar/\(match.1).ics", headers: ["accept": "*/*"])
        #expect(read.status == 200 && read.headers["content-type"]?.hasPrefix("text/calendar") == true)
        #expect(try await read.text().contains("UID:cal-1@yunchou"))
        #expect(try await !browser.get(path + "/feeds").text().contains(String(match.1)))
        #expect(await stranger.get("/calendar/\(String(match.1.dropLast()))x.ics").status == 404)
        #expect(try await browser.post(path + "/feeds/1/revoke", from: path + "/feeds").status == 303)
        #expect(await stranger.get("/calendar/\(match.1).ics").status == 404)
    }

    @Test("WF-07 nobody revokes another's address, and it reads nothing once its account is disabled")
    func others() async throws {
        let (site, _) = try await withEntry()
        let account = try await site.account("林静", [.marketing])
        let owner = try await site.browser(of: account)
        let other = try await site.browser(as: .sales)
        let made = try await owner.post(path + "/feeds", from: path + "/feeds").text()
        let match = try #require(made.firstMatch(of: /\/calendar\/([A-Za-z0-9_-]{43})\.ics/))
        _ = try await other.post(path + "/feeds/1/revoke", from: path + "/feeds")
        #expect(await site.browser().get("/calendar/\(match.1).ics").status == 200)
        try await site.app.accounts.disable(account.id, by: .commandLine)
        #expect(await site.browser().get("/calendar/\(match.1).ics").status == 404)
    }
}
