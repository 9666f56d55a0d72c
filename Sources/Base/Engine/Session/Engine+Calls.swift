extension Engine {
    /// Makes a blocking call on one of the engine's threads. When the task is cancelled or the time is over, the statement is
    /// cancelled and the connection closed, which is what stops the work on every server; the caller hears of it at the latest
    /// after `grace`.
    func call<T: Sendable>(
        _ connection: Connection?, sql: String, timeout: Duration?,
        _ work: @escaping @Sendable (StopControl) throws -> T
    ) async throws -> T {
        let control = StopControl(connection, sql: sql, grace: grace)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer = OneAnswer(continuation)
                control.begin(timeout: timeout) { answer.give(.failure($0)) }
                threads.submit {
                    let result = Result {
                        try Engine.named(sql) {
                            try control.check()
                            return try work(control)
                        }
                    }
                    guard let stopped = control.finish() else { return answer.give(result) }
                    connection?.close()
                    answer.give(.failure(stopped))
                }
            }
        } onCancel: {
            control.stop(.cancelled)
        }
    }

    /// Gives the driver's failures the statement they belong to.
    static func named<T>(_ sql: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let failure as DriverFailure {
            throw failure.problem(sql: sql)
        }
    }
}
