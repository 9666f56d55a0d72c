package import Kernel

/// When tasks of other plans are done that tasks of this plan wait for.
///
/// Plans have calendars of their own, so what crosses from one to the other is days and not working-day positions: the first
/// day of a task, and the first day after it.
package struct OutsideDates: Sendable, Equatable {
    package struct Span: Sendable, Equatable {
        package let starts: Day
        package let after: Day
    }

    var planned: [Int64: Span] = [:]
    var expected: [Int64: Span] = [:]

    package static let none = OutsideDates()

    /// Only those of these tasks.
    func only(_ tasks: Set<Int64>) -> OutsideDates {
        OutsideDates(
            planned: planned.filter { tasks.contains($0.key) }, expected: expected.filter { tasks.contains($0.key) })
    }
}

extension OutsideDates.Span {
    /// The earliest position at which somebody may begin who waits for it so. The lag counts working days of who waits.
    func bound(_ link: Dependency, days: Int, _ calendar: WorkCalendar) -> Int {
        let first = calendar.position(of: link.kind == .finishStart || link.kind == .finishFinish ? after : starts)
        return first + link.lag - (link.kind == .finishFinish || link.kind == .startFinish ? days : 0)
    }
}
