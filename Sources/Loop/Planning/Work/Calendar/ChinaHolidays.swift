import Kernel

/// Days off and make-up work days of mainland China.
///
/// 2025 and 2026: the General Office of the State Council's notices on holidays (国办发明电〔2024〕12号 of 2024-11-12 and
/// 国办发明电〔2025〕7号 of 2025-11-04), compared day by day with their published texts. 2027: the statutory days of the regulation as revised in 2024 (13 days a year), as long as the notice
/// with bridge days is not in here; what a notice adds is entered as working-day exceptions.
enum ChinaHolidays {
    static let off: Set<Day> = days([
        "2025-01-01", "2025-01-28…2025-02-04", "2025-04-04…2025-04-06", "2025-05-01…2025-05-05",
        "2025-05-31…2025-06-02", "2025-10-01…2025-10-08",
        "2026-01-01…2026-01-03", "2026-02-15…2026-02-23", "2026-04-04…2026-04-06", "2026-05-01…2026-05-05",
        "2026-06-19…2026-06-21", "2026-09-25…2026-09-27", "2026-10-01…2026-10-07",
        "2027-01-01", "2027-02-05…2027-02-08", "2027-04-05", "2027-05-01…2027-05-02", "2027-06-09", "2027-09-15",
        "2027-10-01…2027-10-03",
    ])

    /// Saturdays and Sundays that are worked in exchange.
    static let worked: Set<Day> = days([
        "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11",
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ])

    /// The last year whose notice is in here: later ones know only statutory days, or none.
    static let lastKnownYear = 2026

    private static func days(_ spans: [String]) -> Set<Day> {
        var days: Set<Day> = []
        for span in spans {
            let ends = span.split(separator: "…").compactMap { Day(String($0)) }
            guard let first = ends.first, let last = ends.last else { continue }
            for day in stride(from: first, through: last, by: 1) { days.insert(day) }
        }
        return days
    }
}
