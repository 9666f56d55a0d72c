package import Kernel

/// What is done to many records at once.
package enum BulkChange: Sendable, Hashable {
    /// A field gets this text; an empty one empties it.
    case set(field: String, text: String)
    case move(String, reason: String?)
    case archive
}

/// A record that was ticked, in the version in which it was seen.
package struct RecordChoice: Sendable, Hashable {
    package let number: Int64
    package let version: Int64

    package init(number: Int64, version: Int64) {
        self.number = number
        self.version = version
    }

    /// `12:3`
    package var text: String { "\(number):\(version)" }

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":").compactMap { Int64($0) }
        guard parts.count == 2 else { return nil }
        self.init(number: parts[0], version: parts[1])
    }
}

/// How it ended, record by record.
package struct BulkOutcome: Sendable {
    package let changed: Int
    /// What held already what it was to get.
    package let unchanged: Int
    package let refused: [Refusal]

    package struct Refusal: Sendable {
        package let number: Int64
        package let code: String
        package let title: String
        package let text: Text
    }

    /// So many records at a time.
    package static let most = 10_000
}
