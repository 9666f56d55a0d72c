package import Kernel

/// A request to let one exact version of a record make a move.
package struct ApprovalRequest: Sendable, Identifiable {
    package enum State: String, Sendable, CaseIterable {
        case open, approved, rejected
        /// Sent back to be worked over.
        case returned
        case withdrawn
        /// The record was changed meanwhile.
        case voided
    }

    package let id: Int64
    package let record: RecordName
    package let recordID: Int64
    /// The version that was asked about; what was decided holds for it alone.
    package let version: Int64
    package let move: String
    package let note: String
    package let route: String
    package let steps: [ApprovalStep]
    package let requestedBy: Int64
    package let requesterName: String
    package let requestedAt: Instant
    package let state: State
    /// The open step, or the last one.
    package let step: Int
    package let dueAt: Instant?
    package let isEscalated: Bool
    package let closedAt: Instant?
    package let seats: [ApprovalSeat]

    /// Whether this account can decide now.
    package func waits(for account: Int64) -> Bool {
        state == .open
            && seats.contains { $0.step == step && $0.accountID == account && $0.decision == nil && !$0.isGone }
    }
}

/// One person's place in a step.
package struct ApprovalSeat: Sendable, Hashable {
    package let step: Int
    package let accountID: Int64
    package let name: String
    /// Whose place it is, where somebody stands in or it was handed over.
    package let standsFor: String?
    package let isEscalation: Bool
    /// The account was disabled before it decided: nobody waits for it any more.
    package let isGone: Bool
    package let decision: ApprovalDecision?
    package let text: String?
    package let decidedAt: Instant?
}

package enum ApprovalDecision: String, Sendable, CaseIterable {
    case approve, reject
    /// Back to the requester, with a text that says what to change.
    case `return`
    case handedOver = "handed_over"
}
