/// Where a step stands, counted from its seats alone.
package enum ApprovalStanding: Sendable, Hashable {
    case open
    case agreed
    /// Nothing that may still be said would let it pass.
    case refused(ApprovalRequest.State)
    /// Those who are left cannot decide it: accounts are gone, a quorum is out of reach.
    case stuck
}

/// How a governance body decides a step, as it was when the step opened.
package struct ApprovalBallot: Sendable, Hashable {
    package let step: Int
    /// Called in because the step's own people did not decide.
    package let isEscalation: Bool
    package let bodyID: Int64
    package let name: String
    package let rule: ApprovalBody.Rule
    /// All seats with a vote, vacant ones too, without the requester's own.
    package let seats: Int
    /// How many of them must take part.
    package let quorum: Int

    /// It passes once a quorum took part and nothing can turn it, and fails once nothing can save it. When its time is
    /// over, those who spoke decide, if they are a quorum.
    func standing(_ seats: [ApprovalSeat], isOver: Bool) -> ApprovalStanding {
        let votes = seats.filter { $0.decision != .handedOver }
        let cast = votes.filter { $0.decision != nil }
        let silent = isOver ? [] : votes.filter { $0.decision == nil && !$0.isGone }
        if cast.count + silent.count < quorum || !canSpeak(votes, cast + silent) { return .stuck }
        let yes = cast.filter { $0.decision == .approve }
        let no = cast.filter { $0.decision != .approve }
        if cast.count >= quorum, holds(yes, no + silent, votes) { return .agreed }
        if holds(yes + silent, no, votes) { return .open }
        let returned = no.filter { $0.decision == .return }.count
        return .refused(returned * 2 >= no.count ? .returned : .rejected)
    }

    /// Whether those without whom the rule cannot be met are there.
    private func canSpeak(_ all: [ApprovalSeat], _ there: [ApprovalSeat]) -> Bool {
        switch rule {
        case .chair: there.contains(where: \.isChair)
        case .eachFunction: Set(there.map(\.function)) == Set(all.map(\.function))
        case .unanimous, .majority, .twoThirds: true
        }
    }

    private func holds(_ yes: [ApprovalSeat], _ no: [ApprovalSeat], _ all: [ApprovalSeat]) -> Bool {
        switch rule {
        case .unanimous: no.isEmpty && !yes.isEmpty
        case .majority: yes.count > no.count
        case .twoThirds: !yes.isEmpty && yes.count >= 2 * no.count
        case .chair: yes.contains(where: \.isChair)
        case .eachFunction:
            Set(all.map(\.function)).allSatisfy { function in
                yes.filter { $0.function == function }.count > no.filter { $0.function == function }.count
            }
        }
    }
}

extension ApprovalRequest {
    /// Where the open step stands. `isOver`: its time has passed.
    package func standing(isOver: Bool) -> ApprovalStanding {
        let seats = seats.filter { $0.step == step }
        let called = seats.filter(\.isEscalation)
        let own = seats.filter { !$0.isEscalation }
        if let first = standing(of: called, ballot(isEscalation: true), isOver: isOver) { return first }
        if let ballot = ballot(isEscalation: false) { return ballot.standing(own, isOver: isOver && !isEscalated) }
        return Self.standing(own, steps[step].rule)
    }

    package func ballot(isEscalation: Bool) -> ApprovalBallot? {
        ballots.first { $0.step == step && $0.isEscalation == isEscalation }
    }

    /// Whoever escalation called in may speak for the step, but is not one more whose yes is needed: `nil` until they have.
    private func standing(of called: [ApprovalSeat], _ ballot: ApprovalBallot?, isOver: Bool) -> ApprovalStanding? {
        if let ballot {
            let standing = ballot.standing(called, isOver: isOver)
            return standing == .open || standing == .stuck ? nil : standing
        }
        return called.contains { $0.decision == .approve } ? .agreed : Self.refusal(called)
    }

    private static func refusal(_ seats: [ApprovalSeat]) -> ApprovalStanding? {
        if seats.contains(where: { $0.decision == .reject }) { return .refused(.rejected) }
        return seats.contains { $0.decision == .return } ? .refused(.returned) : nil
    }

    /// People side by side: one no ends it, and the rule says how many must say yes.
    private static func standing(_ seats: [ApprovalSeat], _ rule: ApprovalRule) -> ApprovalStanding {
        if let refused = refusal(seats) { return refused }
        let votes = seats.filter { $0.decision != .handedOver }
        let there = votes.filter { !$0.isGone }
        let agreed = votes.filter { $0.decision == .approve }
        if rule == .each {
            let functions = Set(votes.flatMap(\.functions))
            if functions.subtracting(agreed.flatMap(\.functions)).isEmpty, !functions.isEmpty { return .agreed }
            return functions.isSubset(of: there.flatMap(\.functions)) && !there.isEmpty ? .open : .stuck
        }
        if !agreed.isEmpty, agreed.count >= rule.needed(of: there.count) { return .agreed }
        return there.contains { $0.decision == nil } ? .open : .stuck
    }
}
