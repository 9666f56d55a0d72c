internal import Dispatch
internal import Foundation
internal import Kernel

/// Watches over one driver call, so that it can be stopped by a cancel or a time-out and so that its caller never waits for a
/// driver that does not let go.
///
/// `@unchecked Sendable`: all state is under `condition`.
final class StopControl: @unchecked Sendable {
    enum Reason {
        case cancelled
        case timedOut(Duration)
    }

    private let connection: Connection?
    private let condition = NSCondition()
    private var statement: Statement?
    private var reason: Reason?
    private var isFinished = false
    private var giveUp: (@Sendable (any Error) -> Void)?
    private var alarm: DispatchWorkItem?
    private let sql: String

    /// How long a stopped call may take to end before its caller is let go without it.
    private let grace: Duration
    private static let retryInterval = 0.05

    init(_ connection: Connection?, sql: String, grace: Duration = .seconds(10)) {
        self.connection = connection
        self.sql = sql
        self.grace = grace
    }

    /// What a stop interrupts from now on.
    func watch(_ statement: Statement?) {
        condition.lock()
        defer { condition.unlock() }
        self.statement = statement
    }

    /// Throws once the call was told to stop.
    func check() throws {
        condition.lock()
        defer { condition.unlock() }
        if let reason { throw error(reason) }
    }

    /// Starts the time. `giveUp` is called when the call, told to stop, does not.
    func begin(timeout: Duration?, giveUp: @escaping @Sendable (any Error) -> Void) {
        condition.lock()
        defer { condition.unlock() }
        self.giveUp = giveUp
        guard let timeout else { return }
        let ring = DispatchWorkItem { self.stop(.timedOut(timeout)) }
        alarm = ring
        DispatchQueue.global().asyncAfter(deadline: .now() + timeout.inSeconds, execute: ring)
    }

    /// Ends the watch. The reason, if the call was told to stop.
    func finish() -> (any Error)? {
        condition.lock()
        defer { condition.unlock() }
        isFinished = true
        statement = nil
        alarm?.cancel()
        alarm = nil
        condition.broadcast()
        // A stopped call still has its connection to close: its caller is let go in time if that hangs.
        if reason == nil { giveUp = nil }
        return reason.map { error($0) }
    }

    func stop(_ why: Reason) {
        condition.lock()
        defer { condition.unlock() }
        guard reason == nil, !isFinished else { return }
        reason = why
        let thread = Thread { self.insist() }
        thread.name = "engine-stop"
        thread.start()
        DispatchQueue.global().asyncAfter(deadline: .now() + grace.inSeconds) { self.abandon() }
    }

    /// Interrupts again and again: an interrupt that comes before the statement has begun is lost.
    private func insist() {
        var left = grace.inSeconds
        while left > 0 {
            guard let target = runningTarget() else { return }
            connection?.interrupt(target.statement)
            if waitForEnd() { return }
            left -= StopControl.retryInterval
        }
    }

    private func runningTarget() -> (statement: Statement?, Void)? {
        condition.lock()
        defer { condition.unlock() }
        return isFinished ? nil : (statement, ())
    }

    private func waitForEnd() -> Bool {
        condition.lock()
        defer { condition.unlock() }
        if !isFinished { _ = condition.wait(until: Foundation.Date(timeIntervalSinceNow: StopControl.retryInterval)) }
        return isFinished
    }

    private func abandon() {
        condition.lock()
        let call = giveUp
        let why = reason
        giveUp = nil
        condition.unlock()
        guard let call, let why else { return }
        connection?.giveUpOn()
        call(error(why))
    }

    private func error(_ reason: Reason) -> any Error {
        switch reason {
        case .cancelled: CancellationError()
        case .timedOut(let limit): EngineProblem.timedOut(sql: sql, after: limit)
        }
    }
}
