import Kernel

/// The days of the story: three years that end with `until`, cut into the slots of the day in which prices may differ.
struct StoryCalendar: Sendable {
    let start: Day
    let until: Day
    let dayCount: Int
    let months: [(year: Int, month: Int)]
    /// The day's month, counted from the story's first.
    let monthOfDay: [Int]
    let weekdayOfDay: [Int]
    /// For each month its last day within the story.
    let monthEnds: [(month: Int, day: Int)]
    private let startOfDay: [Int64]

    /// The hours at which the slots of a day begin; the last number is midnight.
    static let slotHours = [0, 8, 12, 18, 23, 24]
    static let slots = 5
    static let eveningSlot = 3

    init(until: Day, zone: BusinessZone) {
        start = until.adding(months: -36) + 1
        self.until = until
        dayCount = until - start + 1
        var months: [(year: Int, month: Int)] = []
        var monthOfDay: [Int] = []
        for offset in 0..<dayCount {
            let (year, month, _) = (start + offset).civil
            if months.last.map({ $0 != (year, month) }) ?? true { months.append((year, month)) }
            monthOfDay.append(months.count - 1)
        }
        self.months = months
        self.monthOfDay = monthOfDay
        monthEnds = months.indices.map { month in (month, monthOfDay.lastIndex(of: month) ?? 0) }
        let first = start
        weekdayOfDay = (0..<dayCount).map { (first + $0).weekday }
        // Customers may have come up to four years before the story.
        startOfDay = (-StoryCalendar.daysBefore...dayCount).map { zone.start(of: first + $0).microseconds }
    }

    /// How many days before the story the first customers came.
    static let daysBefore = 1_460

    var cells: Int { dayCount * StoryCalendar.slots }
    var weeks: Int { (dayCount + 6) / 7 }

    func date(_ day: Int) -> Day { start + day }

    /// The day, and the UTC microseconds, of a moment that lies `second` seconds after (or before) midnight of `day`.
    func stamp(_ day: Int, second: Double) -> (day: Int, moment: Int64) {
        if second < 0 { return (day - 1, moment(day - 1, second: second + 86_400)) }
        if second >= 86_400, day + 1 < dayCount { return (day + 1, moment(day + 1, second: second - 86_400)) }
        return (day, moment(day, second: min(second, 86_399)))
    }

    /// UTC microseconds of a moment: `day` counts from the story's first, `second` from local midnight.
    func moment(_ day: Int, second: Double) -> Int64 {
        startOfDay[day + StoryCalendar.daysBefore] + Int64(second * 1_000) * 1_000
    }

    /// Saturday and Sunday from 18 to 23 o'clock, where demand reacts more strongly to prices (PR-08).
    func isWeekendEvening(day: Int, slot: Int) -> Bool { slot == StoryCalendar.eveningSlot && weekdayOfDay[day] >= 5 }
}
