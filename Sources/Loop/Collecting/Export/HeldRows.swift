import Engine

/// Rows that the engine did not make, put into a temporary table of a session, so that it can write them.
struct HeldRows {
    private let columns: [ExportColumn]
    private let session: EngineSession
    private static let rowsPerStatement = 200

    /// Makes `exported_rows`; a column's type is that of its first cell in `rows`, text where there is none.
    init(_ columns: [ExportColumn], like rows: [[ExportCell]], in session: EngineSession) async throws {
        self.columns = columns
        self.session = session
        let types = columns.enumerated().map { index, column in
            let type = rows.lazy.compactMap { $0[index].type }.first ?? "VARCHAR"
            return "\"\(column.key)\" \(type)"
        }
        try await session.execute("CREATE OR REPLACE TEMP TABLE exported_rows (\(types.joined(separator: ", ")))")
    }

    func append(_ rows: [[ExportCell]]) async throws {
        let marks = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
        for start in stride(from: 0, to: rows.count, by: Self.rowsPerStatement) {
            let part = rows[start..<min(start + Self.rowsPerStatement, rows.count)]
            try await session.execute(
                "INSERT INTO exported_rows VALUES " + part.map { _ in marks }.joined(separator: ", "),
                part.flatMap { $0.map(\.value) })
        }
    }
}
