import Kernel
import Testing

@testable import Almanac

@Suite("BR-06 festivals and shopping days") struct OccasionTests {
    /// Days as the State Council's holiday notices and printed calendars name them.
    @Test(
        "BR-06 festivals fall on their published days",
        arguments: [
            ("spring_festival", "2024-02-10"), ("spring_festival", "2026-02-17"), ("lantern", "2025-02-12"),
            ("dragon_head", "2026-03-20"), ("term_clearAndBright", "2026-04-05"), ("dragon_boat", "2025-05-31"),
            ("dragon_boat", "2026-06-19"), ("qixi", "2025-08-29"), ("ghost", "2025-09-06"),
            ("mid_autumn", "2024-09-17"), ("mid_autumn", "2025-10-06"), ("mid_autumn", "2026-09-25"),
            ("double_ninth", "2025-10-29"), ("laba", "2026-01-26"), ("xiaonian_north", "2026-02-10"),
            ("new_years_eve", "2026-02-16"), ("new_years_eve", "2025-01-28"), ("mothers_day", "2026-05-10"),
            ("fathers_day", "2026-06-21"), ("black_friday", "2026-11-27"), ("double_11", "2026-11-11"),
            ("term_winterSolstice", "2025-12-21"), ("new_year_goods", "2026-01-20"),
        ])
    func published(id: String, day: String) throws {
        let occasion = try #require(Occasion.named(id))
        let day = try #require(Day(day))
        #expect(
            Occasion.days(in: Period(from: day, upTo: day + 1)).contains { $0.occasion == occasion && $0.first == day })
        #expect(occasion.next(from: day) == day)
        #expect(try #require(occasion.next(from: day + 1)) > day + 300)
    }

    @Test("BR-06 a year has each occasion once, those of the twelfth lunar month included, in the order of days")
    func year() throws {
        for number in 2020...2040 {
            let june = try #require(Day(year: number, month: 6, day: 1))
            let period = Period(.year, holding: june)
            let days = Occasion.days(in: period)
            let counts = Dictionary(grouping: days.filter { period.contains($0.first) }, by: \.occasion.id)
            let terms = days.filter { period.contains($0.first) && $0.occasion.id.hasPrefix("term_") }
            #expect(terms.count == 24)
            for id in ["spring_festival", "mid_autumn", "qixi", "double_11"] {
                #expect(counts[id]?.count == 1, "\(number) \(id)")
            }
            #expect(days.map(\.first) == days.map(\.first).sorted())
        }
    }

    @Test("BR-06 an occasion that lasts into a period is shown in it")
    func lasting() throws {
        let day = try #require(Day("2026-02-20"))
        #expect(Occasion.days(in: Period(from: day, upTo: day + 1)).map(\.occasion.id) == ["spring_festival"])
    }

    @Test("every occasion has texts in both languages and an id of its own")
    func texts() {
        #expect(Set(Occasion.all.map(\.id)).count == Occasion.all.count)
        for occasion in Occasion.all { #expect(!occasion.name.zh.isEmpty && !occasion.name.en.isEmpty) }
    }
}
