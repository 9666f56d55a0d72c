import Kernel
import Synchronization

/// The latest report of one running job: the work puts it in as often as it likes, the runner takes it out when it has time.
final class ProgressBox: Sendable {
    private let latest = Mutex<WorkProgress.Report?>(nil)
    private let stream: AsyncStream<Void>
    private let bell: AsyncStream<Void>.Continuation

    init() { (stream, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1)) }

    var progress: WorkProgress {
        WorkProgress { report in
            self.latest.withLock { $0 = report }
            self.bell.yield()
        }
    }

    var report: WorkProgress.Report? { latest.withLock { $0 } }

    /// Rings after a report; several reports may ring once. Ends with `finish`.
    var rings: AsyncStream<Void> { stream }
    func finish() { bell.finish() }
}
