package import Foundation

/// The time zone in which the company counts its days. Printed on every report.
package struct BusinessZone: Sendable, Hashable {
    package let zone: TimeZone
    package var identifier: String { zone.identifier }

    /// `nil` when the system knows no zone of that name (`Asia/Shanghai`).
    package init?(_ identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }

    private init(zone: TimeZone) { self.zone = zone }
    package static let utc = BusinessZone(zone: TimeZone.gmt)

    private func offset(at seconds: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }

    /// The calendar day that clocks of this zone show at `instant`.
    package func day(of instant: Instant) -> Day {
        Day(daysSince1970: Int32((instant.seconds + offset(at: instant.seconds)).flooredQuotient(by: 86_400)))
    }

    /// The first moment of a day. Where clocks jump over midnight, the moment of the jump.
    package func start(of day: Day) -> Instant {
        let local = Int64(day.daysSince1970) * 86_400
        let guess = local - offset(at: local)
        return Instant(seconds: local - offset(at: guess))
    }

    /// When clocks of this zone show a time on a day. Shown twice (clocks go back): the first; never shown (clocks go
    /// forward): as long after the jump as the time lies after the last moment before it.
    package func instant(of day: Day, at time: TimeOfDay) -> Instant {
        let local = Int64(day.daysSince1970) * 86_400 + Int64(time.minutes) * 60
        let before = offset(at: local - 86_400 - offset(at: local))
        let after = offset(at: local + 86_400 - offset(at: local))
        let shown = [local - before, local - after].filter { $0 + offset(at: $0) == local }
        return Instant(seconds: shown.min() ?? local - before)
    }
}
