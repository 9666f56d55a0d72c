internal import CADBC
internal import Foundation

/// One ADBC statement: made for one text, run once, thrown away. Bound values and ingest options die with it.
///
/// `@unchecked Sendable`: calls are made under the connection's lock; `interrupt` and the release exclude each other by `guarding`.
final class Statement: @unchecked Sendable {
    let connection: Connection
    private let raw: UnsafeMutablePointer<AdbcStatement>
    private let guarding = NSLock()
    private var isLive = false

    init(_ connection: Connection) throws(DriverFailure) {
        self.connection = connection
        raw = .allocate(capacity: 1)
        raw.initialize(to: AdbcStatement())
        let raw = raw
        try driverCall { connection.table.pointee.StatementNew?(connection.raw, raw, $0) }
        isLive = true
    }

    func set(_ name: String, _ value: String) throws(DriverFailure) {
        try driverCall { connection.table.pointee.StatementSetOption?(raw, name, value, $0) }
    }

    func prepare(_ sql: String) throws(DriverFailure) {
        try driverCall { connection.table.pointee.StatementSetSqlQuery?(raw, sql, $0) }
    }

    /// Binds one row of values.
    func bind(_ values: [EngineValue]) throws {
        guard !values.isEmpty else { return }
        let export = try ArrowExport(parameters: values)
        var (schema, array) = export.take()
        do {
            try driverCall { connection.table.pointee.StatementBind?(raw, &array, &schema, $0) }
        } catch {
            array.release?(&array)
            schema.release?(&schema)
            throw error
        }
        schema.release?(&schema)
    }

    /// Loads a stream of batches, as the ingest options say.
    func load(_ batches: OutgoingStream) throws(DriverFailure) {
        var stream = batches.export()
        defer { stream.release?(&stream) }
        try driverCall { connection.table.pointee.StatementBindStream?(raw, &stream, $0) }
        try driverCall { connection.table.pointee.StatementExecuteQuery?(raw, nil, nil, $0) }
    }

    /// Runs the text; the result is read from the stream.
    func run() throws(DriverFailure) -> (ResultStream, rowsAffected: Int64) {
        let stream = ResultStream(self)
        var rows: Int64 = -1
        try driverCall { connection.table.pointee.StatementExecuteQuery?(raw, stream.raw, &rows, $0) }
        return (stream, rows)
    }

    /// `false` when the driver cannot cancel a statement.
    func interrupt() -> Bool {
        guarding.lock()
        defer { guarding.unlock() }
        guard isLive else { return true }
        let error = DriverError()
        return connection.table.pointee.StatementCancel?(raw, error.pointer) == AdbcStatusCode(CADBC_OK)
    }

    func close() {
        guarding.lock()
        defer { guarding.unlock() }
        guard isLive else { return }
        isLive = false
        let error = DriverError()
        _ = connection.table.pointee.StatementRelease?(raw, error.pointer)
    }

    deinit {
        close()
        raw.deallocate()
    }
}
