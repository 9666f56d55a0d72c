import Kernel
import Testing

@testable import Collecting

@Suite("demonstration company: what may be asked for")
struct DemonstrationPlanTests {
    @Test(
        "sizes are read as people write them",
        arguments: [("10k", 10_000), ("1M", 1_000_000), ("250000", 250_000), ("1.5m", 1_500_000)])
    func sizes(_ text: String, _ customers: Int) throws {
        #expect(try DemonstrationPlan.customers(text) == customers)
    }

    @Test(
        "a size that is no number, or too small, or too large, is refused with the remedy",
        arguments: ["", "k", "many", "0", "-5", "12", "20M", "1e99", "nan"])
    func wrongSizes(_ text: String) throws {
        let problem = #expect(throws: DemonstrationProblem.self) { try DemonstrationPlan.customers(text) }
        #expect(problem?.code == "demo.size_out_of_range")
        #expect(problem?.text.zh.contains("10k") == true)
    }

    @Test("the story ends on the last full day before now, by the zone of the business")
    func end() throws {
        let zone = try #require(BusinessZone("Asia/Shanghai"))
        let evening = try #require(Instant(iso8601: "2026-11-20T17:00:00Z"))
        #expect(DemonstrationPlan.defaultEnd(VirtualClock(at: evening).clock, zone: zone) == Day("2026-11-20"))
    }

    @Test("the story has three years that end with the day asked for")
    func calendar() throws {
        let zone = try #require(BusinessZone("Asia/Shanghai"))
        let calendar = StoryCalendar(until: try #require(Day("2024-02-29")), zone: zone)
        #expect(calendar.start == Day("2021-03-01"))
        #expect(calendar.date(calendar.dayCount - 1) == Day("2024-02-29"))
        #expect(calendar.monthEnds.last?.day == calendar.dayCount - 1)
    }
}
