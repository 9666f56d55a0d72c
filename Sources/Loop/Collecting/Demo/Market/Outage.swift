import Kernel

/// The planted incident: for nine days, payment fails for most mini-program checkouts in South China.
struct Outage: Sendable {
    let firstDay: Int
    let days = 9
    let region = 1
    let channel = SalesChannel.miniProgram
    /// Share of checkouts that fail.
    let failureShare = 0.75
    /// How many days before the story's end it begins.
    static let daysBeforeEnd = 20

    init(calendar: StoryCalendar) { firstDay = calendar.dayCount - Outage.daysBeforeEnd }

    func strikes(day: Int, channel: Int, region: Int, _ dice: inout Dice) -> Bool {
        guard channel == self.channel, region == self.region, day >= firstDay, day < firstDay + days else {
            return false
        }
        return dice.happens(failureShare)
    }
}
