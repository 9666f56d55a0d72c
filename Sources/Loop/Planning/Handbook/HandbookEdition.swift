package import Kernel
package import Records

/// A published version of the handbook.
package struct HandbookEdition: Sendable, Identifiable {
    package var id: Int64 { record.id }
    /// What its writers said about it.
    package let record: Record
    package let number: HandbookNumber
    package let releasedAt: Instant
    /// SHA-256 of the frozen content, in hexadecimal digits.
    package let hash: String
}

/// `2.0`
package struct HandbookNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let major: Int
    package let minor: Int

    package var description: String { "\(major).\(minor)" }

    package static func < (left: HandbookNumber, right: HandbookNumber) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }

    /// What follows the last one; the first is 1.0 whatever the step.
    static func next(after last: HandbookNumber?, isMajor: Bool) -> HandbookNumber {
        guard let last else { return HandbookNumber(major: 1, minor: 0) }
        return isMajor
            ? HandbookNumber(major: last.major + 1, minor: 0)
            : HandbookNumber(major: last.major, minor: last.minor + 1)
    }
}

/// Whether somebody has confirmed that she read a version.
package struct HandbookReading: Sendable, Hashable {
    package let account: Int64
    package let name: String
    package let dueOn: Day
    package let reminders: Int
    package let confirmedAt: Instant?
}
