package import Foundation

/// What was made: rows by table, and what is planted in them.
package struct DemonstrationOutcome: Sendable {
    /// Rows written, by canonical table.
    package let rows: [String: Int64]
    package let truth: DemonstrationTruth
    /// The day-by-day part of the truth, as CSV.
    package let daily: String

    /// Names of the two truth files in the data folder.
    package static let truthFile = "truth.json"
    package static let dailyFile = "truth_daily.csv"

    /// Writes both truth files, each whole or not at all.
    package func writeTruth(into folder: URL) throws {
        try truth.json().write(to: folder.appendingPathComponent(Self.truthFile), options: .atomic)
        try Data(daily.utf8).write(to: folder.appendingPathComponent(Self.dailyFile), options: .atomic)
    }
}
