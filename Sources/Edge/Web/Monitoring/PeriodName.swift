import Kernel

/// How periods are called: `2026 年 3 月`, `2026 Q1`, `3 月 2 日当周`.
enum PeriodName {
    static func text(_ period: Period, _ grain: Grain) -> Text {
        let start = period.start
        let (year, month, day) = start.civil
        switch grain {
        case .day: return Text(verbatim: start.description)
        case .week:
            return Text(zh: "\(start) 当周", en: "Week of \(start)")
        case .month: return Text(zh: "\(year) 年 \(month) 月", en: "\(months[month - 1]) \(year)")
        case .quarter: return Text(zh: "\(year) 年第 \(start.quarter) 季度", en: "Q\(start.quarter) \(year)")
        case .year: return day == 1 && month == 1 ? Text(zh: "\(year) 年", en: "\(year)") : Text(verbatim: "\(year)")
        }
    }

    /// Short enough for an axis.
    static func axis(_ period: Period, _ grain: Grain) -> String {
        let (year, month, day) = period.start.civil
        return switch grain {
        case .day, .week: "\(padded(month, 2))-\(padded(day, 2))"
        case .month: "\(year)-\(padded(month, 2))"
        case .quarter: "\(year)Q\(period.start.quarter)"
        case .year: "\(year)"
        }
    }

    /// The days of a period in words: `2026-03-01 至 2026-03-21（截至 21 日，共 31 天）`.
    static func days(_ period: Period) -> Text {
        period.dayCount <= 1
            ? Text(verbatim: period.start.description)
            : Text(zh: "\(period.start) 至 \(period.lastDay)", en: "\(period.start) to \(period.lastDay)")
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
