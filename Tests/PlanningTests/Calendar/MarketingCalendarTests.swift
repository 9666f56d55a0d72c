import Almanac
import Kernel
import Records
import Store
import TestKit
import Testing

@testable import Planning

@Suite("BR-06 marketing calendar") struct MarketingCalendarTests {
    private let records: RecordStore
    private let calendar: MarketingCalendar
    private let today: Day

    init() throws {
        // 2027-01-15
        let store = try Store(inMemory: VirtualClock(at: Instant(seconds: 1_800_000_000)).clock)
        records = try RecordStore(
            store, RecordCatalog(PlanningTypes.all), currency: .cny, metrics: { _ in true }, regions: { _ in true })
        calendar = MarketingCalendar(records)
        today = try #require(Day("2027-01-15"))
    }

    @discardableResult
    private func entry(
        _ title: String, _ kind: String = "promotion", from: String, to: String? = nil, lead: Double = 0,
        _ more: RecordValues = [:]
    ) async throws -> Record {
        var values: RecordValues = [
            "title": .text(title), "kind": .text(kind), "starts_on": .day(try #require(Day(from))),
            "lead_days": .number(lead),
        ]
        if let to { values["ends_on"] = .day(try #require(Day(to))) }
        return try await records.create(.calendarEntry, values.merging(more) { $1 }, by: .system)
    }

    private func warnings(_ isOne: (CalendarWarning) -> Bool) async throws -> Int {
        try await calendar.warnings(on: today, for: .system).filter(isOne).count
    }

    private func period(_ from: String, _ upTo: String) throws -> Period {
        Period(from: try #require(Day(from)), upTo: try #require(Day(upTo)))
    }

    @Test("BR-06 festivals, solar terms, shopping days, entries, content and launches of a period stand in it by day")
    func together() async throws {
        try await entry("春季促销", from: "2027-02-01", to: "2027-02-20")
        try await records.create(
            .productAction,
            ["title": .text("新香型"), "kind": .text("launch"), "need": .text("x"), "starts_on": .day(today + 20)],
            by: .system)
        try await records.create(
            .productAction,
            ["title": .text("改包装"), "kind": .text("packaging"), "need": .text("x"), "starts_on": .day(today + 20)],
            by: .system)
        let items = try await calendar.items(in: try period("2027-02-01", "2027-03-01"), for: .system)
        let titles = items.map(\.title.zh)
        for title in ["春季促销", "新香型", "春节", "除夕", "元宵节", "立春", "雨水", "情人节"] {
            #expect(titles.contains(title), "\(title)")
        }
        #expect(!titles.contains("改包装"))
        #expect(items.map(\.first) == items.map(\.first).sorted())
        #expect(items.first { $0.title.zh == "春节" }?.first.description == "2027-02-06")
    }

    @Test("BR-06 an entry that began before the period and lasts into it is shown")
    func lasting() async throws {
        try await entry("跨月活动", from: "2027-02-20", to: "2027-03-10")
        let march = try await calendar.items(in: try period("2027-03-01", "2027-04-01"), for: .system)
        #expect(march.contains { $0.title.zh == "跨月活动" })
        let april = try await calendar.items(in: try period("2027-04-01", "2027-05-01"), for: .system)
        #expect(!april.contains { $0.title.zh == "跨月活动" })
    }

    @Test("BR-06 lead time is counted back: late on the very day on which preparation should have begun, not before")
    func lead() async throws {
        let made = try await entry("双旦活动", from: "2027-02-14", lead: 30)  // due 2027-01-15: today
        try await entry("明天才要准备", from: "2027-02-15", lead: 30)
        try await entry("没有提前量", from: "2027-02-14")
        #expect(try await warnings { $0.kind == .lateStart } == 1)
        try await records.move(made, from: made.version, "start", by: .system)
        #expect(try await warnings { $0.kind == .lateStart } == 0)
    }

    @Test("BR-06 what has begun while its record is still planned is said first")
    func notStarted() async throws {
        try await entry("已开始", from: "2027-01-10", to: "2027-01-20", lead: 5)
        #expect(try await warnings { $0.kind == .notStarted } == 1)
    }

    @Test("BR-06 two promotions clash only on one platform, for one audience, in one region, at one time")
    func clash() async throws {
        func persona(_ title: String) async throws -> RecordValue {
            .records([try await records.create(.persona, ["title": .text(title), "pains": .text("x")], by: .system).id])
        }
        func clashes() async throws -> Int { try await warnings { $0.kind == .clash } }
        let (young, parents) = (try await persona("年轻人"), try await persona("父母"))
        let base = try await entry(
            "甲", from: "2027-03-01", to: "2027-03-10",
            ["platforms": .codes(["douyin"]), "personas": young, "region": .text("east")])
        try await entry("别的平台", from: "2027-03-01", to: "2027-03-10", ["platforms": .codes(["wechat"])])
        try await entry(
            "别的人群", from: "2027-03-01", to: "2027-03-10", ["platforms": .codes(["douyin"]), "personas": parents])
        try await entry(
            "别的区域", from: "2027-03-01", to: "2027-03-10",
            ["platforms": .codes(["douyin"]), "personas": young, "region": .text("north")])
        try await entry(
            "次日开始", from: "2027-03-11", ["platforms": .codes(["douyin"]), "personas": young, "region": .text("east")])
        #expect(try await clashes() == 0)
        let same = try await entry(
            "同档", from: "2027-03-10", ["platforms": .codes(["douyin", "weibo"]), "personas": young])
        // With 甲, and with 别的区域's last day in the north.
        #expect(try await clashes() == 2)
        try await records.move(same, from: same.version, "drop", reason: "改期", by: .system)
        #expect(try await clashes() == 0)
        #expect(base.version == 1)
    }

    @Test("BR-06 two S events that share a week are a clash; in two weeks they are not")
    func big() async throws {
        try await entry("大促一", from: "2027-03-01", ["scale": .text("s")])
        try await entry("大促二", from: "2027-03-08", ["scale": .text("s")])
        func count() async throws -> Int { try await warnings { $0.kind == .twoBig } }
        #expect(try await count() == 0)
        try await entry("大促三", from: "2027-03-07", ["scale": .text("s")])
        #expect(try await count() == 1)
        try await entry("大促四", from: "2027-04-05", to: "2027-04-20", ["scale": .text("s")])
        try await entry("大促五", from: "2027-04-13", to: "2027-04-14", ["scale": .text("s")])
        #expect(try await count() == 2)
    }

    @Test("BR-06 what has to be prepared within a period stands in it, though it only begins later")
    func preparation() async throws {
        let made = try await entry("年中大促", from: "2027-06-10", lead: 60)  // prepared from 2027-04-11
        let april = try period("2027-04-01", "2027-05-01")
        func isThere() async throws -> Bool {
            try await calendar.items(in: april, for: .system).contains { $0.id == made.code }
        }
        #expect(try await isThere())
        #expect(
            try await !calendar.items(in: period("2027-05-01", "2027-06-01"), for: .system).contains {
                $0.id == made.code
            })
        try await records.move(made, from: made.version, "start", by: .system)
        #expect(try await !isThere())
    }

    @Test("BR-06 a festival within its lead time wants a plan until there is one")
    func unplanned() async throws {
        func isSpring(_ warning: CalendarWarning) -> Bool {
            warning.kind == .unplanned && warning.items.first?.occasion?.id == "spring_festival"
        }
        #expect(try await warnings(isSpring) == 1)
        try await entry("春节年货", "festival", from: "2027-02-01", to: "2027-02-08")
        #expect(try await warnings(isSpring) == 0)
    }

    @Test("BR-06 entries to begin with have the moon's days")
    func starter() async throws {
        let made = try await records.takeStarter(.calendarEntry, in: .zh, on: today, by: .system)
        let days = Dictionary(uniqueKeysWithValues: made.map { ($0.title, $0.day("starts_on")?.description) })
        #expect(days["春节年货季"] == "2027-02-06")
        #expect(days["中秋与国庆双节"] == "2027-09-15")
        #expect(days["双 11 全球购物节"] == "2027-11-11")
    }
}
