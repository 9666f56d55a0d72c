import Engine

/// Rows in memory, put into a temporary table of a session, so that the engine can write them.
struct HeldRows {
    private let sheet: ExportSheet
    private let rows: [[ExportCell]]
    private static let rowsPerStatement = 200

    init(_ sheet: ExportSheet) {
        self.sheet = sheet
        if case .rows(let rows) = sheet.source { self.rows = rows } else { rows = [] }
    }

    /// Fills `exported_rows`; a column's type is that of its first cell.
    func fill(_ session: EngineSession) async throws {
        let columns = sheet.columns.enumerated().map { index, column in
            let type = rows.lazy.compactMap { $0[index].type }.first ?? "VARCHAR"
            return "\"\(column.key)\" \(type)"
        }
        try await session.execute("CREATE OR REPLACE TEMP TABLE exported_rows (\(columns.joined(separator: ", ")))")
        let marks = "(" + sheet.columns.map { _ in "?" }.joined(separator: ", ") + ")"
        for start in stride(from: 0, to: rows.count, by: Self.rowsPerStatement) {
            let part = rows[start..<min(start + Self.rowsPerStatement, rows.count)]
            try await session.execute(
                "INSERT INTO exported_rows VALUES " + part.map { _ in marks }.joined(separator: ", "),
                part.flatMap { $0.map(\.value) })
        }
    }
}
