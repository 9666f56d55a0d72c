package import Kernel
import Stats
import Warehouse

/// One day of a goal's course: what was reached by then, what should be, and between which values it will probably lie.
package struct GoalCoursePoint: Sendable {
    package let day: Day
    package let actual: Double?
    package let expected: Double?
    package let band: (lower: Double, middle: Double, upper: Double)?

    /// Every seventh day back from the last one with data, and the steps of the forecast.
    static func weeks(
        _ sums: DailySums, _ days: Period, _ path: GoalPath, _ forecast: GoalForecast?
    ) -> [GoalCoursePoint] {
        let last = min(sums.days.lastDay, days.lastDay)
        var points: [GoalCoursePoint] = []
        for day in stride(from: last, through: days.start, by: -7) where points.count < 110 {
            let passed = Period(from: days.start, upTo: day + 1)
            points.append(
                GoalCoursePoint(day: day, actual: sums.value(passed), expected: path.expected(on: day), band: nil))
        }
        return points.reversed() + ahead(forecast, path)
    }

    /// Whole months, from half a year before the goal begins.
    static func months(
        _ months: ForecastMemory.Months, _ days: Period, _ path: GoalPath, _ forecast: GoalForecast?
    ) -> [GoalCoursePoint] {
        let from = Grain.month.start(of: days.start.adding(months: -6))
        let points = months.values.indices.compactMap { index -> GoalCoursePoint? in
            let month = Grain.month.advance(months.last, by: index - months.values.count + 1)
            guard month >= from, month <= days.lastDay else { return nil }
            let end = Grain.month.advance(month, by: 1) - 1
            return GoalCoursePoint(day: end, actual: months.values[index], expected: path.expected(on: end), band: nil)
        }
        return points + ahead(forecast, path)
    }

    static func ahead(_ forecast: GoalForecast?, _ path: GoalPath) -> [GoalCoursePoint] {
        guard let forecast else { return [] }
        return zip(forecast.steps, forecast.outlook.bands).map { day, band in
            GoalCoursePoint(
                day: day, actual: nil, expected: path.expected(on: day), band: (band.lower, band.middle, band.upper))
        }
    }
}
