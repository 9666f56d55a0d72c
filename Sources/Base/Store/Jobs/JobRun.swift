package import GRDB
package import Kernel

/// What a job's work sees of its job.
package struct JobRun: Sendable {
    /// As it was when this attempt began: `job.checkpoint(as:)` says where to go on.
    package let job: Job
    /// Reports are shown live and written down now and then; throws when the job is cancelled or the server stops.
    package let progress: WorkProgress
    /// Where rows that did not fit are written. If the file is there when the work ends, the job's page offers it.
    package let errorFile: String
    let jobs: JobStore

    /// Remembers how far the work has come, for the attempt after a kill.
    package func save(checkpoint: some Encodable & Sendable) async throws {
        let json = try Job.json(checkpoint)
        try await jobs.store.write { try jobs.setCheckpoint($0, job.id, json) }
    }

    /// The same within the transaction that does the work, so that both stand or neither.
    package func save(_ db: Database, checkpoint: some Encodable) throws {
        try jobs.setCheckpoint(db, job.id, try Job.json(checkpoint))
    }
}
