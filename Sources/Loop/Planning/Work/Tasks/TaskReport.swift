package import Kernel
package import Records
import Store

/// What an owner says about her task: how far it is, when it began, when it was finished.
package struct TaskReport: Sendable, Hashable {
    /// 0…1
    package var progress: Double?
    package var began: Day?
    package var finished: Day?

    package init(progress: Double? = nil, began: Day? = nil, finished: Day? = nil) {
        self.progress = progress
        self.began = began
        self.finished = finished
    }
}

extension WorkStore {
    /// Writes the report and takes the steps that follow from it: begun, finished.
    /// Problems: `work.in_future`, `work.finished_before_begun`, `work.gate_closed`, `record.stale`.
    package func report(_ report: TaskReport, on number: Int64, from version: Int64, by author: RecordAuthor)
        async throws
    {
        let today = today
        for day in [report.began, report.finished].compactMap({ $0 }) where day > today {
            throw WorkProblem.inFuture(day)
        }
        try await records.store.write { db in
            let task = try records.find(db, .task, number: number, for: author)
            let isBegun = report.began != nil || report.finished != nil || (report.progress ?? 0) > 0
            var changes: [String: RecordValue?] = [:]
            if let progress = report.finished != nil ? 1 : report.progress { changes["progress"] = .number(progress) }
            if isBegun { changes["began_on"] = .day(report.began ?? task.day("began_on") ?? report.finished ?? today) }
            if let finished = report.finished { changes["finished_on"] = .day(finished) }
            var now = try records.change(db, task, from: version, changes, by: author)
            if isBegun, now.state == "planned" {
                now = try records.move(db, now, from: now.version, "start", by: author)
            }
            if report.finished != nil, now.state == "running" {
                try records.move(db, now, from: now.version, "finish", by: author)
            }
        }
    }
}
