import Foundation
import Kernel
import Planning
import Records
import Testing

@testable import Web

/// What waits for somebody, as she finds it: one list, one number at the bell, a link each that opens.
@Suite struct TodayPagesTests {
    @Test("AD-07, RK-01, WF-01 late things stand first, every line opens, and the bell counts just these lines")
    func listed() async throws {
        let site = try await TestSite(allRecords: true)
        let me = try await site.account("林静", [.marketing])
        let browser = try await site.browser(of: me)
        let records = site.app.desk.records
        let author = RecordAuthor(me)
        #expect(try await browser.get("/today").text().contains("没有等您处理的事项"))
        let now = site.app.zone.day(of: site.time.clock.now())
        _ = try await records.create(
            try records.catalog.require("incident"),
            [
                "title": .text("支付失败"), "kind": .text("technical"), "level": .text("red"), "noticed_on": .day(now),
                "situation": .text("无法付款"), "commander": .whole(me.id),
            ], by: author)
        let risk = try await records.create(
            try records.catalog.require("risk"),
            ["title": .text("舆情升温"), "kind": .text("sentiment"), "owner": .whole(me.id)], by: author)
        _ = try await records.move(risk, from: 1, "warn", by: author)
        let page = try await browser.get("/today").text()
        #expect(links(page).count == 2 && bell(page) == "2" && !page.contains("已逾期（"))
        site.time.advance(by: .seconds(49 * 3_600))
        let back = try await site.browser(of: me)
        let later = try await back.get("/today").text()
        let late = try #require(later.firstRange(of: "已逾期（1）"))
        let risks = try #require(later.firstRange(of: "我负责的预警风险（1）"))
        #expect(late.lowerBound < risks.lowerBound && later.contains("我指挥的突发事件"))
        for link in links(later) { #expect(await back.get(link).status == 200, "\(link)") }
        #expect(bell(later) == "2")
        #expect(await site.faults.lines.isEmpty)
    }

    @Test("S-04, WF-01, AD-08 each kind leads to a page of its own, and none is without a name in both languages")
    func kinds() {
        for kind in Duty.Kind.allCases {
            let name = TodayPages.name(kind)
            #expect(!name.zh.isEmpty && !name.en.isEmpty)
        }
        let named = Duty.Kind.allCases.map { TodayPages.name($0).zh }
        #expect(Set(named).count == named.count)
    }

    private func links(_ page: String) -> [String] {
        page.components(separatedBy: "class=\"record-link\" href=\"").dropFirst().compactMap {
            $0.split(separator: "\"").first.map(String.init)
        }
    }

    private func bell(_ page: String) -> String? {
        guard let mark = page.firstRange(of: "bell-count num") else { return nil }
        let rest = page[mark.upperBound...]
        guard let open = rest.firstIndex(of: ">"), let close = rest.firstIndex(of: "<") else { return nil }
        return String(rest[rest.index(after: open)..<close])
    }
}
