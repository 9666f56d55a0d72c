import Kernel

/// The campaigns of the story by day, so that hot columns hold a number instead of a name.
struct CampaignList: Sendable {
    let names: [String]
    private let byDay: [Int16]

    init(calendar: StoryCalendar) {
        var names: [String] = []
        var byDay: [Int16] = []
        for day in 0..<calendar.dayCount {
            let name = Season.campaign(calendar.date(day))
            let position = names.lastIndex(of: name) ?? names.count
            if position == names.count { names.append(name) }
            byDay.append(Int16(position))
        }
        self.names = names
        self.byDay = byDay
    }

    /// Position of the day's campaign in `names`.
    func campaign(on day: Int) -> Int16 { byDay[day] }
}
