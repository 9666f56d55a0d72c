package import Kernel
package import Records

/// A stand-up note as far as the tasks can tell: what was finished since the last working day, what is under way or due to
/// begin, what is late.
package struct StandupDraft: Sendable {
    package let values: RecordValues

    package init(_ schedules: [PlanSchedule], today: Day, language: Language) {
        let all = schedules.flatMap(\.leaves)
        let last = schedules.map { $0.calendar.day(at: $0.calendar.position(of: today) - 1) }.min() ?? today - 1
        let done = all.filter { task in task.task.finished.map { (last...today).contains($0) } ?? false }
        let doing = all.filter { !$0.task.isDone && ($0.task.hasBegun || $0.starts <= today) }
        let late = doing.filter(\.isLate).sorted { ($1.slip, $0.id) < ($0.slip, $1.id) }
        let title = Text(zh: "\(today) 站会", en: "Stand-up of \(today)")
        var values: RecordValues = [
            "title": .text(title[language]), "held_on": .day(today),
            "done": .text(Self.lines(done) ?? Text(zh: "无", en: "Nothing")[language]),
        ]
        values["doing"] = Self.lines(doing).map(RecordValue.text)
        values["deviation"] = Self.lines(late) { task in
            Text(zh: "预计晚 \(task.slip) 个工作日", en: "\(task.slip) working days late")[language]
        }.map(RecordValue.text)
        self.values = values
    }

    private static func lines(_ tasks: [TimedTask], _ more: (TimedTask) -> String = { _ in "" }) -> String? {
        if tasks.isEmpty { return nil }
        return tasks.prefix(60).map { task in
            let tail = more(task)
            return "\(task.task.code) \(task.task.title) @\(task.task.ownerName)" + (tail.isEmpty ? "" : " · \(tail)")
        }.joined(separator: "\n")
    }
}
