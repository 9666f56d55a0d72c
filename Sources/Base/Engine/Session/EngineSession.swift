/// One connection of the engine. Its statements run one after the other.
package struct EngineSession: Sendable {
    let engine: Engine
    let connection: Connection

    /// All of `body`, or nothing of it: rolled back when it throws or is cancelled. The engine reads what a transaction itself
    /// has written with one thread only: tables that are made to be read belong before it.
    package func transaction<R: Sendable>(_ body: @Sendable () async throws -> R) async throws -> R {
        try await execute("BEGIN TRANSACTION")
        do {
            let result = try await body()
            try await execute("COMMIT")
            return result
        } catch {
            await rollBack()
            throw error
        }
    }

    /// As `Engine.query`, on this connection.
    package func query(_ sql: String, _ parameters: [EngineValue] = [], timeout: Duration? = nil) async throws
        -> EngineTable
    {
        let connection = connection
        return try await engine.call(connection, sql: sql, timeout: timeout) { control in
            try connection.use {
                try EngineSession.withResult(connection, sql, parameters, control) { stream, _ in
                    let layout = try stream.readLayout()
                    try layout.requireColumns(sql: sql)
                    var batches: [Batch] = []
                    while let batch = try stream.next() { batches.append(batch) }
                    return EngineTable(layout: layout, batches: batches)
                }
            }
        }
    }

    /// As `Engine.fold`, on this connection.
    package func fold<R: Sendable>(
        _ sql: String, _ parameters: [EngineValue] = [], timeout: Duration? = nil, into initial: R,
        _ body: @escaping @Sendable (inout R, Batch) throws -> Void
    ) async throws -> R {
        let connection = connection
        return try await engine.call(connection, sql: sql, timeout: timeout) { control in
            try connection.use {
                try EngineSession.withResult(connection, sql, parameters, control) { stream, _ in
                    try stream.readLayout().requireColumns(sql: sql)
                    var result = initial
                    while let batch = try stream.next() {
                        try control.check()
                        try body(&result, batch)
                    }
                    return result
                }
            }
        }
    }

    /// As `Engine.stream`, on this connection. Read it to its end before the next statement.
    package func stream(_ sql: String, _ parameters: [EngineValue] = [], timeout: Duration? = nil) async throws
        -> BatchStream
    {
        try await openStream(sql, parameters, timeout: timeout, returningConnection: false)
    }

    /// As `Engine.execute`, on this connection.
    @discardableResult
    package func execute(_ sql: String, _ parameters: [EngineValue] = [], timeout: Duration? = nil) async throws
        -> Int64
    {
        let connection = connection
        return try await engine.call(connection, sql: sql, timeout: timeout) { control in
            try connection.use {
                try EngineSession.withResult(connection, sql, parameters, control) { stream, rowsAffected in
                    var count: Int64?
                    let layout = try stream.readLayout()
                    while let batch = try stream.next() {
                        if layout.columns.count == 1, layout.columns[0].name == "Count" {
                            count = try batch.int64s("Count").first
                        }
                    }
                    return max(0, count ?? rowsAffected)
                }
            }
        }
    }

    /// As `Engine.ingest`, on this connection.
    @discardableResult
    package func ingest(_ columns: ColumnSet, into table: String, mode: IngestMode = .append) async throws -> Int64 {
        try columns.checkEvenness()
        let connection = connection
        let name = "bulk load into \(table)"
        return try await engine.call(connection, sql: name, timeout: nil) { control in
            try connection.use {
                try BulkLoad(connection: connection, table: table, mode: mode, control: control).run(columns)
            }
        }
    }

    /// Undoes the transaction, whether or not the task is cancelled. A connection that cannot is closed, which undoes it too.
    func rollBack() async {
        let connection = connection
        do {
            try await engine.threads.finish {
                try connection.use {
                    let control = StopControl(connection, sql: "ROLLBACK")
                    try EngineSession.withResult(connection, "ROLLBACK", [], control) { stream, _ in
                        _ = try stream.next()
                    }
                }
            }
        } catch {
            connection.close()
        }
    }

    func openStream(
        _ sql: String, _ parameters: [EngineValue], timeout: Duration?, returningConnection: Bool
    ) async throws -> BatchStream {
        let connection = connection
        let opened = try await engine.call(connection, sql: sql, timeout: timeout) { control in
            try connection.use {
                let statement = try Statement(connection)
                control.watch(statement)
                try statement.prepare(sql)
                try statement.bind(parameters)
                let (stream, _) = try statement.run()
                let layout = try stream.readLayout()
                try layout.requireColumns(sql: sql)
                return (statement, stream, layout)
            }
        }
        let reading = BatchReading(
            engine: engine, connection: connection, statement: opened.0, stream: opened.1, sql: sql, timeout: timeout,
            returnsConnection: returningConnection)
        return BatchStream(columns: opened.2.columns, reading: reading)
    }

    /// A new statement for this text: bound values and options never reach the next one.
    static func withResult<T>(
        _ connection: Connection, _ sql: String, _ parameters: [EngineValue], _ control: StopControl,
        _ body: (ResultStream, Int64) throws -> T
    ) throws -> T {
        let statement = try Statement(connection)
        control.watch(statement)
        defer {
            control.watch(nil)
            statement.close()
        }
        try statement.prepare(sql)
        try statement.bind(parameters)
        let (stream, rowsAffected) = try statement.run()
        connection.noteTransaction(sql)
        defer { stream.close() }
        return try body(stream, rowsAffected)
    }
}
