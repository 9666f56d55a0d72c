import Engine
import Kernel

/// What is said about the brand in public, with a planted storm: one week in which leaking bottles are the talk.
struct PublicVoice {
    let company: Company

    static let channels = ["xiaohongshu", "weibo", "douyin", "bilibili"]
    /// Days before the story's end on which the storm begins, its length, and how many times the usual it brings.
    static let stormBeforeEnd = 150
    static let stormDays = 6
    static let stormFactor = 7.0

    /// Mentions per day grow with the company's size, but more slowly.
    private var perDay: Double { 6 + Double(company.plan.customers).squareRoot() / 25 }

    func mentions() -> ColumnSet {
        var (id, channel, at, day): ([Int64], [String], [Int64], [Int32]) = ([], [], [], [])
        var (sentiment, text): ([String], [String]) = ([], [])
        for date in 0..<company.calendar.dayCount {
            var dice = Dice(company.plan.seed.derive("mentions", date))
            let storm = isStorm(date)
            let usual =
                perDay * Season.festival(company.calendar.date(date)).squareRoot()
                * (0.8 + 0.5 * Double(date) / Double(company.calendar.dayCount))
            for _ in 0..<dice.poisson(usual * (storm ? PublicVoice.stormFactor : 1)) {
                let said = saying(storm: storm, &dice)
                id.append(Int64(id.count + 1))
                channel.append(PublicVoice.channels[min(3, dice.index(10) / 3)])
                at.append(company.calendar.moment(date, second: dice.uniform(8, 23.9) * 3600))
                day.append(company.calendar.date(date).daysSince1970)
                sentiment.append(said.sentiment)
                text.append(said.text)
            }
        }
        var set = ColumnSet()
        set.add("mention_id", .int64(id))
        set.add("channel", .text(channel))
        set.add("said_at", .instant(at))
        set.add("said_on", .day(day))
        set.add("sentiment", .text(sentiment))
        set.add("text", .text(text))
        set.add("load_id", .int64(Array(repeating: Demonstration.loadID, count: id.count)))
        return set
    }

    private func isStorm(_ day: Int) -> Bool {
        let since = day - (company.calendar.dayCount - PublicVoice.stormBeforeEnd)
        return since >= 0 && since < PublicVoice.stormDays
    }

    private func saying(storm: Bool, _ dice: inout Dice) -> (sentiment: String, text: String) {
        if storm, dice.happens(0.86) { return ("negative", dice.pick(PublicWords.storm)) }
        let product = company.range.products[dice.index(company.range.products.count)]
        let u = dice.uniform()
        let (sentiment, sentences) =
            if u < 0.60 {
                (
                    "positive",
                    PublicWords.praise + (product.isForTheBody ? PublicWords.bodyPraise : PublicWords.homePraise)
                )
            } else if u < 0.86 { ("neutral", PublicWords.neutral) } else { ("negative", PublicWords.blame) }
        return (sentiment, dice.pick(sentences).replacing("{}", with: product.spokenName))
    }
}
