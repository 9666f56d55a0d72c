import Kernel
import Warehouse

/// Goals on the share of a segment: read from the last whole period whose size is known (S-02).
extension GoalFollower {
    func share(of goal: Goal) async throws -> SegmentShare? {
        guard let segment = goal.segment else { return nil }
        return try await shares?.one(segment)
    }

    func share(
        _ goal: Goal, _ metric: Metric, _ days: Period, _ target: Double, _ lastDay: Day
    ) async throws -> GoalReading {
        guard let share = try await share(of: goal), let latest = share.latest, let actual = latest.share else {
            let text = try await share(of: goal)?.trouble ?? Self.noSegment
            return GoalReading(goal, asOf: lastDay, actual: nil, expected: nil, prospect: .unknown(text))
        }
        let deciding = share.points.last { $0.share != nil && $0.days.contains(days.lastDay) }
        if let deciding, let final = deciding.share {
            return GoalReading(
                goal, asOf: deciding.days.lastDay, actual: final, expected: target,
                prospect: .ended(isReached: Self.meets(final, target, metric)))
        }
        return GoalReading(
            goal, asOf: latest.days.lastDay, actual: actual,
            expected: GoalPath(goal, nil).expected(on: latest.days.lastDay),
            prospect: Self.prospect(share.forecast(to: days.lastDay, Self.seed), target, metric))
    }

    /// The share of the last whole period by a day, typed in per cent.
    func share(of measure: Int64?, on day: Day) async throws -> (value: Double, day: Day)? {
        guard let measure, let point = try await shares?.one(measure)?.point(by: day), let share = point.share else {
            return nil
        }
        return (share * 100, point.days.lastDay)
    }

    private static let noSegment = Text(
        zh: "没有找到目标所选的份额细分，可能已归档。请在目标中重新选择。",
        en: "The share segment of this goal is not there any more: choose another in the goal.")
}

extension GoalCoursePoint {
    /// The periods with a share, from a year before the goal begins.
    static func periods(
        _ share: SegmentShare, _ days: Period, _ path: GoalPath, _ forecast: GoalForecast?
    ) -> [GoalCoursePoint] {
        let from = days.start.adding(months: -12)
        let points = share.points.filter { $0.share != nil && $0.days.lastDay >= from && $0.days.start <= days.lastDay }
        return points.map {
            GoalCoursePoint(
                day: $0.days.lastDay, actual: $0.share, expected: path.expected(on: $0.days.lastDay), band: nil)
        } + ahead(forecast, path)
    }
}
