/// What a clock on the wall shows, to the minute.
package struct TimeOfDay: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    package let minutes: Int
    package static let midnight = TimeOfDay(minutes: 0)

    private init(minutes: Int) { self.minutes = minutes }

    /// `nil` unless 00:00 … 23:59.
    package init?(_ hour: Int, _ minute: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    package static func hour(_ hour: Int) -> TimeOfDay { TimeOfDay(minutes: min(max(hour, 0), 23) * 60) }

    package var description: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}
