import Kernel
import TestKit
import Testing

@testable import Planning

@Suite struct LevellingTests {
    @Test("WF-04 two tasks of one person on the same days: the one with room waits, and the plan ends on its day")
    func planted() {
        let tasks = [
            PlanExample.task(1, 10, owner: 2), PlanExample.task(2, 3, owner: 1), PlanExample.task(3, 2, owner: 1),
        ]
        let schedule = PlanExample.schedule(PlanExample.plan(from: "2026-03-02"), tasks)
        let clashes = WorkLoad([schedule]).clashes
        #expect(clashes.count == 1 && clashes.first?.days == 2 && clashes.first?.load == 2)
        let proposal = Levelling([schedule])
        #expect(proposal.before == 2 && proposal.after == 0 && proposal.shifts.count == 1)
        // Task 3 has eight days of room, task 2 seven: 3 waits until 2 is done.
        #expect(proposal.shifts.first?.task.number == 3 && proposal.shifts.first?.to == PlanExample.day("2026-03-05"))
    }

    @Test("WF-04 half days add up to one: two of them are no clash, three are")
    func halves() {
        func days(_ count: Int64) -> Int {
            let tasks = (1...count).map { PlanExample.task($0, 2, load: 0.5) }
            return WorkLoad([PlanExample.schedule(PlanExample.plan(from: "2026-03-02"), tasks)]).overbooked.count
        }
        #expect(days(2) == 0 && days(3) == 2)
    }

    @Test("WF-04 a clash between two plans is found, and critical tasks are left where they are")
    func acrossPlans() {
        let plan = PlanExample.plan(from: "2026-03-02")
        let one = PlanExample.schedule(plan, [PlanExample.task(1, 5)])
        let two = PlanExample.schedule(plan, [PlanExample.task(2, 5)])
        let proposal = Levelling([one, two])
        #expect(proposal.before == 5 && proposal.after == 5 && proposal.shifts.isEmpty && proposal.left.count == 1)
    }

    @Test("WF-04 on random plans no proposal ends a plan later, moves what is critical or adds to the excess")
    func harmless() async throws {
        try await forAll(seed: 5, cases: 60) { generator in
            let count = Int64.random(in: 2...12, using: &generator)
            var tasks: [WorkTask] = []
            for number in 1...count {
                let first = Int64.random(in: 0..<number, using: &generator)
                tasks.append(
                    PlanExample.task(
                        number, Int.random(in: 0...6, using: &generator), after: first > 0 ? "\(first)" : "",
                        owner: Int64.random(in: 1...2, using: &generator)))
            }
            let before = PlanExample.schedule(PlanExample.plan(from: "2026-03-02"), tasks)
            let proposal = Levelling([before])
            var moved = tasks
            for shift in proposal.shifts {
                guard let at = moved.firstIndex(where: { $0.number == shift.task.number }) else { return false }
                if before.tasks.first(where: { $0.id == shift.task.number })?.isCritical != false { return false }
                moved[at].release = shift.to
            }
            let after = PlanExample.schedule(before.plan, moved)
            let (was, now) = (WorkLoad([before]), WorkLoad([after]))
            return after.ends == before.ends && now.excess <= was.excess + 1e-9
                && now.overbooked.count == proposal.after
                && (proposal.shifts.isEmpty || now.excess < was.excess)
        }
    }
}
