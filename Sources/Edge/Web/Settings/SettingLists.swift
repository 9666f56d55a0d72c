package import Collecting
package import Kernel
package import Store

/// The lists of the settings that grow without end, as exports read them: the newest rows first, part by part.
package enum SettingLists {
    static let audit = "audit"
    static let jobs = "jobs"
    private static let rowsPerPart = 2000

    /// - Parameter names: what the kinds of jobs are called.
    package static func all(_ store: Store, _ jobs: JobStore, zone: BusinessZone, names: [String: Text]) -> StoredLists
    {
        StoredLists([audit: audit(store, zone), Self.jobs: jobList(jobs, zone, names)])
    }

    private static func audit(_ store: Store, _ zone: BusinessZone) -> StoredList {
        let log = store.audit
        return StoredList { order in
            try await store.read { try log.count($0, subject: order.subject) }
        } part: { order, before in
            let entries = try await store.read {
                try log.entries($0, subject: order.subject, before: before, limit: rowsPerPart)
            }
            return StoredList.Part(
                rows: entries.map { cells(of: $0, zone) }, next: entries.count < rowsPerPart ? nil : entries.last?.id)
        }
    }

    private static func cells(of entry: AuditEntry, _ zone: BusinessZone) -> [ExportCell] {
        let moment = Instant(iso8601: entry.at).map { Figure.moment($0, in: zone) }
        return [
            .count(entry.id), .text(moment), .text(entry.at), .text(entry.author), .text(entry.action),
            .text(entry.subject), .text(entry.detail),
        ]
    }

    private static func jobList(_ jobs: JobStore, _ zone: BusinessZone, _ names: [String: Text]) -> StoredList {
        StoredList { _ in
            try await jobs.count()
        } part: { order, before in
            let part = try await jobs.latest(rowsPerPart, before: before)
            return StoredList.Part(
                rows: part.map { cells(of: $0, names[$0.kind]?[order.language] ?? $0.kind, zone, order.language) },
                next: part.count < rowsPerPart ? nil : part.last?.id)
        }
    }

    private static func cells(of job: Job, _ name: String, _ zone: BusinessZone, _ language: Language) -> [ExportCell] {
        [
            .count(job.id), .text(name), .text(job.state.name[language]), .text(job.author),
            .count(job.progress.done), .count(job.progress.total), .text(Figure.moment(job.queuedAt, in: zone)),
            .text(job.startedAt.map { Figure.moment($0, in: zone) }),
            .text(job.finishedAt.map { Figure.moment($0, in: zone) }), .text(job.failure?.text[language]),
        ]
    }
}

extension AppContext {
    var storedLists: StoredLists { SettingLists.all(store, jobs, zone: zone, names: jobNames) }
}
