import Foundation
import Kernel

/// Does the jobs: a few at a time, first come first served within their lanes. One runner to a folder.
package struct JobRunner: Sendable {
    private let jobs: JobStore
    private let kinds: [String: JobKind]
    private let files: String
    private let width: Int
    private let onFault: @Sendable (Job?, any Error) -> Void
    /// Between two writes of a job's progress.
    private let pause = Duration.milliseconds(500)

    /// - Parameters:
    ///   - files: the folder for error files (`DataFolder.files`).
    ///   - width: how many jobs run at the same time.
    ///   - onFault: told of what went wrong outside the jobs' own problems, to log it with the job's number.
    package init(
        _ jobs: JobStore, kinds: [JobKind], files: String, width: Int = 2,
        onFault: @escaping @Sendable (Job?, any Error) -> Void
    ) {
        self.jobs = jobs
        self.kinds = Dictionary(uniqueKeysWithValues: kinds.map { ($0.id, $0) })
        self.files = files
        self.width = width
        self.onFault = onFault
    }

    /// Works until the task is cancelled. Running jobs are then told to stop, and the next start goes on with them.
    package func run() async throws {
        try await jobs.recover(limits: kinds.mapValues(\.attemptLimit))
        let (bell, ring) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let changes = jobs.changes()
        let lanes = Lanes(width: width)
        await withDiscardingTaskGroup { group in
            group.addTask { for await job in changes where job.state == .queued { ring.yield() } }
            ring.yield()
            for await _ in bell {
                while let (job, kind) = await next(lanes) {
                    lanes.enter(kind.lane)
                    group.addTask {
                        await attempt(job, kind)
                        lanes.leave(kind.lane)
                        ring.yield()
                    }
                }
            }
        }
    }

    /// A disk that is full now may have room later: the reason is logged, and the next change tries again.
    private func next(_ lanes: Lanes) async -> (Job, JobKind)? {
        guard let busy = lanes.busy else { return nil }
        do {
            guard let job = try await jobs.claim(kinds: kinds, busyLanes: busy), let kind = kinds[job.kind] else {
                return nil
            }
            return (job, kind)
        } catch {
            if !Task.isCancelled { onFault(nil, error) }
            return nil
        }
    }

    private func attempt(_ job: Job, _ kind: JobKind) async {
        let box = ProgressBox()
        let errorFile = files + "/job-\(job.id)-errors.csv"
        let run = JobRun(job: job, progress: box.progress, errorFile: errorFile, jobs: jobs)
        let ending = await withTaskGroup(of: JobEnding?.self) { group in
            group.addTask { await outcome(of: run, kind) }
            group.addTask { await waitForCancel(job.id) }
            group.addTask { await writeProgress(of: job.id, from: box) }
            var ending: JobEnding?
            for await event in group {
                if let event { ending = event }
                box.finish()
                group.cancelAll()
            }
            return ending ?? .stopped
        }
        write(ending, of: job, box.report, FileManager.default.fileExists(atPath: errorFile) ? errorFile : nil)
    }

    /// Not by the asynchronous write: that refuses when the task is cancelled, and this is the moment after it.
    private func write(_ ending: JobEnding, of job: Job, _ report: WorkProgress.Report?, _ errorFile: String?) {
        do {
            try jobs.store.writeNow { db in
                if let report { try jobs.setProgress(db, job.id, report) }
                try jobs.end(db, job, ending, errorFile)
                try jobs.announce(db, job.id)
            }
        } catch { onFault(job, error) }
    }

    private func outcome(of run: JobRun, _ kind: JobKind) async -> JobEnding {
        do { return .done(try await kind.work(run)) } catch is CancellationError { return .stopped } catch {
            if let problem = error as? any Problem { return .failed(problem) }
            if Task.isCancelled { return .stopped }
            onFault(run.job, error)
            return .failed(JobProblem.fault(job: run.job.id))
        }
    }

    /// Returns when somebody asks to cancel the job, or when the attempt is over.
    private func waitForCancel(_ id: Int64) async -> JobEnding? {
        let changes = jobs.changes()
        do { if try await jobs.find(id).isCancelAsked { return nil } } catch { return nil }
        for await job in changes where job.id == id && job.isCancelAsked { break }
        return nil
    }

    private func writeProgress(of id: Int64, from box: ProgressBox) async -> JobEnding? {
        for await _ in box.rings {
            guard let report = box.report else { continue }
            do {
                try await jobs.store.write { db in
                    try jobs.setProgress(db, id, report)
                    try jobs.announce(db, id)
                }
                try await jobs.store.clock.sleep(until: jobs.store.clock.now() + pause)
            } catch { continue }
        }
        return nil
    }
}
