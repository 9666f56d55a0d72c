internal import Foundation

/// Connections that wait for their next statement.
///
/// `@unchecked Sendable`: all state is under `lock`.
final class ConnectionPool: @unchecked Sendable {
    private let configuration: EngineConfiguration
    private let lock = NSLock()
    private var database: DatabaseHandle?
    private var idle: [Connection] = []
    private static let mostIdle = 8

    init(_ database: DatabaseHandle, _ configuration: EngineConfiguration) {
        self.database = database
        self.configuration = configuration
    }

    /// A waiting connection, if there is one.
    func takeIdle() throws -> Connection? {
        lock.lock()
        defer { lock.unlock() }
        guard database != nil else { throw EngineProblem.closed }
        return idle.popLast()
    }

    /// A new connection, set up for our dialect. Blocks.
    func open() throws -> Connection {
        guard let database = lockedDatabase() else { throw EngineProblem.closed }
        do throws(DriverFailure) {
            let connection = try Connection(database)
            for sql in configuration.dialect.connectionPrelude { try prepare(connection, sql) }
            return connection
        } catch {
            throw EngineProblem.unreachable(target: configuration.target, reason: error.message)
        }
    }

    private func prepare(_ connection: Connection, _ sql: String) throws(DriverFailure) {
        let statement = try Statement(connection)
        defer { statement.close() }
        do throws(DriverFailure) {
            try statement.prepare(sql)
            let (stream, _) = try statement.run()
            stream.close()
        } catch {
            guard configuration.dialect.preludeMayBeRefused else { throw error }
        }
    }

    /// The connection, when it is one too many and must be closed.
    func giveBack(_ connection: Connection) -> Connection? {
        lock.lock()
        defer { lock.unlock() }
        guard connection.isUsable else { return nil }
        guard database != nil, idle.count < ConnectionPool.mostIdle else { return connection }
        idle.append(connection)
        return nil
    }

    /// Closes all waiting connections, and the database with its last one. Nothing is given out any more. Blocks.
    func close() {
        let (connections, handle) = emptied()
        connections.forEach { $0.close() }
        handle?.close()
    }

    private func emptied() -> ([Connection], DatabaseHandle?) {
        lock.lock()
        defer { lock.unlock() }
        defer {
            idle = []
            database = nil
        }
        return (idle, database)
    }

    private func lockedDatabase() -> DatabaseHandle? {
        lock.lock()
        defer { lock.unlock() }
        return database
    }
}
