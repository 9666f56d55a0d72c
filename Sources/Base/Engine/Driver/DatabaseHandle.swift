internal import CADBC
internal import Foundation

/// An open ADBC database, released after the last of its connections.
///
/// `@unchecked Sendable`: the handle is set up in the initialiser; later calls only read it, which ADBC allows from any thread.
/// What is counted is under `lock`.
final class DatabaseHandle: @unchecked Sendable {
    let library: DriverLibrary
    let raw: UnsafeMutablePointer<AdbcDatabase>
    private let lock = NSLock()
    private var openConnections = 0
    private var isUnwanted = false
    private var isReleased = false

    init(_ library: DriverLibrary, options: [EngineConfiguration.Option]) throws(DriverFailure) {
        self.library = library
        raw = .allocate(capacity: 1)
        raw.initialize(to: AdbcDatabase())
        let table = library.table
        let raw = raw
        try driverCall { table.pointee.DatabaseNew?(raw, $0) }
        for option in options {
            try driverCall { table.pointee.DatabaseSetOption?(raw, option.name, option.value, $0) }
        }
        try driverCall { table.pointee.DatabaseInit?(raw, $0) }
    }

    /// How many connections are open.
    var connectionCount: Int {
        lock.lock()
        defer { lock.unlock() }
        return openConnections
    }

    func connectionOpened() {
        lock.lock()
        defer { lock.unlock() }
        openConnections += 1
    }

    func connectionClosed() {
        lock.lock()
        defer { lock.unlock() }
        openConnections -= 1
        releaseIfDue()
    }

    /// Releases the database now, or with its last connection: its file is free when this returns and no connection is open.
    func close() {
        lock.lock()
        defer { lock.unlock() }
        isUnwanted = true
        releaseIfDue()
    }

    private func releaseIfDue() {
        guard isUnwanted, openConnections == 0, !isReleased else { return }
        isReleased = true
        let error = DriverError()
        if raw.pointee.private_data != nil { _ = library.table.pointee.DatabaseRelease?(raw, error.pointer) }
    }

    deinit {
        openConnections = 0
        close()
        raw.deallocate()
    }
}
