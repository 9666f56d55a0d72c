import Engine
package import Kernel
package import Warehouse

/// When our users are active: people by weekday and hour over the last eight weeks, from behaviour (WF-05).
package struct ActiveHours: Sendable {
    package let period: Period
    /// Monday first, 24 hours each: people in that hour of a usual such day.
    package let people: [[Double]]

    static let weeks = 8

    /// Why there is no picture.
    package enum Gap: Sendable, Hashable {
        case noEvents
        /// Most events say the day only.
        case noTimes
    }

    /// - Parameter regions: only people of these, `nil`: all.
    package static func read(
        regions: Set<String>? = nil, from warehouse: Warehouse
    ) async throws -> Result<ActiveHours, GapError> {
        let state = try await RollUpState.read(from: warehouse)
        guard let days = state.source(.event)?.days else { return .failure(GapError(gap: .noEvents)) }
        let last = days.lastDay
        let period = Period(from: max(days.start, last - (weeks * 7 - 1)), upTo: last + 1)
        let question = EventHours(period: period, zone: warehouse.zone, regions: regions)
        let rows = try await warehouse.engine.query(question.sql, question.values).rows
        var people = Array(repeating: Array(repeating: 0.0, count: 24), count: 7)
        var (events, midnights): (Int64, Int64) = (0, 0)
        for row in rows {
            let hour = Int(try row.int("hour"))
            people[weekday(try row.day("day"))][hour] += Double(try row.int("people"))
            events += try row.int("events")
            midnights += try row.int("midnights")
        }
        if events == 0 { return .failure(GapError(gap: .noEvents)) }
        if midnights * 2 > events { return .failure(GapError(gap: .noTimes)) }
        for weekday in 0..<7 {
            let count = Double(period.days.count { Self.weekday($0) == weekday })
            people[weekday] = people[weekday].map { count > 0 ? $0 / count : 0 }
        }
        return .success(ActiveHours(period: period, people: people))
    }

    /// A gap, as an error that is a value.
    package struct GapError: Error, Sendable { package let gap: Gap }

    package var most: Double { people.flatMap { $0 }.max() ?? 0 }

    /// The busiest hours of a weekday, the busiest first, at least so many hours apart.
    package func peaks(_ weekday: Int, _ count: Int, apart: Int = 3) -> [Int] {
        var chosen: [Int] = []
        for hour in (0..<24).sorted(by: { (people[weekday][$1], $0) < (people[weekday][$0], $1) })
        where chosen.count < count && people[weekday][hour] > 0 {
            if chosen.allSatisfy({ abs($0 - hour) >= apart }) { chosen.append(hour) }
        }
        return chosen
    }

    /// The busiest hour of the week, and its weekday.
    package var peak: (weekday: Int, hour: Int) {
        var best = (weekday: 0, hour: 0)
        for weekday in 0..<7 {
            for hour in 0..<24 where people[weekday][hour] > people[best.weekday][best.hour] { best = (weekday, hour) }
        }
        return best
    }

    /// 0 is Monday.
    package static func weekday(_ day: Day) -> Int { day - Grain.week.start(of: day) }
}
