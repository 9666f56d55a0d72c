internal import Foundation

/// A result, batch by batch. The engine works ahead by a few batches at most: it waits for its reader.
/// It is read once, by one reader; leaving the loop early stops the statement.
package struct BatchStream: AsyncSequence, Sendable {
    package typealias Element = Batch

    /// Names and types.
    package let columns: [EngineColumnInfo]
    let reading: BatchReading

    package struct Iterator: AsyncIteratorProtocol {
        let reading: BatchReading
        var ahead: ArraySlice<Batch> = []

        package mutating func next() async throws -> Batch? {
            if ahead.isEmpty { ahead = try await reading.fetch()[...] }
            return ahead.popFirst()
        }
    }

    package func makeAsyncIterator() -> Iterator { Iterator(reading: reading) }
}

/// The running statement behind a `BatchStream`; ends with its last batch or its last reference.
///
/// `@unchecked Sendable`: the flag is under `lock`; everything else is constant.
final class BatchReading: @unchecked Sendable {
    private let engine: Engine
    private let connection: Connection
    private let statement: Statement
    private let stream: ResultStream
    private let sql: String
    private let timeout: Duration?
    private let returnsConnection: Bool
    private let lock = NSLock()
    private var isOver = false
    private var ahead: Task<[Batch], any Error>?

    /// At most so many rows are fetched in one go: a change of threads for each of DuckDB's batches of 2,048 would cost more than
    /// reading them; many more, and they would have left the processor's cache before they are read. It begins with few, so that
    /// the first ones come soon.
    private static let mostRowsAhead = 16_384
    private var rowsAhead = 4_096

    init(
        engine: Engine, connection: Connection, statement: Statement, stream: ResultStream, sql: String,
        timeout: Duration?,
        returnsConnection: Bool
    ) {
        self.engine = engine
        self.connection = connection
        self.statement = statement
        self.stream = stream
        self.sql = sql
        self.timeout = timeout
        self.returnsConnection = returnsConnection
    }

    /// The next batches; none at the end. Meanwhile the engine's threads fetch those after them, and no more.
    func fetch() async throws -> [Batch] {
        guard !over else { return [] }
        let current = takeAhead() ?? Task { try await self.read() }
        do {
            let batches = try await withTaskCancellationHandler {
                try await current.value
            } onCancel: {
                current.cancel()
            }
            if !batches.isEmpty {
                setAhead(Task { try await self.read() })
            } else if markOver(), returnsConnection {
                engine.giveBack(connection)
            }
            return batches
        } catch {
            end()
            throw error
        }
    }

    private func read() async throws -> [Batch] {
        let stream = stream
        let statement = statement
        let connection = connection
        let wanted = nextRowsAhead()
        return try await engine.call(connection, sql: sql, timeout: timeout) { control in
            try connection.use {
                control.watch(statement)
                var batches: [Batch] = []
                var rows = 0
                while rows < wanted, let batch = try stream.next() {
                    batches.append(batch)
                    rows += batch.rowCount
                }
                if batches.isEmpty { stream.close() }
                return batches
            }
        }
    }

    private func nextRowsAhead() -> Int {
        lock.lock()
        defer { lock.unlock() }
        defer { rowsAhead = min(2 * rowsAhead, BatchReading.mostRowsAhead) }
        return rowsAhead
    }

    private func takeAhead() -> Task<[Batch], any Error>? {
        lock.lock()
        defer { lock.unlock() }
        defer { ahead = nil }
        return ahead
    }

    private func setAhead(_ task: Task<[Batch], any Error>) {
        lock.lock()
        defer { lock.unlock() }
        ahead = task
    }

    private var over: Bool {
        lock.lock()
        defer { lock.unlock() }
        return isOver
    }

    /// `true` the first time.
    private func markOver() -> Bool {
        lock.lock()
        defer { lock.unlock() }
        defer { isOver = true }
        return !isOver
    }

    /// Stops the statement; its own connection is closed, since that is what stops a server.
    private func end() {
        guard markOver() else { return }
        let stream = stream
        let statement = statement
        let connection = connection
        let closes = returnsConnection
        engine.threads.submit {
            guard connection.isUsable else { return }
            connection.interrupt(statement)
            stream.close()
            if closes { connection.close() }
        }
    }

    deinit { end() }
}
