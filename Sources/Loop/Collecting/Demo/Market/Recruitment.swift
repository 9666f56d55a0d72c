import Kernel

/// When and through which channel customers come.
struct Recruitment: Sendable {
    /// This share came before the story began.
    static let earlierShare = 0.25

    private let sources: WeightedChoice
    private let tastes: WeightedChoice
    /// By source × taste, over the days of the story.
    private let days: [CumulativeCurve]
    private let demand: Demand
    /// New customers through advertising per day at full response and average demand, by advertising channel.
    let customersAtFullResponse: [Double]

    init(calendar: StoryCalendar, demand: Demand, media: MediaPlan, customers: Int) {
        let shares = SalesChannel.organicShares + MediaChannel.all.map(\.customerShare)
        sources = WeightedChoice(shares)
        tastes = WeightedChoice(Category.all.map(\.share))
        self.demand = demand
        let interest = Recruitment.interest(calendar, demand, media)
        var curves: [CumulativeCurve] = []
        for source in shares.indices {
            for taste in Category.all.indices {
                curves.append(
                    CumulativeCurve(
                        (0..<calendar.dayCount).map {
                            Recruitment.pull(source, $0, calendar, media) * interest[taste][$0]
                        }))
            }
        }
        days = curves
        let everybody = Recruitment.average(interest)
        customersAtFullResponse = MediaChannel.all.indices.map { channel in
            let driven = (0..<calendar.dayCount).reduce(0) {
                $0 + media.response(day: $1, channel: channel) * everybody[$1]
            }
            return Double(customers) * (1 - Recruitment.earlierShare) * MediaChannel.all[channel].customerShare
                / shares.reduce(0, +) / driven
        }
    }

    func source(_ dice: inout Dice) -> Int { sources.pick(&dice) }
    func taste(_ dice: inout Dice) -> Int { tastes.pick(&dice) }

    /// The moment a customer comes, in her market clock; negative before the story.
    func arrival(source: Int, taste: Int, _ dice: inout Dice) -> Double {
        if dice.happens(Recruitment.earlierShare) {
            let u = dice.uniform()
            return -0.5 - Double(StoryCalendar.daysBefore - 2) * u * u
        }
        let curve = days[source * Category.all.count + taste]
        let day = curve.moment(of: dice.uniform() * curve.total).step
        let clock = demand.clocks[taste]
        let opening = clock.amount(at: day * StoryCalendar.slots, fraction: 0)
        let closing = clock.amount(at: day * StoryCalendar.slots + StoryCalendar.slots - 1, fraction: 1)
        return opening + (closing - opening) * dice.uniform()
    }

    /// Demand of the day without what advertising lifts, by taste.
    private static func interest(_ calendar: StoryCalendar, _ demand: Demand, _ media: MediaPlan) -> [[Double]] {
        demand.clocks.map { clock in
            (0..<calendar.dayCount).map { day in
                let opening = clock.amount(at: day * StoryCalendar.slots, fraction: 0)
                let closing = clock.amount(at: day * StoryCalendar.slots + StoryCalendar.slots - 1, fraction: 1)
                return (closing - opening) / media.lift[day]
            }
        }
    }

    /// Interest averaged over tastes by their shares: the demand index that belongs to the planted response curves.
    private static func average(_ interest: [[Double]]) -> [Double] {
        interest[0].indices.map { day in
            Category.all.indices.reduce(0) { $0 + Category.all[$1].share * interest[$1][day] }
        }
    }

    /// Advertising pulls by its planted response; other channels at a slowly changing rate.
    private static func pull(_ source: Int, _ day: Int, _ calendar: StoryCalendar, _ media: MediaPlan) -> Double {
        if source >= SalesChannel.count { return media.response(day: day, channel: source - SalesChannel.count) }
        let progress = Double(day) / Double(calendar.dayCount)
        switch source {
        case SalesChannel.miniProgram: return 0.6 + 0.9 * progress
        case SalesChannel.wecom: return 0.4 + 1.4 * progress
        case SalesChannel.douyin: return 0.8 + 0.5 * progress
        default: return 1.1 - 0.2 * progress
        }
    }

    /// The demand index by day (mean near 1), for the truth file.
    static func demandIndex(_ calendar: StoryCalendar, _ demand: Demand, _ media: MediaPlan) -> [Double] {
        average(interest(calendar, demand, media))
    }
}
