/// How far a long piece of work has come, and how it is told to stop.
package struct WorkProgress: Sendable {
    /// `done` of `total` units (rows, bytes, customers; `total` 0 when unknown) and what is being done now.
    package struct Report: Sendable, Hashable, Codable {
        package var done: Int64
        package var total: Int64
        package var step: Text

        package init(done: Int64, total: Int64, step: Text) {
            self.done = done
            self.total = total
            self.step = step
        }
    }

    private let tell: @Sendable (Report) -> Void

    package init(_ tell: @escaping @Sendable (Report) -> Void) { self.tell = tell }
    package static let silent = WorkProgress { _ in }

    /// Reports, and throws `CancellationError` when the work was cancelled: call it between pieces that may stand alone.
    package func report(_ done: Int64, of total: Int64, _ step: Text) throws {
        tell(Report(done: done, total: total, step: step))
        try Task.checkCancellation()
    }
}
