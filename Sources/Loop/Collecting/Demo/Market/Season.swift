import Kernel

/// The consumer's year in China: festivals by lunar date, shopping days, weekdays and hours.
enum Season {
    /// First day of the lunar year.
    static let springFestivals: [Day] = [
        "2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01",
        "2023-01-22",
        "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2031-01-23",
        "2032-02-11",
        "2033-01-31", "2034-02-19", "2035-02-08", "2036-01-28",
    ].compactMap { Day($0) }

    /// Demand at unchanged prices, relative to an ordinary day of the same month: what a festival adds or takes away.
    static func festival(_ day: Day) -> Double {
        springFestival(day) * shoppingDay(day)
    }

    /// New-year shopping rises for three weeks, then shops close and parcels rest for a week.
    private static func springFestival(_ day: Day) -> Double {
        guard let near = springFestivals.min(by: { abs($0 - day) < abs($1 - day) }) else { return 1 }
        switch day - near {
        case -24 ... -9: return 1.32
        case -8 ... -4: return 1.12
        case -3 ... -2: return 0.72
        case -1...2: return 0.38
        case 3...6: return 0.58
        case 7...14: return 0.86
        default: return 1
        }
    }

    private static func shoppingDay(_ day: Day) -> Double {
        let (_, month, date) = day.civil
        switch (month, date) {
        case (11, 11): return 3.4
        case (11, 10), (11, 1): return 1.9
        case (11, 2...9): return 1.18
        case (11, 12...20): return 0.74
        case (10, 21...31): return 0.92
        case (6, 18): return 2.7
        case (6, 16...17), (6, 1): return 1.6
        case (6, 2...15): return 1.12
        case (6, 19...28): return 0.80
        case (12, 12): return 1.5
        case (3, 6...8): return 1.45
        case (5, 18...20): return 1.25
        case (9, 9): return 1.2
        case (10, 1...7): return 0.94
        default: return 1
        }
    }

    /// Monday first; mean 1.
    static let weekdays = [0.94, 0.93, 0.94, 0.95, 1.02, 1.12, 1.10]

    /// Orders by hour of the day.
    static let hours: [Double] = [
        1.9, 0.9, 0.5, 0.3, 0.3, 0.5, 1.2, 2.3, 3.6, 4.8, 5.6, 5.3, 5.6, 5.4, 5.0, 5.0, 5.1, 5.0, 5.3, 6.4, 8.0, 8.6,
        7.4, 4.6,
    ]

    /// The campaign that runs on a day: what ad spend and touches are booked under.
    static func campaign(_ day: Day) -> String {
        let (year, month, date) = day.civil
        let near = springFestivals.min(by: { abs($0 - day) < abs($1 - day) })
        if let near, (-26 ... -1).contains(day - near) { return "\(near.year)年货节" }
        switch (month, date) {
        case (10, 20...31), (11, 1...12): return "\(year)双11"
        case (5, 26...31), (6, 1...20): return "\(year)年618"
        case (3, 1...10): return "\(year)女神节"
        case (12, 8...14): return "\(year)双12"
        case (3...5, _): return "\(year)春季焕新"
        case (6...8, _): return "\(year)清凉一夏"
        case (9...11, _): return "\(year)秋冬养护"
        default: return "\(year)暖冬计划"
        }
    }
}
