package import Kernel

/// A kind of job: its name for people, and the work.
package struct JobKind: Sendable {
    /// `import`, `demo`, `roll_up`: kept with each job.
    package let id: String
    package let name: Text
    /// Jobs of one lane run one after another, such as those that write the warehouse.
    package let lane: String?
    /// How often it is begun at most, when the process dies under it.
    package let attemptLimit: Int
    let work: @Sendable (JobRun) async throws -> String?

    /// - Parameter work: does the job from its payload and its last checkpoint. It may be begun again after a kill, so what it
    ///   has done up to a checkpoint must stand. Cancelling reaches it as `CancellationError` from `run.progress.report`.
    ///   What it returns is kept as the job's result.
    package init<Payload: Decodable & Sendable, Result: Encodable & Sendable>(
        _ id: String, name: Text, lane: String? = nil, attemptLimit: Int = 3,
        work: @escaping @Sendable (Payload, JobRun) async throws -> Result
    ) {
        self.id = id
        self.name = name
        self.lane = lane
        self.attemptLimit = attemptLimit
        self.work = { run in try Job.json(try await work(try run.job.payload(as: Payload.self), run)) }
    }
}
