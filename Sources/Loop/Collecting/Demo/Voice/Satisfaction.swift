/// What customers answer to "would you recommend us?" (0 … 10), with the planted course of the net promoter score.
enum Satisfaction {
    /// Percentage points at the story's beginning and at its end.
    static let atStart = 35.0
    static let atEnd = 42.0
    /// Points by which regions differ, in the order of `Place.regions`; the order-weighted mean is near 0.
    static let regional = [1.0, 3.0, 0.0, -1.0, 2.0, -4.0, -7.0]
    /// Points lost for each tenth that a customer is likelier to leave than others: those who leave are less content.
    static let perTenthOfDropout = 4.0
    /// Points lost in the outage's region while it lasts and for two weeks after.
    static let duringOutage = 18.0
    static let answerShare = 0.07
    /// Mean dropout probability of those who answer (frequent buyers answer more often, and they leave less).
    static let meanDropout = 0.14

    static func score(_ company: Company, day: Int, region: Int, dropout: Double, _ dice: inout Dice) -> Int {
        let progress = Double(day) / Double(company.calendar.dayCount - 1)
        var points = atStart + (atEnd - atStart) * progress + regional[region]
        points -= perTenthOfDropout * (dropout - meanDropout) * 10
        let since = day - company.outage.firstDay
        if region == company.outage.region, since >= 0, since < company.outage.days + 14 { points -= duringOutage }
        let net = min(0.85, max(-0.6, points / 100))
        let detractors = (1 - net) * 0.23
        let u = dice.uniform()
        if u < detractors { return dice.pick([6, 6, 6, 5, 5, 4, 3, 2, 0]) }
        if u < detractors + net + detractors { return dice.happens(0.55) ? 10 : 9 }
        return dice.happens(0.6) ? 8 : 7
    }
}
