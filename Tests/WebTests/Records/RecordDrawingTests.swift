import Foundation
import Kernel
import Planning
import Records
import Testing

@testable import Web

/// PEST and SWOT as quadrants, five forces and rivals as spiders, trends as a radar.
@Suite struct RecordDrawingTests {
    private let site: TestSite
    private let browser: TestBrowser

    init() async throws {
        site = try await TestSite(allRecords: true)
        browser = try await site.browser(as: .marketing)
    }

    private func add(_ type: String, _ fields: [(String, String)]) async throws {
        let path = "/plan/records/" + type
        #expect(try await browser.post(path, fields, from: path + "/new").status == 303)
    }

    @Test("M-01, S-08 quadrants: each answer has its field, what weighs most stands first, titles are harmless")
    func quadrants() async throws {
        for (title, factor, strength) in [("小事", "economic", "2"), ("<大事>", "economic", "5"), ("关税", "political", "3")]
        {
            try await add(
                "pest_card",
                [("title", title), ("factor", factor), ("direction", "threat"), ("strength", strength)])
        }
        let text = try await browser.get("/plan/records/pest_card?view=quadrants").text()
        let parts = text.components(separatedBy: "quadrant-part").dropFirst()
        #expect(parts.count == 4)
        let economic = try #require(parts.first { $0.contains("小事") })
        let (large, small) = (economic.range(of: "&lt;大事&gt;"), economic.range(of: "小事"))
        #expect(try #require(large).lowerBound < #require(small).lowerBound)
        #expect(!economic.contains("关税") && economic.contains("威胁 2"))
    }

    @Test("M-03 five forces: attractiveness is six less the mean; a sheet without all scores is listed, not drawn")
    func forces() async throws {
        let forces = ["suppliers", "buyers", "entrants", "substitutes", "rivalry"]
        let scores = zip(forces, ["2", "3", "4", "1", "5"]).map { ($0, $1) }
        try await add("five_forces_sheet", [("title", "护肤 2027"), ("industry", "护肤")] + scores)
        try await add("five_forces_sheet", [("title", "家清 2027"), ("industry", "家清"), ("buyers", "3")])
        let text = try await browser.get("/plan/records/five_forces_sheet?view=spider").text()
        #expect(text.components(separatedBy: "spider-shape").count == 2)
        #expect(text.contains(">3.0<") && text.contains("得分不全"))  // 6 − 15/5
    }

    @Test("M-07 radar: a point for each signal that has ring and sector, the others are named")
    func radar() async throws {
        try await add(
            "trend_signal",
            [
                ("title", "即时零售"), ("kind", "consumption"), ("seen_on", "2027-01-01"), ("distance", "now"),
                ("strength", "4"),
            ])
        try await add("trend_signal", [("title", "脑机接口"), ("kind", "technology"), ("seen_on", "2027-01-01")])
        let text = try await browser.get("/plan/records/trend_signal?view=radar").text()
        #expect(text.components(separatedBy: "class=\"blip ").count == 2 && text.contains("尚未定位"))
    }

    @Test("points of a radar lie within their ring and sector, and no two of one place coincide")
    func places() {
        for rings in 2...4 {
            for sectors in 2...6 {
                for (ring, sector, count) in [(0, 0, 1), (rings - 1, sectors - 1, 7), (0, sectors / 2, 4)] {
                    let points = (0..<count).map {
                        RecordRadar.point(ring: ring, of: rings, sector: sector, of: sectors, place: $0, count: count)
                    }
                    for point in points {
                        let (x, y) = (point.x - 300, point.y - 262)
                        let distance = (x * x + y * y) / (215 * 215) * Double(rings)
                        let turn = (atan2(x, -y) / (2 * .pi) + 1).truncatingRemainder(dividingBy: 1) * Double(sectors)
                        #expect(distance > Double(ring) && distance < Double(ring + 1))
                        #expect(turn > Double(sector) && turn < Double(sector + 1))
                    }
                    #expect(Set(points.map { "\($0.x) \($0.y)" }).count == count)
                }
            }
        }
    }
}
