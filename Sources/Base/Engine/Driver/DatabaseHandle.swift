internal import CADBC

/// An open ADBC database. Connections hold on to it, so that it is released after the last of them.
///
/// `@unchecked Sendable`: the handle is set up in the initialiser; later calls only read it, which ADBC allows from any thread.
final class DatabaseHandle: @unchecked Sendable {
    let library: DriverLibrary
    let raw: UnsafeMutablePointer<AdbcDatabase>

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

    deinit {
        let error = DriverError()
        if raw.pointee.private_data != nil { _ = library.table.pointee.DatabaseRelease?(raw, error.pointer) }
        raw.deallocate()
    }
}
