internal import CADBC
internal import Foundation

/// A loaded driver: its function table. Libraries are never unloaded (the Spark driver carries a Go runtime, which cannot be).
///
/// `@unchecked Sendable`: the table is written once, before the initialiser returns, and only read afterwards.
final class DriverLibrary: @unchecked Sendable {
    let table: UnsafePointer<AdbcDriver>

    /// DuckDB's own way to take in a stream on all threads, where the library has it in the form we know.
    let arrowScan: ArrowScan?

    /// A table that is already there.
    init(table: UnsafePointer<AdbcDriver>) {
        self.table = table
        arrowScan = nil
    }

    init(_ library: EngineLibrary) throws {
        let handle = try DriverLibrary.load(library)
        guard let symbol = dlsym(handle, library.entryPoint) else {
            throw EngineProblem.libraryUnusable(path: library.driver, reason: "no entry point \(library.entryPoint)")
        }
        let enter = unsafeBitCast(symbol, to: CADBCEntryPoint.self)
        let driver = UnsafeMutablePointer<AdbcDriver>.allocate(capacity: 1)
        driver.initialize(to: AdbcDriver())
        let error = DriverError()
        guard enter(Int32(CADBC_VERSION_1_1_0), driver, error.pointer) == AdbcStatusCode(CADBC_OK) else {
            driver.deallocate()
            throw EngineProblem.libraryUnusable(path: library.driver, reason: error.message ?? "refused ADBC 1.1")
        }
        guard driver.pointee.StatementExecuteQuery != nil, driver.pointee.DatabaseInit != nil else {
            driver.deallocate()
            throw EngineProblem.libraryUnusable(path: library.driver, reason: "its function table is empty")
        }
        table = UnsafePointer(driver)
        arrowScan = ArrowScan(handle)
    }

    /// Tries the library as it is, and with Python's symbols when it lacks them.
    private static func load(_ library: EngineLibrary) throws -> UnsafeMutableRawPointer {
        if let handle = dlopen(library.driver, RTLD_LAZY | RTLD_LOCAL) { return handle }
        let first = loadError()
        guard let python = library.python else {
            throw EngineProblem.libraryUnusable(path: library.driver, reason: first)
        }
        guard dlopen(python, RTLD_LAZY | RTLD_GLOBAL) != nil else {
            throw EngineProblem.libraryUnusable(path: python, reason: loadError())
        }
        if let handle = dlopen(library.driver, RTLD_LAZY | RTLD_LOCAL) { return handle }
        throw EngineProblem.libraryUnusable(path: library.driver, reason: loadError())
    }

    private static func loadError() -> String {
        dlerror().map { String(cString: $0) } ?? "unknown reason"
    }
}
