internal import CADBC
internal import Foundation

/// One ADBC connection. Its calls block and are made on the engine's own threads, one at a time.
///
/// `@unchecked Sendable`: every use of the handle is under `lock`, but for `interrupt`, which ADBC allows from any thread
/// and which `closing` keeps from running beside the release.
final class Connection: @unchecked Sendable {
    let database: DatabaseHandle
    let raw: UnsafeMutablePointer<AdbcConnection>
    /// Whether a transaction was begun on it and not ended. Read and written by the calls made under `use`.
    var isInTransaction = false
    private let lock = NSRecursiveLock()
    private let closing = NSLock()
    private let flags = NSLock()
    private var isOpen = false
    private var isGivenUp = false

    var table: UnsafePointer<AdbcDriver> { database.library.table }

    init(_ database: DatabaseHandle) throws(DriverFailure) {
        self.database = database
        raw = .allocate(capacity: 1)
        raw.initialize(to: AdbcConnection())
        let table = database.library.table
        let raw = raw
        try driverCall { table.pointee.ConnectionNew?(raw, $0) }
        try driverCall { table.pointee.ConnectionInit?(raw, database.raw, $0) }
        setOpen(true)
        database.connectionOpened()
    }

    /// Whether it may be given another statement.
    var isUsable: Bool {
        flags.lock()
        defer { flags.unlock() }
        return isOpen && !isGivenUp
    }

    /// Its driver does not come back from a call: nobody waits for it any more.
    func giveUpOn() {
        flags.lock()
        defer { flags.unlock() }
        isGivenUp = true
    }

    private func setOpen(_ open: Bool) {
        flags.lock()
        defer { flags.unlock() }
        isOpen = open
    }

    /// Runs `body` while no other call is being made on this connection.
    func use<T>(_ body: () throws -> T) throws -> T {
        guard isUsable else { throw EngineProblem.closed }
        lock.lock()
        defer { lock.unlock() }
        guard isUsable else { throw EngineProblem.closed }
        return try body()
    }

    /// Keeps track of transactions that statements begin and end.
    func noteTransaction(_ sql: String) {
        switch sql.prefix(while: { $0.isLetter }).uppercased() {
        case "BEGIN", "START": isInTransaction = true
        case "COMMIT", "END", "ROLLBACK", "ABORT": isInTransaction = false
        default: break
        }
    }

    /// Asks the engine to stop what this connection is doing.
    func interrupt(_ statement: Statement?) {
        closing.lock()
        defer { closing.unlock() }
        guard isUsable else { return }
        if let statement, statement.interrupt() { return }
        let error = DriverError()
        _ = table.pointee.ConnectionCancel?(raw, error.pointer)
    }

    /// Ends the connection; with it, whatever the server still does for it. Waits for a call that is being made.
    func close() {
        lock.lock()
        defer { lock.unlock() }
        closing.lock()
        defer { closing.unlock() }
        guard isOpen else { return }
        setOpen(false)
        let error = DriverError()
        _ = table.pointee.ConnectionRelease?(raw, error.pointer)
        database.connectionClosed()
    }

    deinit {
        close()
        // One that was made but could not be opened.
        if raw.pointee.private_data != nil {
            let error = DriverError()
            _ = table.pointee.ConnectionRelease?(raw, error.pointer)
        }
        raw.deallocate()
    }
}
