package import Kernel

/// The 24 solar terms (节气) in the order of the calendar year: the sun at every fifteenth degree of longitude.
package enum SolarTerm: Int, Sendable, CaseIterable {
    case minorCold, majorCold, springBegins, rainWater, insectsAwake, springEquinox, clearAndBright, grainRain
    case summerBegins, grainFills, grainInEar, summerSolstice, minorHeat, majorHeat, autumnBegins, endOfHeat
    case whiteDew, autumnEquinox, coldDew, frostDescends, winterBegins, minorSnow, majorSnow, winterSolstice

    /// Where the sun stands, in degrees.
    package var longitude: Double { Double((285 + 15 * rawValue) % 360) }

    /// The twelve major terms (中气), by which months get their numbers.
    package var isMajor: Bool { rawValue % 2 == 1 }

    /// The Beijing day on which the sun reaches it in a year. Agrees with the published tables for 2020–2040.
    package func day(in year: Int) -> Day {
        let newYear = Day(year: year, month: 1, day: 1) ?? Day(daysSince1970: Int32(365 * (year - 1970)))
        let guess = DynamicalTime.start(of: newYear) + 4.5 + 15.2184 * Double(rawValue)
        return DynamicalTime.beijingDay(SunPosition.moment(of: longitude, near: guess))
    }

    package var name: Text { Self.names[rawValue] }

    private static let names = [
        Text(zh: "小寒", en: "Minor Cold"), Text(zh: "大寒", en: "Major Cold"), Text(zh: "立春", en: "Start of Spring"),
        Text(zh: "雨水", en: "Rain Water"), Text(zh: "惊蛰", en: "Awakening of Insects"),
        Text(zh: "春分", en: "Spring Equinox"), Text(zh: "清明", en: "Qingming"), Text(zh: "谷雨", en: "Grain Rain"),
        Text(zh: "立夏", en: "Start of Summer"), Text(zh: "小满", en: "Grain Buds"), Text(zh: "芒种", en: "Grain in Ear"),
        Text(zh: "夏至", en: "Summer Solstice"), Text(zh: "小暑", en: "Minor Heat"), Text(zh: "大暑", en: "Major Heat"),
        Text(zh: "立秋", en: "Start of Autumn"), Text(zh: "处暑", en: "End of Heat"), Text(zh: "白露", en: "White Dew"),
        Text(zh: "秋分", en: "Autumn Equinox"), Text(zh: "寒露", en: "Cold Dew"), Text(zh: "霜降", en: "Frost's Descent"),
        Text(zh: "立冬", en: "Start of Winter"), Text(zh: "小雪", en: "Minor Snow"), Text(zh: "大雪", en: "Major Snow"),
        Text(zh: "冬至", en: "Winter Solstice"),
    ]
}
