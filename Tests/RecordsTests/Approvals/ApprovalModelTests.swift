import Kernel
import Store
import TestKit
import Testing

@testable import Records

/// The same random acts on the real thing and on a model of a few lines: after each of them both must agree on the state.
@Suite struct ApprovalModelTests {
    /// Who still has to speak, and how it ended.
    private struct Model {
        var steps: [(people: Set<Int>, needed: Int)]
        var step = 0
        var agreed: Set<Int> = []
        var state = ApprovalRequest.State.open

        mutating func act(_ person: Int, _ decision: ApprovalDecision) -> Bool {
            guard state == .open, steps[step].people.contains(person), !agreed.contains(person) else { return false }
            switch decision {
            case .reject: state = .rejected
            case .return: state = .returned
            default:
                agreed.insert(person)
                if agreed.count < steps[step].needed { break }
                agreed = []
                if step + 1 < steps.count { step += 1 } else { state = .approved }
            }
            return true
        }
    }

    private enum Act: CaseIterable { case approve, reject, sendBack, withdraw, edit }

    @Test(
        "every path of the state machine agrees with a model (random acts)",
        arguments: [ApprovalRule.all, .any, .atLeast(2)])
    func paths(rule: ApprovalRule) async throws {
        try await forAll(seed: 11, cases: 40) { dice in
            let example = try await ApprovalExample(financeRule: rule, hours: nil)
            let yuan: Int64 = dice.next() % 2 == 0 ? 10 : 90_000
            let (record, request) = try await example.request(yuan: yuan)
            let people = [example.asker] + example.finance + example.executives
            let steps: [(people: Set<Int>, needed: Int)] = [([1, 2], rule.needed(of: 2)), ([3, 4], 1)]
            var model = Model(steps: Array(steps.prefix(yuan > 50_000 ? 2 : 1)))
            var version: Int64 = 1
            for _ in 0..<12 {
                let person = Int(dice.next() % 5)
                let act = Act.allCases[Int(dice.next() % 9) % 5]
                let expected: Bool
                let done: Bool
                switch act {
                case .approve, .reject, .sendBack:
                    let decision: ApprovalDecision = act == .approve ? .approve : act == .reject ? .reject : .return
                    expected = model.act(person, decision)
                    done = await succeeds {
                        try await example.approvals.decide(request.id, decision, text: "因为", by: people[person])
                    }
                case .withdraw:
                    expected = person == 0 && model.state == .open
                    if expected { model.state = .withdrawn }
                    done = await succeeds { try await example.approvals.withdraw(request.id, by: people[person]) }
                case .edit:
                    let isEditable = model.state != .approved
                    expected = person == 0 && isEditable || (person == 1 || person == 2) && isEditable
                    if expected, model.state == .open { model.state = .voided }
                    let next = RecordValue.whole(Int64(dice.next() % 1_000_000) + 1_000 * version)
                    let from = version
                    done = await succeeds {
                        try await example.records.change(record, from: from, ["amount": next], by: people[person])
                    }
                    if done { version += 1 }
                }
                let now = try await example.store.read { try example.approvals.require($0, request.id) }
                let isActive = try await example.state(record) == "active"
                if done != expected || now.state != model.state || isActive != (model.state == .approved) {
                    return false
                }
                if now.state == .open, now.step != model.step { return false }
            }
            return true
        }
    }

    private func succeeds(_ work: () async throws -> some Any) async -> Bool {
        do {
            _ = try await work()
            return true
        } catch { return false }
    }
}
