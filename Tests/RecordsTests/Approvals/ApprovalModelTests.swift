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
        /// Times at which a body that has handed its step up is still being asked, and its own time is long over.
        var pastOwnTime = 0
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

    @Test(
        "AD-07, S-05 a body that has handed its step up is not counted as if its time were over once more: it agrees with the model",
        arguments: [UInt64(21), 22])
    func handedUp(seed: UInt64) async throws {
        var seen = Seen()
        try await forAll(seed: seed, cases: 40) { dice in
            let world = try await ApprovalWorld(&dice, .handedUp)
            var path: [String] = []
            if try await differs(world, try await world.ask(), &path) { return false }
            if try await differs(world, try await world.wait(hours: 24), &path) { return false }
            for _ in 0..<16 {
                if try await differs(world, try await world.act(&dice), &path) { return false }
                // The scheduler looks again after every word.
                if try await differs(world, try await world.wait(hours: 1), &path) { return false }
                let isOver = world.model.due.map { $0 < world.model.hour } ?? false
                let hasSpoken = world.model.voters.contains { !$0.isCalled && $0.said != nil }
                if world.model.state == .open, world.model.isEscalated, isOver, hasSpoken { seen.pastOwnTime += 1 }
            }
            return true
        }
        #expect(seen.pastOwnTime > 20, "\(seen)")
    }

    @Test(
        "AD-07 absences of some days cross each other: a ring is refused on just the days on which it would close, and each day the right one stands in",
        arguments: [UInt64(31), 32, 33])
    func absences(seed: UInt64) async throws {
        var refused = 0
        var chained = 0
        try await forAll(seed: seed, cases: 12) { dice in
            let world = try await ApprovalWorld(&dice)
            var path: [String] = []
            for _ in 0..<30 {
                let (person, other) = (Int.random(in: 1...5, using: &dice), Int.random(in: 1...5, using: &dice))
                let first = Int.random(in: 0...9, using: &dice)
                let act = try await world.sendAway(
                    person, standIn: other, first, first + Int.random(in: 0...5, using: &dice))
                if !act.1, person != other { refused += 1 }
                if try await differs(world, act, &path) { return false }
                if Int.random(in: 0..<6, using: &dice) == 0 {
                    if try await differs(world, try await world.comeBack(person, &dice), &path) { return false }
                }
            }
            for _ in 0..<12 {
                if let trouble = try await world.standInDifference() {
                    Issue.record("\(trouble) after \(path.joined(separator: "; "))")
                    return false
                }
                let model = world.model
                chained +=
                    (1...5).filter { place in
                        model.standsIn(for: place).map { $0 != model.standIn(place, on: model.today) } ?? false
                    }.count
                _ = try await world.wait(hours: 24)
            }
            return true
        }
        #expect(refused > 20 && chained > 20, "\(refused) refused, \(chained) over more than one")
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
