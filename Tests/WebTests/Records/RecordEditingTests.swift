import Foundation
import Kernel
import Records
import Testing

@testable import Web

@Suite struct RecordEditingTests {
    private let path = "/plan/records/pest_card"

    private func card(_ title: String, _ more: [(String, String)] = []) -> [(String, String)] {
        [("title", title), ("factor", "political"), ("direction", "threat"), ("strength", "4")] + more
    }

    /// A site with so many cards, and the browser that made them.
    private func cards(_ titles: [String]) async throws -> (TestSite, TestBrowser) {
        let site = try await TestSite()
        let browser = try await site.browser(as: .marketing)
        for title in titles { _ = try await browser.post(path, card(title), from: path + "/new") }
        return (site, browser)
    }

    private let partial: HeaderFields = [
        "accept": "text/html", "host": "yunchou.test", "origin": "http://yunchou.test", "hx-request": "true",
    ]

    // MARK: Files

    @Test("a pasted table is previewed, applied once, and what was refused can be fetched with its reason")
    func paste() async throws {
        let (_, browser) = try await cards(["甲", "乙"])
        let names = try await browser.get(path + "/1").text()
        #expect(names.contains("甲"))
        let table = "记录编号\t记录版本\ttitle\tstrength\nPEST-1\t1\t甲\t5\nPEST-2\t7\t乙改\t4\nPEST-2\t1\t乙\t4"
        let sent = try await browser.post(path + "/import", [("table", table)], from: path + "/import")
        #expect(sent.status == 303)
        let preview = try #require(sent.headers["location"])
        let text = try await browser.get(preview).text()
        #expect(text.contains("PEST-1") && text.contains("甲") && text.contains(preview + "/apply"))
        #expect(try await !browser.get(path + "/1").text().contains("5/5"), "nothing is written yet")
        let refused = try await browser.get(preview + "/refused").text()
        #expect(refused.contains("PEST-2") && refused.contains("未写入原因"))
        #expect(try await browser.post(preview + "/apply", from: preview).status == 303)
        #expect(try await browser.get(path + "/1").text().contains("5/5"))
        #expect(try await browser.get(preview).text().contains(preview + "/refused"))
        #expect(try await browser.post(preview + "/apply", from: path).status == 409, "once, not twice")
    }

    @Test("a sheet without known headings is refused with the headings; another's upload is not there")
    func refusedSheet() async throws {
        let (site, browser) = try await cards(["甲"])
        let sent = try await browser.post(path + "/import", [("table", "a\tb\n1\t2")], from: path + "/import")
        let answer = await browser.get(try #require(sent.headers["location"]))
        #expect(answer.status == 422)
        #expect(try await answer.text().contains("记录编号"))
        let other = try await site.browser(as: .administrator)
        let stranger = try await site.browser(of: try await site.account("other", [.marketing]))
        #expect(await stranger.get(try #require(sent.headers["location"])).status == 404)
        #expect(await other.get(try #require(sent.headers["location"])).status == 422)
    }

    @Test("the list is taken out under its filters by who may, and comes back unchanged")
    func export() async throws {
        let (site, browser) = try await cards(["甲", "乙"])
        let file = await browser.get(path + "/export/csv?q=甲")
        #expect(file.status == 200)
        let text = try await file.text()
        #expect(text.contains("PEST-1") && !text.contains("PEST-2") && text.contains("记录版本"))
        #expect(file.headers["content-disposition"]?.hasPrefix("attachment") == true)
        #expect(await browser.get(path + "/export/parquet").status == 404)
        #expect(await browser.get(path + "/export/xlsx").status == 200)
        let sales = try await site.browser(as: .sales)
        #expect(await sales.get(path + "/export/csv").status == 403)
    }

    // MARK: Many at once

    @Test("ticked records get one value; all that match too; the result names what was left")
    func bulk() async throws {
        let (_, browser) = try await cards(["甲", "乙", "丙"])
        let asked = try await browser.post(
            path + "/bulk", [("what", "set:strength"), ("record", "1:1"), ("record", "2:9"), ("query", "")], from: path)
        #expect(asked.status == 200)
        #expect(try await asked.text().contains("value=\"1:1 2:9\""))
        let done = try await browser.post(
            path + "/bulk/apply", [("what", "set:strength"), ("records", "1:1 2:9"), ("strength", "2"), ("query", "")],
            from: path)
        let text = try await done.text()
        #expect(done.status == 200 && text.contains("PEST-2") && !text.contains("PEST-3"))
        #expect(try await browser.get(path + "/1").text().contains("2/5"))
        #expect(try await browser.get(path + "/2").text().contains("4/5"))
        let all = try await browser.post(
            path + "/bulk", [("what", "archive"), ("all", "1"), ("query", "q=丙")], from: path)
        #expect(try await all.text().contains("value=\"3:1\""))
        #expect(try await browser.post(path + "/bulk", [("what", "archive"), ("query", "")], from: path).status == 303)
        #expect(
            try await browser.post(path + "/bulk", [("what", "set:nonsense"), ("record", "1:1")], from: path).status
                == 404)
    }

    // MARK: One cell

    @Test("a cell is changed in place; a wrong value stays in it with the reason; a stale one shows both texts")
    func cell() async throws {
        let (_, browser) = try await cards(["甲"])
        let cell = path + "/1/cell/title"
        let open = try await browser.get(cell, headers: partial).text()
        #expect(open.contains("value=\"甲\"") && open.contains("name=\"version\" value=\"1\""))
        let saved = try await browser.post(cell, [("version", "1"), ("title", "甲改")], from: path, headers: partial)
        #expect(saved.status == 200)
        #expect(try await saved.text().hasPrefix("<tr"))
        let late = try await browser.post(cell, [("version", "1"), ("title", "乙改")], from: path, headers: partial)
        let text = try await late.text()
        #expect(late.status == 422 && text.contains("甲改") && text.contains("value=\"乙改\""))
        #expect(text.contains("name=\"version\" value=\"2\""), "saving again is her decision")
        let wrong = try await browser.post(
            path + "/1/cell/strength", [("version", "2"), ("strength", "9")], from: path, headers: partial)
        #expect(wrong.status == 422)
        #expect(try await wrong.text().contains("field-problem"))
        #expect(try await browser.get(path + "/1").text().contains("4/5"))
    }

    @Test("WF-07 who may only look can neither open a cell nor tick")
    func lookOnly() async throws {
        let (site, _) = try await cards(["甲"])
        let reader = try await site.browser(as: .sales)
        #expect(await reader.get(path + "/1/cell/title", headers: partial).status == 403)
        let list = try await reader.get(path).text()
        #expect(!list.contains("data-field=") && !list.contains("name=\"record\""))
        #expect(try await reader.post(path + "/import", [("table", "x")], from: path).status == 403)
    }

    // MARK: Boards

    @Test("a card is put into another column; what its state map does not know is refused; a step that needs more asks")
    func place() async throws {
        let (site, browser) = try await cards(["甲"])
        let place = path + "/1/place"
        let moved = try await browser.post(
            place, [("version", "1"), ("field", "factor"), ("to", "economic"), ("as", "board"), ("drop", "1")],
            from: path,
            headers: partial)
        #expect(moved.status == 200)
        #expect(try await moved.text().contains("data-version=\"2\""))
        let stale = try await browser.post(
            place, [("version", "1"), ("field", "factor"), ("to", "social"), ("as", "board"), ("drop", "1")],
            from: path,
            headers: partial)
        #expect(stale.status == 409)
        let type = try #require(site.app.desk.records.catalog.type("pest_card"))
        let first = type.states.initial
        let unreachable = type.states.states.map(\.id).first { state in
            state != first && !type.states.moves(from: first).contains { $0.to == state }
        }
        if let unreachable {
            let refused = try await browser.post(
                place, [("version", "2"), ("field", ""), ("state", unreachable)], from: path, headers: partial)
            #expect(refused.status == 409)
        }
    }

    @Test(
        "every step that needs fields, a reason or an approval leads to a page that asks for them, and makes it there")
    func steps() async throws {
        let site = try await TestSite(allRecords: true)
        let browser = try await site.browser(as: .administrator)
        let records = site.app.desk.records
        var asked = 0
        for type in site.app.desk.areas.flatMap(\.types) {
            for move in type.states.moves(from: type.states.initial) {
                let needsMore = move.needsReason || move.needsApproval || !move.needs.isEmpty
                guard needsMore, !type.fields.contains(where: { $0.isRequired && $0.kind.linkTarget != nil }) else {
                    continue
                }
                var values: RecordValues = ["title": .text("x")]
                for field in type.fields.dropFirst() where field.isRequired && !move.needs.contains(field.id) {
                    values[field.id] = Self.value(field)
                }
                guard type.fields.allSatisfy({ !$0.isRequired || values[$0.id] != nil }) else { continue }
                let record = try await records.create(type, values, by: .system)
                let one = RecordDesk.path(record)
                let led = try await browser.post(
                    one + "/place", [("version", "1"), ("field", ""), ("state", move.to)], from: "/me", headers: partial
                )
                guard let next = led.headers["hx-redirect"] else { continue }
                asked += 1
                #expect(await browser.get(next).status == 200, "\(next)")
            }
        }
        #expect(asked >= 5, "\(asked)")
    }

    private static func value(_ field: RecordField) -> RecordValue? {
        switch field.kind {
        case .text, .longText: .text("x")
        case .choice(let list): list.first.map { .text($0.id) }
        case .choices(let list): list.first.map { .codes([$0.id]) }
        case .number(let form): .number(max(form.range.lowerBound, min(1, form.range.upperBound)))
        case .scale(let range): .whole(Int64(range.lowerBound))
        case .money: .whole(100)
        case .share: .number(0.5)
        case .day: .day(Day(daysSince1970: 20_000))
        case .flag: .flag(true)
        default: nil
        }
    }

    @Test("a file is attached, fetched as a download whatever it claims to be, and removed with its content")
    func files() async throws {
        let (site, browser) = try await cards(["甲"])
        let token = try await browser.formToken(from: path)
        var headers = partial
        headers["x-form-token"] = token
        let name = Percent.encode("../../合同 <b>.html")
        let sent = await browser.ask(
            .post, path + "/1/files?name=\(name)", headers: headers, body: "<script>alert(1)</script>")
        #expect(sent.status == 200)
        let page = try await browser.get(path + "/1").text()
        #expect(page.contains("合同 b.html") && page.contains(path + "/1/files/1"))
        let file = await browser.get(path + "/1/files/1")
        #expect(file.headers["content-type"] == "application/octet-stream")
        #expect(file.headers["content-disposition"]?.hasPrefix("attachment") == true)
        #expect(file.headers["x-content-type-options"] == "nosniff")
        #expect(try await file.text() == "<script>alert(1)</script>")
        let reader = try await site.browser(as: .sales)
        #expect(await reader.get(path + "/1/files/1").status == 200)
        #expect(try await reader.post(path + "/1/files/1/remove", from: path).status == 403)
        #expect(try await browser.post(path + "/1/files/1/remove", from: path + "/1").status == 303)
        #expect(await browser.get(path + "/1/files/1").status == 404)
        let kept = try FileManager.default.subpathsOfDirectory(
            atPath: site.app.files.appendingPathComponent("attachments").path)
        #expect(!kept.contains { $0.count > 60 }, "no record has it: its content is gone")
        #expect(await browser.ask(.post, path + "/1/files?name=a", headers: headers).status == 422, "an empty file")
    }
}
