import Kernel
import Records
import TestKit
import Testing

@testable import Planning

/// Links from plan to plan: dates and path hold over the border, circles are found.
@Suite struct PlanSetTests {
    private static func member(_ number: Int64, from start: String, _ kind: WorkCalendarKind, _ tasks: [WorkTask])
        -> PlanSet.Member
    {
        let plan = WorkPlan(
            record: number, number: number, title: "计划 \(number)", startsOn: PlanExample.day(start), dueOn: nil,
            calendar: kind, state: "active", template: nil, owner: 1)
        let own = tasks.map { task in
            WorkTask(
                record: task.record, number: task.number, version: 1, plan: number, parent: task.parent,
                title: task.title, owner: task.owner, ownerName: task.ownerName, department: nil, days: task.days,
                release: task.release, follows: task.follows, unread: [], load: 1, progress: task.progress,
                began: task.began, finished: task.finished, state: task.state, gate: nil)
        }
        return PlanSet.Member(plan, own, WorkCalendar(kind, from: plan.startsOn - PlanSchedule.margin))
    }

    private func spans(_ set: PlanSet) -> [String] {
        set.schedules.flatMap { $0.tasks.map { "\($0.task.number): \($0.starts)…\($0.ends)" } }
    }

    @Test(
        "WF-02 a task waits for one of another plan, each in its own working days, and the path leads over the border")
    func border() {
        // The first plan works every day, the second on weekdays: Saturday's end lets Monday begin.
        let set = PlanSet(
            [
                Self.member(1, from: "2026-03-02", .everyDay, [PlanExample.task(1, 6), PlanExample.task(2, 1)]),
                Self.member(
                    2, from: "2026-03-02", .china,
                    [PlanExample.task(11, 2, after: "1"), PlanExample.task(12, 1, after: "11")]),
            ], today: PlanExample.day("2026-01-01"))
        #expect(
            spans(set) == [
                "1: 2026-03-02…2026-03-07", "2: 2026-03-02…2026-03-02", "11: 2026-03-09…2026-03-10",
                "12: 2026-03-11…2026-03-11",
            ])
        #expect(set.schedules[1].criticalPath == [1, 11, 12] && set.schedules[0].criticalPath == [1])
    }

    @Test("WF-02 a chain that goes to and fro between two plans is dated to its end")
    func toAndFro() {
        let set = PlanSet(
            [
                Self.member(
                    1, from: "2026-03-02", .everyDay,
                    [PlanExample.task(1, 2), PlanExample.task(2, 2, after: "11"), PlanExample.task(3, 1, after: "12")]),
                Self.member(
                    2, from: "2026-03-02", .everyDay,
                    [PlanExample.task(11, 2, after: "1FS+1"), PlanExample.task(12, 2, after: "2SS+1")]),
            ], today: PlanExample.day("2026-01-01"))
        #expect(
            spans(set) == [
                "1: 2026-03-02…2026-03-03", "2: 2026-03-07…2026-03-08", "3: 2026-03-10…2026-03-10",
                "11: 2026-03-05…2026-03-06", "12: 2026-03-08…2026-03-09",
            ])
        #expect(set.schedules[0].criticalPath == [1, 11, 2, 12, 3])
    }

    @Test("WF-02 what is late in one plan is expected later in the next; what was planned stays")
    func slip() {
        let set = PlanSet(
            [
                Self.member(
                    1, from: "2026-03-02", .everyDay, [PlanExample.task(1, 5, progress: 0, began: "2026-03-02")]),
                Self.member(2, from: "2026-03-02", .everyDay, [PlanExample.task(11, 2, after: "1")]),
            ], today: PlanExample.day("2026-03-05"))
        let waiting = set.schedules[1].tasks[0]
        #expect(waiting.starts == PlanExample.day("2026-03-07"))
        #expect(waiting.expectedStart == PlanExample.day("2026-03-10") && waiting.slip == 3)
    }

    @Test("tasks of two plans that wait for each other are named, and every plan still has its dates")
    func circle() {
        let set = PlanSet(
            [
                Self.member(1, from: "2026-03-02", .china, [PlanExample.task(1, 2, after: "11")]),
                Self.member(2, from: "2026-03-02", .china, [PlanExample.task(11, 2, after: "1")]),
                Self.member(3, from: "2026-03-02", .china, [PlanExample.task(21, 2)]),
            ], today: PlanExample.day("2026-01-01"))
        #expect(set.schedules.map { Set($0.cycle.map(\.number)) } == [[1, 11], [1, 11], []])
        #expect(set.schedules.map(\.tasks.count) == [1, 1, 1])
    }

    /// Day by day, with nothing of the network: a task begins on the first working day on which all that it waits for allows it.
    private func oracle(_ members: [PlanSet.Member]) -> [Int64: (starts: Day, ends: Day)] {
        var starts: [Int64: Day] = [:]
        var ends: [Int64: Day] = [:]
        func worked(_ day: Day, _ count: Int, _ calendar: WorkCalendar) -> Day {
            var (day, left) = (day, count)
            while !calendar.isWorking(day) || left > 0 {
                if calendar.isWorking(day) { left -= 1 }
                day = day + 1
            }
            return day
        }
        var isMoving = true
        while isMoving {
            isMoving = false
            for member in members {
                for task in member.tasks {
                    var start = worked(member.plan.startsOn, 0, member.calendar)
                    for link in task.follows {
                        guard let first = starts[link.task], let last = ends[link.task] else { continue }
                        let from = link.kind == .finishStart ? last + 1 : first
                        start = max(start, worked(worked(from, 0, member.calendar), link.lag, member.calendar))
                    }
                    let end = worked(start, task.days - 1, member.calendar)
                    if starts[task.number] != start || ends[task.number] != end { isMoving = true }
                    (starts[task.number], ends[task.number]) = (start, end)
                }
            }
        }
        return starts.reduce(into: [:]) { all, one in all[one.key] = (one.value, ends[one.key] ?? one.value) }
    }

    @Test("WF-02 random plans with random links between them agree with counting day by day, over three calendars")
    func random() async throws {
        try await forAll(seed: 92, cases: 120) { dice in
            let count = Int(dice.next() % 3) + 2
            var tasks: [[WorkTask]] = (0..<count).map { _ in [] }
            for number in 1...Int64(4 + dice.next() % 20) {
                var follows: [String] = []
                if number > 1 {
                    for _ in 0..<Int(dice.next() % 3) {
                        let kind = ["", "SS"][Int(dice.next() % 2)]
                        follows.append(
                            "\(1 + Int64(dice.next() % UInt64(number - 1)))\(kind.isEmpty ? "FS" : kind)+\(dice.next() % 4)"
                        )
                    }
                }
                tasks[Int(dice.next() % UInt64(count))].append(
                    PlanExample.task(number, 1 + Int(dice.next() % 6), after: follows.joined(separator: ";")))
            }
            let starts = ["2026-02-09", "2026-02-12", "2026-04-27", "2026-09-28"]
            let members = tasks.enumerated().map { place, own in
                Self.member(
                    Int64(place + 1), from: starts[Int(dice.next() % 4)],
                    WorkCalendarKind.allCases[Int(dice.next() % 3)], own)
            }
            let truth = oracle(members)
            return PlanSet(members, today: PlanExample.day("2026-01-01")).schedules.allSatisfy { schedule in
                schedule.cycle.isEmpty
                    && schedule.tasks.allSatisfy {
                        truth[$0.task.number]?.starts == $0.starts && truth[$0.task.number]?.ends == $0.ends
                    }
            }
        }
    }
}
