package import Kernel

/// Something that waits for one person.
package struct Duty: Sendable, Hashable {
    /// In the order in which they are shown.
    package enum Kind: String, Sendable, CaseIterable {
        case incident, approval, risk, task
        /// A key result that the open alignment session waits for.
        case checkIn = "check_in"
        /// The review of an incident that is solved.
        case review
        case handbook
    }

    /// Why it waits where its kind does not say.
    package enum Cause: String, Sendable {
        /// A task that nothing holds up any more.
        case canBegin = "can_begin"
    }

    package let kind: Kind
    /// What leads to it: the number of the record, or of the request for an approval.
    package let number: Int64
    package let code: String
    package let title: String
    /// Until when; `nil` where no time is set.
    package let due: Instant?
    package var cause: Cause?

    package func isLate(at now: Instant) -> Bool { due.map { $0 < now } ?? false }
}
