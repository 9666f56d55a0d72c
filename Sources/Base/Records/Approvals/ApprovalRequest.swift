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
    /// The version of the route; `nil` for the usual one.
    package let routeVersion: Int64?
    package let steps: [ApprovalStep]
    package let requestedBy: Int64
    package let requesterName: String
    package let requestedAt: Instant
    package let state: State
    /// The open step, or the last one.
    package let step: Int
    package let dueAt: Instant?
    package let isEscalated: Bool
    /// When those who have to decide were reminded that the step's time runs out.
    package let remindedAt: Instant?
    package let closedAt: Instant?
    package let seats: [ApprovalSeat]
    /// One for every step that a governance body decides or decided.
    package let ballots: [ApprovalBallot]

    /// Whether this account can decide now.
    package func waits(for account: Int64) -> Bool {
        state == .open && seats.contains { $0.step == step && $0.accountID == account && $0.isAwaited }
    }

    /// Nobody is left who could decide the open step.
    package var isStranded: Bool {
        state == .open && !seats.contains { $0.step == step && $0.isAwaited }
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
    /// What the seat speaks for: a department of a body, or roles separated by commas.
    package let function: String?
    package let isChair: Bool
    package let decision: ApprovalDecision?
    package let text: String?
    package let decidedAt: Instant?

    var isAwaited: Bool { decision == nil && !isGone }
    var functions: [String] { function?.split(separator: ",").map(String.init) ?? [] }
}

package enum ApprovalDecision: String, Sendable, CaseIterable {
    case approve, reject
    /// Back to the requester, with a text that says what to change.
    case `return`
    case handedOver = "handed_over"

    package var name: Text {
        switch self {
        case .approve: Text(zh: "同意", en: "Approved")
        case .reject: Text(zh: "驳回", en: "Rejected")
        case .return: Text(zh: "退回", en: "Returned")
        case .handedOver: Text(zh: "已转交", en: "Handed over")
        }
    }
}
