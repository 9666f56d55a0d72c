import Engine
import Kernel
import Records
import Store
import Testing
import Warehouse

@testable import Planning

@Suite("S-02 market share") struct MarketShareTests {
    private let company: GoalCompany
    private let reader: MarketShareReader
    private var follower: GoalFollower { GoalFollower(company.warehouse, shares: reader) }

    init() async throws {
        company = try await GoalCompany()
        reader = MarketShareReader(company.records, company.warehouse)
    }

    private func segment(_ values: RecordValues = ["channels": .codes(["tmall"])]) async throws -> MarketSegment {
        MarketSegment(
            try await company.record(.marketSegment, values.merging(["title": .text("天猫")]) { own, _ in own }))
    }

    @discardableResult
    private func size(_ segment: MarketSegment, _ days: Period, _ fen: Int64) async throws -> Record {
        try await company.record(
            .segmentSize,
            [
                "title": .text("\(days.start)"), "segment": .whole(segment.id), "starts_on": .day(days.start),
                "ends_on": .day(days.lastDay), "sales": .whole(fen),
            ])
    }

    private func quarter(_ day: String) -> Period { Period(.quarter, holding: GoalCompany.day(day)) }

    /// What we sold, from the orders themselves.
    private func own(_ days: Period, _ condition: String = "channel = 'tmall'") async throws -> Int64 {
        try await company.warehouse.engine.query(
            """
            SELECT CAST(coalesce(sum(amount_fen), 0) AS BIGINT) AS fen FROM order_header
            WHERE ordered_on >= CAST('\(days.start)' AS DATE) AND ordered_on < CAST('\(days.end)' AS DATE) AND \(condition)
            """
        ).single().int("fen")
    }

    @Test("S-02 a planted share is found again exactly, with the market's growth and ours beside it")
    func planted() async throws {
        let segment = try await segment()
        let (now, before) = (quarter("2026-04-01"), quarter("2025-04-01"))
        let (ownNow, ownBefore) = (try await own(now), try await own(before))
        try await size(segment, before, ownBefore * 5)
        try await size(segment, now, ownNow * 4)
        let share = try await reader.share(segment)
        #expect(share.points.map(\.share) == [0.2, 0.25])
        let latest = try #require(share.latest)
        #expect(latest.days == now && latest.own == .known(Double(ownNow)))
        let market = try #require(latest.marketGrowth)
        let growth = try #require(latest.ownGrowth)
        #expect(abs(growth - (Double(ownNow) / Double(ownBefore) - 1)) < 1e-12)
        #expect(abs(market - (Double(ownNow * 4) / Double(ownBefore * 5) - 1)) < 1e-12)
        #expect(abs((share.gained(latest) ?? 0) - 5) < 1e-9 && (latest.lead ?? 0) > 0)
        // The first period has nothing before it: growth is unknown, not zero.
        #expect(share.points[0].marketGrowth == nil && share.trouble == nil)
    }

    @Test("S-02 a segment counts only its own regions and channels, all of them where it names none")
    func scope() async throws {
        let days = quarter("2026-01-01")
        for (values, condition) in [
            ([:], "true"), (["regions": .codes(["south"])], "region = 'south'"),
            (
                ["regions": .codes(["east"]), "channels": .codes(["jd", "tmall"])],
                "region = 'east' AND channel IN ('jd', 'tmall')"
            ),
        ] as [(RecordValues, String)] {
            let segment = try await segment(values.merging(["title": .text(condition)]) { $1 })
            try await size(segment, days, 1_000_000_000)
            let point = try #require(try await reader.share(segment).latest)
            #expect(point.own == .known(Double(try await own(days, condition))), "\(condition)")
        }
    }

    @Test("S-02 a period that the data cover in part has no share, and says so; before the data there is a reason too")
    func partial() async throws {
        let segment = try await segment()
        try await size(
            segment, Period(from: GoalCompany.day("2026-06-01"), upTo: GoalCompany.day("2026-09-01")), 1_000_000)
        try await size(segment, quarter("2023-01-01"), 1_000_000)
        let share = try await reader.share(segment)
        #expect(share.points.map(\.share) == [nil, nil] && share.latest == nil)
        #expect(share.points.last?.own == .partial)
        #expect(share.points.allSatisfy { $0.gap != nil } && share.trouble?.zh.contains("算不出份额") == true)
    }

    @Test(
        "S-02 growth is known where sizes make up just the year before: two halves do, a year that only overlaps does not"
    )
    func tiles() async throws {
        let segment = try await segment()
        let (half, other) = (
            Period(from: GoalCompany.day("2025-01-01"), upTo: GoalCompany.day("2025-04-01")),
            Period(from: GoalCompany.day("2025-04-01"), upTo: GoalCompany.day("2025-07-01"))
        )
        let first = Period(from: GoalCompany.day("2026-01-01"), upTo: GoalCompany.day("2026-07-01"))
        try await size(segment, half, 40_000_000)
        try await size(segment, first, 126_000_000)
        #expect(try await reader.share(segment).latest?.marketGrowth == nil)
        try await size(segment, other, 60_000_000)
        #expect(abs((try await reader.share(segment).latest?.marketGrowth ?? 0) - 0.26) < 1e-12)
        let odd = try await self.segment(["title": .text("跨季"), "channels": .codes(["tmall"])])
        try await size(
            odd, Period(from: GoalCompany.day("2025-02-01"), upTo: GoalCompany.day("2025-08-01")), 90_000_000)
        try await size(odd, first, 126_000_000)
        #expect(try await reader.share(odd).latest?.marketGrowth == nil)
    }

    @Test("S-02 a day is counted once: sizes that overlap, run backwards or are zero are refused with the remedy")
    func refused() async throws {
        let segment = try await segment()
        let kept = try await size(segment, quarter("2026-01-01"), 5_000_000)
        for (days, fen, word) in [
            (Period(from: GoalCompany.day("2026-03-31"), upTo: GoalCompany.day("2026-05-01")), Int64(1), kept.code),
            (quarter("2026-04-01"), 0, "大于 0"),
        ] {
            let problem = await #expect(throws: RecordProblem.self) { try await size(segment, days, fen) }
            #expect(problem?.text.zh.contains(word) == true, "\(String(describing: problem?.text.zh))")
        }
        // Another segment may have the same days, and so may the record itself when it is changed.
        try await size(try await self.segment(["title": .text("另一个")]), quarter("2026-01-01"), 7)
        try await company.records.change(kept, from: kept.version, ["sales": .whole(6_000_000)], by: .system)
    }

    @Test("S-02 without a size there is no share but a sentence that says what to enter; nothing sold is said, too")
    func missing() async throws {
        let segment = try await segment()
        let none = try await reader.share(segment)
        #expect(none.latest == nil && none.trouble?.zh.contains("录入或导入") == true)
        let empty = try await self.segment(["title": .text("小程序"), "channels": .codes(["mini_program"])])
        try await size(empty, quarter("2026-01-01"), 1_000_000)
        let share = try await reader.share(empty)
        #expect(share.latest?.share == 0 && share.trouble?.zh.contains("销售额为 0") == true)
    }

    @Test(
        "S-01 S-02 a goal on a share reads the last whole period, and 15 % to 25 % in twelve quarters asks for 0.83 points each"
    )
    func goal() async throws {
        let segment = try await segment()
        for place in 0..<10 {
            let days = Period(.quarter, holding: Grain.quarter.advance(GoalCompany.day("2024-01-01"), by: place))
            // From 13 % on, half a point a quarter.
            try await size(
                segment, days, Int64((Double(try await own(days)) / (0.13 + 0.005 * Double(place))).rounded()))
        }
        let values: RecordValues = [
            "metric": .text("market_share"), "segment": .whole(segment.id), "baseline": .number(15),
            "target": .number(25), "starts_on": .day(GoalCompany.day("2026-01-01")),
            "due_on": .day(GoalCompany.day("2028-12-31")),
        ]
        let goal = try await company.goal("份额", values)
        let reading = try await follower.reading(of: goal)
        #expect(reading.asOf == GoalCompany.last && abs((reading.actual ?? 0) - 0.175) < 1e-7)
        // Two of twelve quarters: 181 of 1,096 days.
        #expect(abs((reading.expected ?? 0) - (0.15 + 0.1 * 181 / 1_096)) < 1e-9)
        let path = GoalPath(goal, nil)
        for place in 1...12 {
            let end = Grain.quarter.advance(GoalCompany.day("2026-01-01"), by: place) - 1
            #expect(abs((path.expected(on: end) ?? 0) - (0.15 + 0.1 / 12 * Double(place))) < 0.0006)
        }
        // Half a point a quarter for ten more comes to 22.5 %: 25 % is out of reach, 20 % is not.
        #expect(reading.forecast?.method == .periods && reading.light == .unlikely)
        let near = try await company.goal("近", values.merging(["target": .number(16)]) { $1 })
        #expect(try await follower.reading(of: near).probability ?? 0 > 0.7)
        let course = try await follower.course(of: reading)
        #expect(course.count { $0.actual != nil } == 6 && course.count { $0.band != nil } == 10)
        #expect(course.last?.day == GoalCompany.day("2028-12-31"))
    }

    @Test("S-02 a share goal without a segment or size is no zero: it says what to choose or enter")
    func gaps() async throws {
        let goal = try await company.goal("份额", ["metric": .text("market_share"), "baseline": .number(15)])
        #expect(goal.gap == .segment)
        let segment = try await segment()
        let bound = try await company.goal(
            "份额", ["metric": .text("market_share"), "baseline": .number(15), "segment": .whole(segment.id)])
        let reading = try await follower.reading(of: bound)
        guard case .unknown(let text) = reading.prospect else {
            Issue.record("nothing is known")
            return
        }
        #expect(reading.actual == nil && text.zh.contains("还没有市场规模"))
        #expect(try await company.follower.reading(of: bound).actual == nil)
    }

    @Test("S-01 S-02 a strategy measure on a share is ahead or behind by its segment; levers stand with their goal")
    func room() async throws {
        let segment = try await segment()
        let days = quarter("2026-04-01")
        try await size(segment, days, try await own(days) * 5)
        let plan = try await company.record(
            .strategyPlan,
            ["title": .text("三年"), "horizon": .text("three_years"), "starts_on": .day(GoalCompany.day("2026-01-01"))])
        let measure = try await company.record(
            .strategyMeasure,
            [
                "title": .text("份额"), "plan": .whole(plan.id), "metric": .text("market_share"),
                "segment": .whole(segment.id), "baseline": .number(15), "target": .number(25),
                "due_on": .day(GoalCompany.day("2028-12-31")),
            ])
        let reading = try #require(
            try await follower.measures([measure], of: plan, checkpoints: [], on: GoalCompany.last + 40).first)
        #expect(reading.actual == 20 && reading.actualOn == GoalCompany.last)
        let goal = try await company.goal(
            "目标", ["metric": .text("market_share"), "segment": .whole(segment.id), "baseline": .number(15)])
        let lever = try await company.record(
            .shareLever,
            [
                "title": .text("下沉"), "segment": .whole(segment.id), "kind": .text("reach"),
                "goals": .records([goal.id]),
            ])
        let room = try await ShareRoom.read(reader, company.records, within: nil, for: .system)
        let share = try #require(room.shares.first)
        #expect(room.aims(of: share).map(\.record.type.id) == ["goal", "strategy_measure"])
        #expect(room.levers(of: share).map(\.id) == [lever.id] && room.levers(for: goal.record).map(\.id) == [lever.id])
        let aim = try #require(room.aims(of: share).last)
        #expect(abs((room.lead(of: share, to: aim) ?? 0) - (20 - 15 - 10 * 180 / 1_095)) < 0.01)
        // Whoever sees only the east does not see a segment of the whole country.
        #expect(try await ShareRoom.read(reader, company.records, within: ["east"], for: .system).shares.isEmpty)
    }

    @Test("S-02 the demonstration company shows the shares that were planted")
    func demonstration() async throws {
        let accounts = AccountStore(company.records.store, hasher: PasswordHasher(cost: .least))
        let year = DemonstrationYear(company.records, accounts, company.warehouse, until: GoalCompany.last)
        #expect(try await year.write())
        let planted = try #require(DemonstrationYear.plantedShares.last)
        let share = try #require(
            try await reader.all(for: .system).first { $0.segment.record.title == planted.name })
        // Ten quarters of data up to the middle of 2026; the last before that year is number eight.
        #expect(share.points.count == 10)
        for (place, point) in share.points.enumerated() {
            #expect(abs((point.share ?? 0) - planted.share(place - 7)) < 1e-6)
        }
    }
}
