package import GRDB
import Kernel

/// The list of jobs: asks for them, reads them, cancels them. `JobRunner` does them.
package struct JobStore: Sendable {
    let store: Store
    private let news = Broadcast<Job>()

    package init(_ store: Store) { self.store = store }

    /// Each change of any job from now on, after it is on disk. Ends when the reader stops reading.
    package func changes() -> AsyncStream<Job> { news.listen() }

    /// Puts a job at the end of the queue.
    ///
    /// - Parameter key: while a job with this key waits or runs, it is returned instead of a second one.
    @discardableResult
    package func enqueue(
        _ kind: String, _ payload: some Encodable & Sendable, key: String? = nil, by author: Author
    ) async throws -> Job {
        let json = try Job.json(payload)
        return try await store.write { try self.insert($0, kind, json, key, author) }
    }

    /// The same within a transaction of the caller's: the job is there if and only if the rest is.
    @discardableResult
    package func enqueue(
        _ db: Database, _ kind: String, _ payload: some Encodable, key: String? = nil, by author: Author
    ) throws -> Job {
        try insert(db, kind, try Job.json(payload), key, author)
    }

    package func find(_ id: Int64) async throws -> Job {
        try await store.read { try self.require($0, id) }
    }

    /// The newest first, from the newest of all or from the one before a number.
    package func latest(_ count: Int = 50, kind: String? = nil, before: Int64? = nil) async throws -> [Job] {
        try await store.read { db in
            try Job.fetchAll(
                db,
                sql: """
                    SELECT * FROM job WHERE (kind = ?1 OR ?1 IS NULL) AND job_id < ?3 ORDER BY job_id DESC LIMIT ?2
                    """, arguments: [kind, count, before ?? Int64.max])
        }
    }

    /// How many jobs are remembered.
    package func count() async throws -> Int64 {
        try await store.read { try Int64.fetchOne($0, sql: "SELECT count(*) FROM job") ?? 0 }
    }

    /// A waiting job is cancelled at once; a running one is told, and ends when it next reports.
    package func cancel(_ id: Int64, by author: Author) async throws {
        try await store.write { db in
            let job = try self.require(db, id)
            if job.state.isFinal { throw JobProblem.alreadyEnded(id) }
            try db.execute(sql: "UPDATE job SET cancel_asked = 1 WHERE job_id = ?", arguments: [id])
            if job.state == .queued { try self.end(db, job, .cancelled, nil) }
            try store.audit.append(
                db, author: author, action: "job.cancel", subject: "job:\(id)", detail: ["kind": job.kind])
            try self.announce(db, id)
        }
    }

    /// Another try of a failed or cancelled job, from its last checkpoint.
    package func retry(_ id: Int64, by author: Author) async throws {
        try await store.write { db in
            let job = try self.require(db, id)
            if !job.state.isFinal || job.state == .done { throw JobProblem.notEnded(id) }
            try db.execute(
                sql: """
                    UPDATE job SET state = 'queued', attempt = 0, cancel_asked = 0, finished_at = NULL,
                        problem_code = NULL, problem_zh = NULL, problem_en = NULL
                    WHERE job_id = ?
                    """, arguments: [id])
            try store.audit.append(
                db, author: author, action: "job.retry", subject: "job:\(id)", detail: ["kind": job.kind])
            try self.announce(db, id)
        }
    }

    private func insert(_ db: Database, _ kind: String, _ payload: String, _ key: String?, _ author: Author) throws
        -> Job
    {
        let sameKey = "SELECT * FROM job WHERE unique_key = ? AND state IN ('queued', 'running')"
        if let key, let same = try Job.fetchOne(db, sql: sameKey, arguments: [key]) { return same }
        try db.execute(
            sql: """
                INSERT INTO job (kind, payload, unique_key, author, state, queued_at) VALUES (?, ?, ?, ?, 'queued', ?)
                """, arguments: [kind, payload, key, author.description, store.clock.now()])
        let id = db.lastInsertedRowID
        try store.audit.append(db, author: author, action: "job.queue", subject: "job:\(id)", detail: ["kind": kind])
        try announce(db, id)
        return try require(db, id)
    }
}

extension JobStore {
    func require(_ db: Database, _ id: Int64) throws -> Job {
        guard let job = try Job.fetchOne(db, sql: "SELECT * FROM job WHERE job_id = ?", arguments: [id]) else {
            throw JobProblem.unknownJob(id)
        }
        return job
    }

    /// Tells the listeners how the job stands, once the transaction is on disk.
    func announce(_ db: Database, _ id: Int64) throws {
        let job = try require(db, id)
        db.afterNextTransaction { _ in news.send(job) }
    }
}
