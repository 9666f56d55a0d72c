import GRDB
import Kernel

/// What only the runner does to jobs.
extension JobStore {
    /// After a start nothing can be running: this process alone holds the folder. What was running is queued again,
    /// unless it was to be cancelled or the process died under it too often.
    func recover(limits: [String: Int]) async throws {
        try await store.write { db in
            for job in try Job.fetchAll(db, sql: "SELECT * FROM job WHERE state = 'running' ORDER BY job_id") {
                if job.isCancelAsked {
                    try end(db, job, .cancelled, nil)
                } else if job.attempt >= limits[job.kind] ?? 3 {
                    try end(db, job, .failed(JobProblem.interruptedTooOften(attempts: job.attempt)), nil)
                } else {
                    try db.execute(sql: "UPDATE job SET state = 'queued' WHERE job_id = ?", arguments: [job.id])
                }
                try announce(db, job.id)
            }
        }
    }

    /// Takes the first waiting job whose lane is free, and marks it as running.
    func claim(kinds: [String: JobKind], busyLanes: Set<String>) async throws -> Job? {
        try await store.write { db in
            let waiting = try Job.fetchAll(db, sql: "SELECT * FROM job WHERE state = 'queued' ORDER BY job_id")
            for job in waiting {
                guard let kind = kinds[job.kind] else {
                    try end(db, job, .failed(JobProblem.unknownKind(job.kind)), nil)
                    try announce(db, job.id)
                    continue
                }
                if let lane = kind.lane, busyLanes.contains(lane) { continue }
                try db.execute(
                    sql: "UPDATE job SET state = 'running', attempt = attempt + 1, started_at = ? WHERE job_id = ?",
                    arguments: [store.clock.now(), job.id])
                try announce(db, job.id)
                return try require(db, job.id)
            }
            return nil
        }
    }

    func setCheckpoint(_ db: Database, _ id: Int64, _ json: String) throws {
        try db.execute(sql: "UPDATE job SET checkpoint = ? WHERE job_id = ?", arguments: [json, id])
    }

    func setProgress(_ db: Database, _ id: Int64, _ report: WorkProgress.Report) throws {
        try db.execute(
            sql: "UPDATE job SET done = ?, total = ?, step_zh = ?, step_en = ? WHERE job_id = ?",
            arguments: [report.done, report.total, report.step.zh, report.step.en, id])
    }

    /// Writes how the job ended. `stopped` work was cancelled by somebody, or the server stops and the next start goes on.
    func end(_ db: Database, _ job: Job, _ ending: JobEnding, _ errorFile: String?) throws {
        switch ending {
        case .done(let result):
            try close(db, job, state: .done, errorFile)
            try db.execute(sql: "UPDATE job SET result = ? WHERE job_id = ?", arguments: [result, job.id])
        case .failed(let problem):
            try close(db, job, state: .failed, errorFile)
            try db.execute(
                sql: "UPDATE job SET problem_code = ?, problem_zh = ?, problem_en = ? WHERE job_id = ?",
                arguments: [problem.code, problem.text.zh, problem.text.en, job.id])
        case .cancelled:
            try close(db, job, state: .cancelled, errorFile)
        case .stopped:
            if try require(db, job.id).isCancelAsked { return try close(db, job, state: .cancelled, errorFile) }
            try db.execute(
                sql: "UPDATE job SET state = 'queued', attempt = attempt - 1 WHERE job_id = ?", arguments: [job.id])
        }
    }

    private func close(_ db: Database, _ job: Job, state: JobState, _ errorFile: String?) throws {
        try db.execute(
            sql: "UPDATE job SET state = ?, finished_at = ?, error_file = ? WHERE job_id = ?",
            arguments: [state.rawValue, store.clock.now(), errorFile, job.id])
    }
}

/// How one attempt ended.
enum JobEnding: Sendable {
    case done(String?)
    case failed(any Problem)
    case cancelled
    /// The work noticed that it was told to stop.
    case stopped
}
