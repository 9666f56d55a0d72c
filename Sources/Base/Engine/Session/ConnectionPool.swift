internal import Foundation

/// Connections that wait for their next statement.
///
/// `@unchecked Sendable`: all state is under `lock`.
final class ConnectionPool: @unchecked Sendable {
    let configuration: EngineConfiguration
    private let lock = NSCondition()
    private var database: DatabaseHandle?
    private var idle: [Connection] = []
    private var opening = 0
    /// Memory is being given back: nobody is let in until that is over.
    private var isResting = false
    private var count = 0
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
        guard let connection = idle.popLast() else { return nil }
        count += 1
        return connection
    }

    /// How many connections were handed out so far.
    var handedOut: Int {
        lock.lock()
        defer { lock.unlock() }
        return count
    }

    /// A new connection, set up for our dialect. Blocks.
    func open() throws -> Connection {
        guard let database = beginOpening() else { throw EngineProblem.closed }
        defer { endOpening() }
        return try connect(database)
    }

    func connect(_ database: DatabaseHandle) throws -> Connection {
        do throws(DriverFailure) {
            let connection = try Connection(database)
            for sql in configuration.dialect.connectionPrelude { try prepare(connection, sql) }
            return connection
        } catch {
            throw EngineProblem.unreachable(target: configuration.target, reason: error.message)
        }
    }

    private func prepare(_ connection: Connection, _ sql: String) throws(DriverFailure) {
        do throws(DriverFailure) {
            try connection.run(sql)
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
        for connection in connections { connection.close() }
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

    /// The database, and the connections that wait, when nobody holds another one. Until `endRest` nobody gets any.
    func beginRest() -> (DatabaseHandle, [Connection])? {
        lock.lock()
        defer { lock.unlock() }
        guard let database, !isResting, opening == 0, database.connectionCount == idle.count else { return nil }
        isResting = true
        defer { idle = [] }
        return (database, idle)
    }

    func endRest() {
        lock.lock()
        defer { lock.unlock() }
        isResting = false
        lock.broadcast()
    }

    private func beginOpening() -> DatabaseHandle? {
        lock.lock()
        defer { lock.unlock() }
        while isResting { lock.wait() }
        opening += 1
        count += 1
        return database
    }

    private func endOpening() {
        lock.lock()
        defer { lock.unlock() }
        opening -= 1
    }
}
