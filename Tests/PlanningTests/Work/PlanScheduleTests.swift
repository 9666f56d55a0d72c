import Kernel
import Testing

@testable import Planning

@Suite struct PlanScheduleTests {
    private func spans(_ schedule: PlanSchedule) -> [String] {
        schedule.tasks.map { "\($0.task.number): \($0.starts)…\($0.ends)" }
    }

    @Test("WF-02 work passes over Spring Festival 2026 and takes the make-up Saturdays")
    func springFestival() {
        // 2026-02-14 and 02-28 are worked Saturdays, 02-15 to 02-23 are off.
        let schedule = PlanExample.schedule(
            PlanExample.plan(from: "2026-02-12"), [PlanExample.task(1, 3), PlanExample.task(2, 5, after: "1")])
        #expect(spans(schedule) == ["1: 2026-02-12…2026-02-14", "2: 2026-02-24…2026-02-28"])
    }

    @Test("WF-02 over the turn of a year and the change of clocks no day is lost or counted twice")
    func boundaries() {
        let turn = PlanExample.schedule(
            PlanExample.plan(from: "2026-12-28", .everyDay),
            [PlanExample.task(1, 7), PlanExample.task(2, 1, after: "1")])
        #expect(spans(turn) == ["1: 2026-12-28…2027-01-03", "2: 2027-01-04…2027-01-04"])
        // 2026-03-29: clocks of Europe go forward.
        let clocks = PlanExample.schedule(
            PlanExample.plan(from: "2026-03-28", .everyDay),
            [PlanExample.task(1, 3), PlanExample.task(2, 2, after: "1")])
        #expect(spans(clocks) == ["1: 2026-03-28…2026-03-30", "2: 2026-03-31…2026-04-01"])
        // A leap day is a day.
        let leap = PlanExample.schedule(PlanExample.plan(from: "2028-02-28", .everyDay), [PlanExample.task(1, 3)])
        #expect(spans(leap) == ["1: 2028-02-28…2028-03-01"])
    }

    @Test("WF-02 positions and working days are each other's inverse, over all three calendars and ten years")
    func inverse() {
        for kind in WorkCalendarKind.allCases {
            let calendar = WorkCalendar(kind, from: PlanExample.day("2024-12-30"))
            var position = 0
            for day in stride(from: PlanExample.day("2024-12-30"), to: PlanExample.day("2034-12-30"), by: 1) {
                #expect(calendar.position(of: day) == position)
                if calendar.isWorking(day) {
                    #expect(calendar.day(at: position) == day)
                    position += 1
                }
            }
        }
    }

    /// From the notices: 2025 has 248 working days, 2026 too (365 less weekends and holidays, plus make-up days).
    @Test(
        "WF-02 a year has the working days that the State Council's notice leaves",
        arguments: [(2025, 248), (2026, 248)])
    func workingDays(_ year: Int, _ count: Int) throws {
        let first = try #require(Day(year: year, month: 1, day: 1))
        let calendar = WorkCalendar(.china, from: first)
        #expect(calendar.count(from: first, to: first.adding(months: 12)) == count)
    }

    @Test("WF-02 an exception entered by people wins over the calendar")
    func exceptions() {
        let monday = PlanExample.day("2026-03-02")
        let calendar = WorkCalendar(.china, from: monday, exceptions: [monday: false, monday + 5: true])
        #expect(!calendar.isWorking(monday) && calendar.isWorking(monday + 5) && !calendar.isWorking(monday + 6))
        #expect(calendar.idle(from: monday, through: monday + 8).map(\.lowerBound) == [monday, monday + 6])
    }

    @Test("WF-01 a group spans its parts, waits as a whole and is waited for as a whole")
    func groups() {
        let tasks = [
            PlanExample.task(1, 2), PlanExample.task(2, 1, after: "1"), PlanExample.task(3, 3, in: 2),
            PlanExample.task(4, 5, after: "3SS+1", in: 2), PlanExample.task(5, 1, after: "2"),
        ]
        let schedule = PlanExample.schedule(PlanExample.plan(from: "2026-03-02"), tasks)
        #expect(
            spans(schedule) == [
                "1: 2026-03-02…2026-03-03", "2: 2026-03-04…2026-03-11", "3: 2026-03-04…2026-03-06",
                "4: 2026-03-05…2026-03-11", "5: 2026-03-12…2026-03-12",
            ])
        #expect(schedule.tasks.map(\.depth) == [0, 0, 1, 1, 0])
        #expect(schedule.criticalPath == [1, 3, 4, 5])
        #expect(schedule.tasks.first { $0.task.number == 3 }?.float == 0)
    }

    @Test("WF-02 a milestone after work is reached on the evening it ends; one of its own date on that date")
    func milestones() {
        let tasks = [
            PlanExample.task(1, 3), PlanExample.task(2, 0, after: "1"), PlanExample.task(3, 0, from: "2026-03-10"),
            PlanExample.task(4, 1, after: "2"),
        ]
        let schedule = PlanExample.schedule(PlanExample.plan(from: "2026-03-02"), tasks)
        #expect(
            schedule.tasks.map(\.ends).map(\.description) == ["2026-03-04", "2026-03-04", "2026-03-10", "2026-03-05"])
    }

    @Test("WF-02 what is late pushes what waits for it; what was finished early pulls nothing before today")
    func slip() {
        let tasks = [
            PlanExample.task(1, 5, progress: 0.2, began: "2026-03-02"), PlanExample.task(2, 3, after: "1"),
            PlanExample.task(3, 2, began: "2026-03-02", finished: "2026-03-03"),
        ]
        // Friday morning: four of five days are left and the fifth begins, so it ends on Wednesday, three days late.
        let schedule = PlanExample.schedule(PlanExample.plan(from: "2026-03-02"), tasks, today: "2026-03-06")
        #expect(schedule.tasks.map(\.slip) == [3, 3, 0])
        #expect(schedule.tasks[0].expectedEnd == PlanExample.day("2026-03-11"))
        #expect(schedule.tasks[1].expectedStart == PlanExample.day("2026-03-12"))
        #expect(schedule.slip == 3 && schedule.late.map(\.task.number) == [1, 2])
        // What was planned does not move for it.
        #expect(schedule.tasks[1].starts == PlanExample.day("2026-03-09"))
    }

    @Test("WF-02 a circle that is there already leaves the page usable: it is named, and nothing is linked")
    func circle() {
        let schedule = PlanExample.schedule(
            PlanExample.plan(from: "2026-03-02"),
            [PlanExample.task(1, 2, after: "2"), PlanExample.task(2, 2, after: "1")])
        #expect(Set(schedule.cycle.map(\.number)) == [1, 2] && schedule.tasks.count == 2)
    }

    @Test("WF-02 links are read as people write them, and what says nothing is handed back")
    func notation() {
        let read = Dependency.list("12; TASK-13ss+2d；14 FF - 3，15FS+1天、nonsense;16XX")
        #expect(
            read.read == [
                Dependency(12), Dependency(13, .startStart, lag: 2), Dependency(14, .finishFinish, lag: -3),
                Dependency(15, lag: 1),
            ])
        #expect(read.unread == ["nonsense", "16XX"])
        #expect(Dependency.list(Dependency.notation(read.read)).read == read.read)
    }

    @Test("WF-02 what a baseline promised is compared task by task")
    func drift() {
        let plan = PlanExample.plan(from: "2026-03-02")
        let then = PlanExample.schedule(
            plan, [PlanExample.task(1, 2), PlanExample.task(2, 3, after: "1"), PlanExample.task(3, 1)])
        let spans = then.tasks.map { ($0.task.number, Baseline.Span(title: "任务", starts: $0.starts, ends: $0.ends)) }
        let baseline = Baseline(
            id: 1, name: "初版", takenAt: Instant(seconds: 0), takenBy: "林静",
            spans: Dictionary(uniqueKeysWithValues: spans))
        let now = PlanExample.schedule(
            plan, [PlanExample.task(1, 6), PlanExample.task(2, 3, after: "1"), PlanExample.task(4, 1)])
        let drift = baseline.drift(now)
        #expect(drift.map(\.task) == [1, 2, 3, 4])
        guard case .moved(_, _, _, let days) = drift[0].kind else {
            Issue.record("task 1 has moved")
            return
        }
        #expect(days == 4)
        #expect(baseline.drift(then).isEmpty)
    }
}
