/// A moment, in microseconds of UTC since 1970-01-01. The precision of the warehouse's timestamps.
package struct Instant: Sendable, Hashable, Comparable, Codable {
    package var microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }
    package init(seconds: Int64) { microseconds = seconds * 1_000_000 }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
    package static func + (left: Instant, right: Duration) -> Instant {
        Instant(microseconds: left.microseconds + right.wholeMicroseconds)
    }
    package static func - (left: Instant, right: Instant) -> Duration {
        .microseconds(left.microseconds - right.microseconds)
    }

    /// Seconds since 1970, rounded down.
    package var seconds: Int64 { microseconds.flooredQuotient(by: 1_000_000) }

    /// `2026-11-21T08:30:00.000000Z`: sorts as text, is read by SQLite, DuckDB and every language.
    package var iso8601: String {
        let day = Day(daysSince1970: Int32(microseconds.flooredQuotient(by: 86_400_000_000)))
        let rest = microseconds - Int64(day.daysSince1970) * 86_400_000_000
        let second = rest / 1_000_000
        return "\(day)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
            + ".\(padded(rest % 1_000_000, 6))Z"
    }

    /// Reads what `iso8601` writes; the fraction may be absent or shorter. `nil` for anything else.
    package init?(iso8601 text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(decoding: parts[0], as: UTF8.self)),
            parts[1].last == UInt8(ascii: "Z")
        else { return nil }
        let clock = String(decoding: parts[1].dropLast(), as: UTF8.self).split(
            separator: ".", omittingEmptySubsequences: false)
        let hms = clock[0].split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
        guard clock.count <= 2, hms.count == 3, let h = hms[0], let m = hms[1], let s = hms[2],
            (0..<24).contains(h), (0..<60).contains(m), (0..<61).contains(s)
        else { return nil }
        var fraction: Int64 = 0
        if clock.count == 2 {
            let digits = clock[1]
            guard (1...6).contains(digits.count), let value = Int64(digits), value >= 0 else { return nil }
            fraction = value
            for _ in digits.count..<6 { fraction *= 10 }
        }
        microseconds = Int64(day.daysSince1970) * 86_400_000_000 + (h * 3600 + m * 60 + s) * 1_000_000 + fraction
    }
}

extension Duration {
    package var wholeMicroseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
    package var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}

extension Int64 {
    package func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

/// Decimal digits of a non-negative number, with leading zeros up to `width`.
package func padded(_ number: some BinaryInteger, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
