/// The analytic engine behind ADBC: DuckDB in this process, or a Spark Connect server. Everything it counts is asked here.
///
/// Statements run on the engine's own threads. A statement that is cancelled or out of time is stopped on the server too.
package final class Engine: Sendable {
    package let configuration: EngineConfiguration
    let threads: EngineThreads
    /// How long a stopped statement and the close of its connection may take before the caller is let go.
    let grace: Duration
    private let connections: ConnectionPool

    init(
        _ configuration: EngineConfiguration, _ threads: EngineThreads, _ database: DatabaseHandle, grace: Duration
    ) {
        self.configuration = configuration
        self.grace = grace
        self.threads = threads
        connections = ConnectionPool(database, configuration)
    }

    /// Loads the driver, opens the database and prepares our SQL dialect in it.
    package static func open(_ configuration: EngineConfiguration) async throws -> Engine {
        try await open(configuration, grace: .seconds(10)) { try DriverLibrary(configuration.library) }
    }

    static func open(
        _ configuration: EngineConfiguration, grace: Duration, load: @escaping @Sendable () throws -> DriverLibrary
    ) async throws -> Engine {
        let threads = EngineThreads(most: 64)
        do {
            let database = try await threads.finish {
                let library = try load()
                do {
                    return try DatabaseHandle(library, options: configuration.options)
                } catch let failure as DriverFailure {
                    throw EngineProblem.unreachable(target: configuration.target, reason: failure.message)
                }
            }
            let engine = Engine(configuration, threads, database, grace: grace)
            try await engine.prepareDatabase()
            return engine
        } catch {
            threads.end()
            throw error
        }
    }

    /// A question: reads its whole result. A result without columns is an error, never "no rows".
    package func query(_ sql: String, _ parameters: [EngineValue] = [], timeout: Duration? = nil) async throws
        -> EngineTable
    {
        try await withConnection { try await $0.query(sql, parameters, timeout: timeout) }
    }

    /// A question whose result is read batch by batch, as fast as the reader takes them. `timeout` holds for each wait.
    package func stream(_ sql: String, _ parameters: [EngineValue] = [], timeout: Duration? = nil) async throws
        -> BatchStream
    {
        let connection = try await takeConnection()
        do {
            return try await EngineSession(engine: self, connection: connection)
                .openStream(sql, parameters, timeout: timeout, returningConnection: true)
        } catch {
            giveBack(connection)
            throw error
        }
    }

    /// A question whose result is gathered up batch by batch where it arrives, on the engine's own thread: the fastest way through
    /// millions of rows. `body` computes and does not wait; `timeout` holds for the whole.
    package func fold<R: Sendable>(
        _ sql: String, _ parameters: [EngineValue] = [], timeout: Duration? = nil, into initial: R,
        _ body: @escaping @Sendable (inout R, Batch) throws -> Void
    ) async throws -> R {
        try await withConnection { try await $0.fold(sql, parameters, timeout: timeout, into: initial, body) }
    }

    /// A statement without a result. The number of rows it changed, where the engine tells; else 0.
    @discardableResult
    package func execute(_ sql: String, _ parameters: [EngineValue] = [], timeout: Duration? = nil) async throws
        -> Int64
    {
        try await withConnection { try await $0.execute(sql, parameters, timeout: timeout) }
    }

    /// Loads columns into a table. The number of rows.
    @discardableResult
    package func ingest(_ columns: ColumnSet, into table: String, mode: IngestMode = .append) async throws -> Int64 {
        try await withConnection { try await $0.ingest(columns, into: table, mode: mode) }
    }

    /// Several statements on one connection, which is closed afterwards: temporary tables live as long as `body`.
    package func withSession<R: Sendable>(_ body: @Sendable (EngineSession) async throws -> R) async throws -> R {
        let connection = try await takeConnection()
        let result: Result<R, any Error>
        do {
            result = .success(try await body(EngineSession(engine: self, connection: connection)))
        } catch {
            result = .failure(error)
        }
        if connection.isUsable { try await threads.finish { connection.close() } }
        return try result.get()
    }

    /// All of `body`, or nothing of it: rolled back when it throws or is cancelled.
    package func transaction<R: Sendable>(_ body: @Sendable (EngineSession) async throws -> R) async throws -> R {
        try await withSession { session in try await session.transaction { try await body(session) } }
    }

    /// Closes the idle connections, and the database with the last of them. Later calls fail.
    package func close() async {
        let connections = connections
        await withCheckedContinuation { continuation in
            threads.submit {
                connections.close()
                continuation.resume()
            }
        }
        threads.end()
    }

    /// How often a connection was asked for so far: where this stands still, nobody asks anything.
    package var questionCount: Int { connections.handedOut }

    /// Lets go of what the engine keeps in memory of its file, and of freed memory. Does nothing while anybody asks; who asks
    /// meanwhile waits for it, some hundredths of a second. `true` when it was done.
    @discardableResult
    package func giveBackMemory() async throws -> Bool {
        guard configuration.dialect == .duckdb else { return false }
        let connections = connections
        let done = try await threads.finish { try connections.giveBackMemory() }
        ProcessMemory.giveBack()
        return done
    }

    // MARK: Connections

    func takeConnection() async throws -> Connection {
        if let connection = try connections.takeIdle() { return connection }
        let pool = connections
        return try await call(nil, sql: "", timeout: .seconds(60)) { _ in try pool.open() }
    }

    func giveBack(_ connection: Connection) {
        if let surplus = connections.giveBack(connection) { threads.submit { surplus.close() } }
    }

    private func withConnection<R: Sendable>(_ body: (EngineSession) async throws -> R) async throws -> R {
        let connection = try await takeConnection()
        defer { giveBack(connection) }
        return try await body(EngineSession(engine: self, connection: connection))
    }

    /// Opens the first connection, so that an engine that does not answer is told of here and not at the first question.
    private func prepareDatabase() async throws {
        giveBack(try await takeConnection())
        for statement in configuration.dialect.databasePrelude {
            try await execute(statement)
        }
    }
}
