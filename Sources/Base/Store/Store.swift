package import GRDB
package import Kernel

/// What people write and what must never be lost, in one SQLite file: one writer, many readers, every commit on disk
/// before it is answered (WAL, `synchronous = FULL`).
///
/// Functions that take part in a transaction take `_ db: Database` and are synchronous; the caller owns the transaction:
///
///     try await store.write { db in
///         try settings.set(db, …)
///         try store.audit.append(db, …)      // both or neither
///     }
package final class Store: Sendable {
    package let clock: Clock
    /// The log of changes, for use inside the transaction that makes the change.
    package let audit: AuditLog
    /// Kept so that the folder stays locked as long as its database is open.
    private let folder: DataFolder?
    private let path: String
    let writer: any DatabaseWriter

    /// Opens `yunchou.db` of a folder and brings its tables up to date.
    package init(folder: DataFolder, clock: Clock) throws {
        self.clock = clock
        self.folder = folder
        path = folder.database
        audit = AuditLog(clock: clock)
        do {
            writer = try DatabasePool(path: folder.database, configuration: Store.configuration)
            try writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try Store.migrate(writer, path: path)
        } catch { throw StoreProblem.ofDatabaseError(error, path: folder.database) }
    }

    /// A store that lives and dies with the process: for tests.
    package init(inMemory clock: Clock) throws {
        self.clock = clock
        folder = nil
        path = ":memory:"
        audit = AuditLog(clock: clock)
        writer = try DatabaseQueue(configuration: Store.configuration)
        try Store.migrate(writer, path: path)
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "yunchou.db"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        return configuration
    }

    private static func migrate(_ writer: any DatabaseWriter, path: String) throws {
        let migrator = Migration.migrator
        if try writer.read(migrator.hasBeenSuperseded) { throw StoreProblem.writtenByLaterVersion(path: path) }
        try migrator.migrate(writer)
    }

    /// Reads one consistent state; writers go on meanwhile.
    package func read<T: Sendable>(_ body: @Sendable @escaping (Database) throws -> T) async throws -> T {
        do { return try await writer.read(body) } catch { throw StoreProblem.ofDatabaseError(error, path: path) }
    }

    /// One transaction: all of it is on disk when this returns, none of it when it throws.
    @discardableResult
    package func write<T: Sendable>(_ body: @Sendable @escaping (Database) throws -> T) async throws -> T {
        do { return try await writer.write(body) } catch { throw StoreProblem.ofDatabaseError(error, path: path) }
    }

    /// SQLite's own quick look at the file: `ok`, or the first thing it found wrong.
    package func quickCheck() async throws -> String {
        try await read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") ?? "ok" }
    }

    /// A transaction that is made even when the task is cancelled: for what must be written down at the end. Blocks meanwhile.
    func writeNow<T: Sendable>(_ body: @Sendable (Database) throws -> T) throws -> T {
        do { return try writer.write(body) } catch { throw StoreProblem.ofDatabaseError(error, path: path) }
    }

    /// Waits for running reads and writes, and closes the file. The store cannot be used afterwards.
    package func close() throws { try writer.close() }
}

extension Store {
    /// Changes tables themselves: foreign keys rest meanwhile and are checked at the end, so that a table can be made anew
    /// under its name (https://www.sqlite.org/lang_altertable.html, section 7).
    package func rebuild(_ body: @Sendable (Database) throws -> Void) throws {
        do {
            try writer.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA foreign_keys = OFF")
                let outcome = Result {
                    try db.inTransaction {
                        try body(db)
                        try db.checkForeignKeys()
                        return .commit
                    }
                }
                try db.execute(sql: "PRAGMA foreign_keys = ON")
                try outcome.get()
            }
        } catch { throw StoreProblem.ofDatabaseError(error, path: path) }
    }
}
