import Kernel

/// What was spent on advertising, and what it did.
struct MediaPlan: Sendable {
    /// Fen spent, by day × channel × region.
    let spendFen: [Int64]
    /// Saturated adstock in 0 ..< 1, by day × channel: the planted response.
    let response: [Double]
    /// Half saturation in fen of adstock, by channel.
    let halfSaturationFen: [Double]
    /// Demand of everybody on a day, relative to a day without advertising.
    let lift: [Double]

    static let channels = MediaChannel.all.count
    /// Adstock on the eve of the story, relative to that of average spend.
    static let openingAdstock = 0.9
    /// Share of each region in every channel's spend, in the order of `Place.regions`.
    private static let regionShares = [0.34, 0.19, 0.14, 0.12, 0.11, 0.05, 0.05]

    /// `budgetFen` is what the company spends on advertising over the whole story.
    init(calendar: StoryCalendar, budgetFen: Double, seed: Seed) {
        let regions = Place.regions.count
        var spend: [Int64] = []
        spend.reserveCapacity(calendar.dayCount * MediaPlan.channels * regions)
        for day in 0..<calendar.dayCount {
            for (index, channel) in MediaChannel.all.enumerated() {
                let mean = budgetFen * channel.budgetShare / Double(calendar.dayCount)
                let national = mean * MediaPlan.flight(calendar, day, index, seed)
                for region in 0..<regions {
                    var dice = Dice(seed.derive("spend", (day * 16 + index) * 8 + region))
                    spend.append(
                        Int64((national * MediaPlan.regionShares[region] * dice.uniform(0.85, 1.15)).rounded()))
                }
            }
        }
        spendFen = spend
        let half = MediaChannel.all.map {
            budgetFen * $0.budgetShare / Double(calendar.dayCount) / (1 - $0.decay) * $0.halfSaturation
        }
        halfSaturationFen = half
        let response = MediaPlan.respond(spend, half, days: calendar.dayCount)
        self.response = response
        lift = (0..<calendar.dayCount).map { day in
            MediaChannel.all.indices.reduce(1) {
                $0 + MediaChannel.all[$1].lift * response[day * MediaPlan.channels + $1]
            }
        }
    }

    func response(day: Int, channel: Int) -> Double { response[day * MediaPlan.channels + channel] }

    func spendFen(day: Int, channel: Int, region: Int) -> Int64 {
        spendFen[(day * MediaPlan.channels + channel) * Place.regions.count + region]
    }

    /// Campaign weeks on, weeks off, weeks at double: a response curve can be recovered only from spend that varies.
    private static func flight(_ calendar: StoryCalendar, _ day: Int, _ channel: Int, _ seed: Seed) -> Double {
        var week = Dice(seed.derive("flight", day / 7 * 16 + channel))
        var noise = Dice(seed.derive("flight day", day * 16 + channel))
        let level = week.pick([0.15, 0.4, 0.7, 0.9, 1.0, 1.2, 1.5, 2.1])
        let campaign = Season.campaign(calendar.date(day))
        let push = campaign.hasSuffix("双11") || campaign.hasSuffix("618") ? 1.6 : campaign.hasSuffix("年货节") ? 1.3 : 0.92
        return level * push * noise.uniform(0.8, 1.2)
    }

    /// Geometric adstock a(t) = x(t) + decay · a(t−1), then Hill: a^shape / (a^shape + half^shape).
    private static func respond(_ spend: [Int64], _ half: [Double], days: Int) -> [Double] {
        let regions = Place.regions.count
        var stock = MediaChannel.all.indices.map {
            half[$0] / MediaChannel.all[$0].halfSaturation * MediaPlan.openingAdstock
        }
        var response: [Double] = []
        response.reserveCapacity(days * channels)
        for day in 0..<days {
            for (index, channel) in MediaChannel.all.enumerated() {
                let first = (day * channels + index) * regions
                let national = spend[first..<(first + regions)].reduce(0, +)
                stock[index] = Double(national) + channel.decay * stock[index]
                let raised = Steady.power(stock[index] / half[index], channel.shape)
                response.append(raised / (1 + raised))
            }
        }
        return response
    }
}
