import Foundation
package import Kernel

/// What `yunchou rfm --json` prints: the run, its borders, totals, cells and tiers, and customers that were asked for.
/// Keys are snake_case and stay; money is in minor units.
package struct RFMReport: Sendable, Codable, Hashable {
    package struct Run: Sendable, Codable, Hashable {
        package let runId: Int64
        package let asOf: String
        package let zone: String
        package let currency: String
        package let standing: RFMStanding
        package let method: String
        package let lookBackDays: Int?
        package let customers: Int64
        package let orders: Int64
        package let monetaryMinor: Int64
    }

    package struct Statistics: Sendable, Codable, Hashable {
        let recencyDays: RFMRun.Centre
        let frequency: RFMRun.Centre
        package let monetaryMinor: RFMRun.Centre
    }

    /// The worst value that still reaches the scores 2, 3, 4, 5. With quantiles, customers at that very value may lie on both sides.
    package struct Borders: Sendable, Codable, Hashable {
        let recencyDays: [Int64]
        let frequency: [Int64]
        package let monetaryMinor: [Int64]
    }

    package struct Cell: Sendable, Codable, Hashable {
        let cell: Int
        let r: Int
        let f: Int
        let m: Int
        package let customers: Int64
        package let orders: Int64
        package let monetaryMinor: Int64
    }

    package struct Scheme: Sendable, Codable, Hashable {
        package let scheme: String
        package let name: Text
        package let tiers: [TierLine]
    }

    package struct TierLine: Sendable, Codable, Hashable {
        package let tier: String
        package let name: Text
        package let customers: Int64
        package let share: Double
        package let monetaryMinor: Int64
    }

    package struct Customer: Sendable, Codable, Hashable {
        let customerNo: String
        let recencyDays: Int64
        let frequency: Int64
        package let monetaryMinor: Int64
        let cell: Int
        package let tiers: [String: String]
    }

    package let run: Run
    package let statistics: Statistics
    package let borders: Borders
    package let cellsUsed: Int
    package let cells: [Cell]
    package let schemes: [Scheme]
    package let customers: [Customer]

    /// Indented, keys in order, a line break at the end.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}
