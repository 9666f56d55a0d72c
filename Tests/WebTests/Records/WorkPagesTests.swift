import Foundation
import Kernel
import Planning
import Records
import Testing

@testable import Web

/// The pages of work, asked as browsers and scripts ask them.
@Suite struct WorkPagesTests {
    private let json: HeaderFields = [
        "accept": "application/json", "host": "yunchou.test", "origin": "http://yunchou.test",
    ]

    private func site() async throws -> (TestSite, TestBrowser) {
        let site = try await TestSite(allRecords: true)
        let browser = try await site.browser(as: .marketing)
        let plan = [("title", "春季上新"), ("starts_on", "2027-01-18")]
        #expect(try await browser.post("/plan/records/work_plan", plan, from: "/me").status == 303)
        return (site, browser)
    }

    @discardableResult
    private func add(_ browser: TestBrowser, _ title: String, _ more: [(String, String)] = []) async throws -> Answer {
        try await browser.post(
            "/plan/gantt/tasks", [("plan", "1"), ("title", title), ("owner", "marketing person")] + more, from: "/me",
            headers: json)
    }

    private func tasks(_ answer: Answer) async throws -> [GanttData.Task] {
        let data = try JSONDecoder().decode(GanttData.self, from: Data(try await answer.text().utf8))
        return data.plans.flatMap(\.tasks)
    }

    private func span(_ task: GanttData.Task) -> String {
        "\(Day(daysSince1970: task.start))…\(Day(daysSince1970: task.end))"
    }

    @Test("WF-02 a drag moves, lengthens and links; what waits follows, and every answer has the new dates")
    func drags() async throws {
        let (_, browser) = try await site()
        try await add(browser, "选品", [("days", "2")])
        var now = try await tasks(try await add(browser, "拍摄", [("days", "3")]))
        #expect(now.map(span) == ["2027-01-18…2027-01-19", "2027-01-18…2027-01-20"])
        func send(_ number: Int, _ fields: [(String, String)]) async throws -> Answer {
            let version = String(now[number - 1].version)
            return try await browser.post(
                "/plan/gantt/tasks/\(number)", [("version", version)] + fields, from: "/me", headers: json)
        }
        now = try await tasks(try await send(2, [("link", "1FS")]))
        now = try await tasks(try await send(1, [("starts_on", "2027-01-20")]))
        // Wednesday and Thursday; then Friday, Monday, Tuesday.
        #expect(now.map(span) == ["2027-01-20…2027-01-21", "2027-01-22…2027-01-26"])
        // Put down on a Sunday, a bar ends on the Friday before.
        now = try await tasks(try await send(2, [("ends_on", "2027-01-31")]))
        #expect(now.map(span) == ["2027-01-20…2027-01-21", "2027-01-22…2027-01-29"] && now[1].days == 6)
        #expect(now.allSatisfy { $0.critical })
        let circle = try await send(1, [("link", "2FS")])
        #expect(circle.status == 422)
        #expect(try await circle.text().contains("TASK-2"))
    }

    @Test("two people drag one task: the slower one is refused, and what the faster one did stands")
    func stale() async throws {
        let (_, browser) = try await site()
        try await add(browser, "选品")
        let path = "/plan/gantt/tasks/1"
        let first = try await browser.post(path, [("version", "1"), ("days", "4")], from: "/me", headers: json)
        let late = try await browser.post(path, [("version", "1"), ("days", "9")], from: "/me", headers: json)
        #expect(first.status == 200 && late.status == 409)
        let now = try await tasks(await browser.get("/plan/gantt/data", headers: ["accept": "application/json"]))
        #expect(now.map(\.days) == [4])
    }

    @Test("WF-02 chart, table, image and calendar open; names from people never become markup or lines of their own")
    func files() async throws {
        let (_, browser) = try await site()
        try await add(browser, "<b>选品</b>; \"价格\", 甲\\乙", [("days", "3")])
        try await add(browser, "上线", [("days", "0"), ("follows", "1")])
        for path in ["/plan/gantt", "/plan/gantt/table"] {
            let page = await browser.get(path)
            #expect(page.status == 200)
            #expect(try await !page.text().contains("<b>选品"))
        }
        let image = try await browser.get("/plan/gantt/image").text()
        #expect(image.hasPrefix("<svg") && image.contains("&lt;b&gt;") && !image.contains("<b>"))
        let calendar = try await browser.get("/plan/gantt/calendar").text()
        #expect(calendar.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        let lines = calendar.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
        #expect(lines.contains("SUMMARY:<b>选品</b>\\; \"价格\"\\, 甲\\\\乙"))
        #expect(lines.contains("DTSTART;VALUE=DATE:20270118") && lines.contains("DTEND;VALUE=DATE:20270121"))
        #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 2)
    }

    @Test("WF-07 who may only look finds no way to write, and without plans the page says the next step")
    func rights() async throws {
        let (site, _) = try await site()
        let reader = try await site.browser(as: .executive)
        #expect(await reader.get("/plan/gantt").status == 200)
        #expect(try await add(reader, "x").status == 403)
        let empty = try await TestSite(allRecords: true)
        let page = try await empty.browser(as: .marketing).get("/plan/gantt")
        #expect(try await page.text().contains("/plan/records/work_plan/new"))
    }
}
