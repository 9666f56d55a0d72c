import CADBC
import Foundation

@testable import Engine

/// A driver whose statements hang for three seconds, and so do their cancel and the close of their connection.
enum StuckDriver {
    static func library() -> DriverLibrary {
        let table = UnsafeMutablePointer<AdbcDriver>.allocate(capacity: 1)
        var driver = AdbcDriver()
        driver.DatabaseNew = { database, _ in
            database?.pointee.private_data = UnsafeMutableRawPointer(bitPattern: 8)
            return 0
        }
        driver.DatabaseSetOption = { _, _, _, _ in 0 }
        driver.DatabaseInit = { _, _ in 0 }
        driver.DatabaseRelease = { _, _ in 0 }
        driver.ConnectionNew = { _, _ in 0 }
        driver.ConnectionInit = { _, _, _ in 0 }
        driver.ConnectionRelease = { _, _ in hang() }
        driver.StatementNew = { _, _, _ in 0 }
        driver.StatementSetSqlQuery = { statement, sql, _ in
            let hangs = sql.map { String(cString: $0) == "HANG" } ?? false
            statement?.pointee.private_data = hangs ? UnsafeMutableRawPointer(bitPattern: 8) : nil
            return 0
        }
        driver.StatementExecuteQuery = { statement, _, _, _ in
            guard statement?.pointee.private_data != nil else { return AdbcStatusCode(CADBC_UNKNOWN) }
            return hang()
        }
        driver.StatementCancel = { _, _ in hang() }
        driver.StatementRelease = { _, _ in 0 }
        table.initialize(to: driver)
        return DriverLibrary(table: table)
    }
}

private func hang() -> AdbcStatusCode {
    Thread.sleep(forTimeInterval: 3)
    return 0
}
