package import GRDB
package import Kernel

/// Moments are kept as text (`2026-11-21T08:30:00.000000Z`): it sorts, and every tool reads it.
extension Instant: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { iso8601.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
        String.fromDatabaseValue(value).flatMap { Instant(iso8601: $0) }
    }
}

/// Days are kept as text: `2026-11-21`.
extension Day: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { description.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
        String.fromDatabaseValue(value).flatMap { Day($0) }
    }
}
