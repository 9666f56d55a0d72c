import TestKit
import Testing

@testable import Records

/// The same random acts on the engine and on a model that is told in a few plain words: after each of them both must agree on
/// what was allowed, how far it is, who is waited for and until when.
@Suite struct ApprovalModelTests {
    /// What the walks went through, so that a walk that never leaves the door fails.
    private struct Seen {
        var ends: Set<ApprovalRequest.State> = []
        var calledBodies = 0
        var stood = 0
        var opened = 0
        /// Acts after somebody's absence was over.
        var ended = 0
    }

    @Test(
        "AD-07, S-05 every path agrees with a model: bodies, quorum, all, any, so many and each, stand-ins, hand over, escalation, departures, edits",
        arguments: [UInt64(11), 12, 13])
    func paths(seed: UInt64) async throws {
        var seen = Seen()
        try await forAll(seed: seed, cases: 50) { dice in
            let world = try await ApprovalWorld(&dice)
            var path: [String] = []
            for act in try await world.sendSomeAway(&dice) {
                if try await differs(world, act, &path) { return false }
            }
            if try await differs(world, try await world.ask(), &path) { return false }
            for _ in 0..<24 {
                if try await differs(world, try await world.act(&dice), &path) { return false }
                seen.ends.insert(world.model.state)
                if world.model.votes.contains(where: \.isCalled) { seen.calledBodies += 1 }
                if world.model.state == .open { seen.opened += 1 }
                if world.model.people.contains(where: { !$0.absences.isEmpty }) { seen.stood += 1 }
                if world.model.people.contains(where: { $0.absences.values.contains { $0.last < world.model.today } }) {
                    seen.ended += 1
                }
            }
            return true
        }
        #expect(seen.ends == Set(ApprovalRequest.State.allCases))
        #expect(seen.calledBodies > 5 && seen.stood > 40 && seen.opened > 120 && seen.ended > 40, "\(seen)")
    }

    private func differs(
        _ world: ApprovalWorld, _ act: (did: Bool, should: Bool, what: String), _ path: inout [String]
    ) async throws -> Bool {
        path.append(act.what)
        var trouble = try await world.difference()
        if act.did != act.should { trouble = "allowed: \(act.did), model: \(act.should)" }
        guard let trouble else { return false }
        Issue.record("\(trouble) after \(path.joined(separator: "; "))\nsteps \(world.model.steps)")
        return true
    }
}
