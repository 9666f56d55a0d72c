/// Makes persons: where they live, how old they are, what they like, through which channel they came.
struct PersonMaker {
    private let company: Company

    init(_ company: Company) { self.company = company }

    func person(_ id: Int64, arrival: Double, source: Int, taste: Int, _ dice: inout Dice) -> Person {
        let isFemale = dice.happens(taste == 7 ? 0.82 : taste == 2 || taste == 6 ? 0.74 : 0.64)
        let birthYear = birthYear(taste: taste, source: source, &dice)
        let (day, second) = registration(arrival, taste)
        let stamp = company.calendar.stamp(day, second: second)
        return Person(
            id: id, name: company.names.name(isFemale: isFemale, birthYear: birthYear, &dice), isFemale: isFemale,
            birthday: Int32((birthYear - 1970) * 365 + (birthYear - 1969) / 4 + dice.index(365)),
            place: company.homes.pick(&dice),
            source: source, taste: taste, homeChannel: SalesChannel.home(of: source, &dice), device: device(&dice),
            basket: dice.gamma(2) * 0.46, registeredDay: stamp.day, registeredAt: stamp.moment)
    }

    /// Registration comes a few minutes before a purchase at the same moment of the market clock.
    private func registration(_ arrival: Double, _ taste: Int) -> (day: Int, second: Double) {
        let (day, second, _) = company.localTime(of: arrival, taste: taste)
        return (day, max(0, second - 240))
    }

    private func birthYear(taste: Int, source: Int, _ dice: inout Dice) -> Int {
        let centre = taste == 7 ? 1992.0 : source == SalesChannel.store || source == SalesChannel.dealer ? 1983 : 1991
        let spread = taste == 7 ? 4.0 : 9
        return min(2007, max(1952, Int((centre + spread * dice.normal()).rounded())))
    }

    private func device(_ dice: inout Dice) -> Int {
        let u = dice.uniform()
        return u < 0.34 ? 0 : u < 0.74 ? 1 : u < 0.90 ? 2 : 3
    }
}

extension Company {
    /// What the calendar and the clock on the wall show at a moment of a taste's market clock, and the cell it falls into.
    /// Before the story one market day is one calendar day.
    func localTime(of moment: Double, taste: Int) -> (day: Int, second: Double, cell: Int) {
        guard moment >= 0 else {
            let day = Int(moment.rounded(.down))
            let slot = 1 + abs(day) % 3
            return (day, demand.second(slot: slot, fraction: moment - Double(day)), 0)
        }
        let (cell, fraction) = demand.clocks[taste].moment(of: moment)
        return (cell / StoryCalendar.slots, demand.second(slot: cell % StoryCalendar.slots, fraction: fraction), cell)
    }
}
