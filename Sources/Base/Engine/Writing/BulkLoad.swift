internal import CADBC

/// One load of columns into a table, on one connection.
struct BulkLoad {
    let connection: Connection
    let table: String
    let mode: IngestMode
    let control: StopControl

    func run(_ columns: ColumnSet) throws -> Int64 {
        let order = mode == .append ? try columnNames() : columns.names
        if let extra = columns.names.first(where: { !order.contains($0) }) {
            throw EngineProblem.columnMissing(name: extra, available: order)
        }
        try columns.withLaidColumns { given in
            if let scan = connection.database.library.arrowScan {
                try inTransaction { try insert(given, rowCount: columns.rowCount, scan) }
            } else {
                try ingest(given, order, rowCount: columns.rowCount)
            }
        }
        return Int64(columns.rowCount)
    }

    /// ADBC's own way. The driver loads by position: the table's order gives every column its place.
    private func ingest(_ given: [LaidColumn], _ order: [String], rowCount: Int) throws {
        let byName = Dictionary(given.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let statement = try Statement(connection)
        control.watch(statement)
        defer {
            control.watch(nil)
            statement.close()
        }
        try statement.set("adbc.ingest.target_table", table)
        try statement.set("adbc.ingest.mode", mode.rawValue)
        try statement.load(OutgoingStream(order.map { byName[$0] ?? .missing($0) }, rowCount: rowCount))
    }

    /// By name, through a view of the stream that no other connection ever sees: it comes and goes within the transaction.
    private func insert(_ given: [LaidColumn], rowCount: Int, _ scan: ArrowScan) throws {
        var stream = OutgoingStream(given, rowCount: rowCount).export()
        try withUnsafeMutablePointer(to: &stream) { pointer in
            defer { pointer.pointee.release?(pointer) }
            let view = "yunchou_bulk_load"
            try scan.makeView(view, of: pointer, connection)
            let columns = given.map { quoted($0.name) }.joined(separator: ", ")
            let name = quoted(table)
            switch mode {
            case .append: try execute("INSERT INTO \(name) (\(columns)) SELECT \(columns) FROM \(view)")
            case .create: try execute("CREATE TABLE \(name) AS SELECT \(columns) FROM \(view)")
            }
            try execute("DROP VIEW \(view)")
        }
    }

    private func inTransaction(_ body: () throws -> Void) throws {
        guard !connection.isInTransaction else { return try body() }
        try execute("BEGIN TRANSACTION")
        do {
            try body()
            try execute("COMMIT")
        } catch {
            do { try execute("ROLLBACK") } catch { connection.close() }
            throw error
        }
    }

    private func columnNames() throws -> [String] {
        let identifier = quoted(table)
        return try EngineSession.withResult(connection, "SELECT * FROM \(identifier) LIMIT 0", [], control) {
            stream, _ in
            try stream.readLayout().columns.map(\.name)
        }
    }

    private func execute(_ sql: String) throws {
        try EngineSession.withResult(connection, sql, [], control) { stream, _ in
            while try stream.next() != nil {}
        }
    }

    private func quoted(_ identifier: String) -> String {
        "\"" + identifier.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
