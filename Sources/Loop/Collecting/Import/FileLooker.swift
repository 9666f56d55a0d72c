import Engine
import Kernel

/// Reads the first rows of an opened file.
struct FileLooker: Sendable {
    let session: EngineSession
    let source: ImportSource

    func firstRows() async throws -> (rows: [[String]], numbers: [Int64]) {
        let number: SQLText = source.carriesRows ? "\"row\"" : "CAST(NULL AS BIGINT) AS \"row\""
        let columns = ImportSource.columns(source.headings.count)
        let sql: SQLText =
            "SELECT \(([number] + columns).joined(", ")) FROM \(source.relation) LIMIT \(FileLook.wordRows)"
        let table: EngineTable
        do {
            table = try await session.query(sql.text)
        } catch let problem as EngineProblem where problem.code == "engine.failed" && source.temporary == nil {
            let rows = raggedRows()
            return (rows, rows.indices.map(Self.number))
        }
        let rows = try table.rows.map { row in
            try (0..<source.headings.count).map { try row.optionalText("c\($0)") ?? "" }
        }
        let numbers = try table.rows.enumerated().map { try $1.optionalInt("row") ?? Self.number($0) }
        return (rows, numbers)
    }

    private static func number(_ index: Int) -> Int64 { Int64(index + ImportSource.firstRow) }

    /// The engine's reader refuses to show rows of uneven length; ours does not.
    private func raggedRows() -> [[String]] {
        guard case .delimited(let delimiter) = source.format else { return [] }
        let width = source.headings.count
        return FileSniffer.sample(source.scan.head, delimiter, limit: FileLook.wordRows + 1).dropFirst().map { record in
            let texts = record.texts
            return (0..<width).map { $0 < texts.count ? texts[$0] : "" }
        }
    }
}
