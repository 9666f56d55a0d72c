import Kernel
import Warehouse

extension SegmentShare {
    /// What the share will probably be in the period of a deadline, from the regular periods up to the latest: months, quarters,
    /// half-years or years that follow each other. `nil` where there are fewer than eight of them.
    func forecast(to due: Day, _ seed: Seed) -> GoalForecast? {
        guard let last = points.last(where: { $0.share != nil }) else { return nil }
        let months = MonthlyForecast.months(from: last.days.start, to: last.days.end)
        guard [1, 3, 6, 12].contains(months), last.days.start.adding(months: months) == last.days.end else {
            return nil
        }
        var values: [Double] = []
        var start = last.days.start
        while let point = points.first(where: { $0.days.start == start }), let share = point.share,
            start.adding(months: months) == point.days.end
        {
            values.append(share)
            start = start.adding(months: -months)
        }
        return MonthlyForecast(
            values: values.reversed(), lastMonth: last.days.start, due: due, bounds: 0...1, stepMonths: months
        ).forecast(seed)
    }
}
