import Engine
import Kernel

/// Makes the preview of an opened file.
struct Previewer: Sendable {
    let session: EngineSession
    let source: ImportSource
    let importer: Importer
    private static let rowLimit = 50

    func preview(_ asked: ImportTarget?) async throws -> Preview {
        let rows = try await firstRows()
        let guesser = MappingGuesser(headings: source.headings, rows: rows, isUnclear: source.doubled)
        let known = ShippedMappings.fitting(source.headings, asked)
        let target = asked ?? known?.target ?? guesser.likelyTarget
        let guess = known.map(guesser.known) ?? target.map { guesser.guess($0, name: source.file) }
        return Preview(
            file: source.file, format: source.format, encoding: source.encoding, byteCount: source.scan.byteCount,
            headings: source.headings, rows: rows, mapping: guess?.mapping, guesses: guess?.columns ?? [],
            warnings: warnings(rows, guess?.mapping))
    }

    private func firstRows() async throws -> [[String]] {
        let columns = ImportSource.columns(source.headings.count)
        let sql: SQLText = "SELECT \(columns.joined(", ")) FROM \(source.relation) LIMIT \(Self.rowLimit)"
        let table: EngineTable
        do {
            table = try await session.query(sql.text)
        } catch let problem as EngineProblem where problem.code == "engine.failed" && source.temporary == nil {
            return raggedRows()
        }
        return try table.rows.map { row in
            try (0..<source.headings.count).map { try row.optionalText("c\($0)") ?? "" }
        }
    }

    /// The engine's reader refuses to show rows of uneven length; ours does not.
    private func raggedRows() -> [[String]] {
        guard case .delimited(let delimiter) = source.format else { return [] }
        let width = source.headings.count
        return FileSniffer.sample(source.scan.head, delimiter, limit: Self.rowLimit + 1).dropFirst().map { record in
            let texts = record.texts
            return (0..<width).map { $0 < texts.count ? texts[$0] : "" }
        }
    }

    private func warnings(_ rows: [[String]], _ mapping: Mapping?) -> [Text] {
        var warnings: [Text] = []
        if rows.isEmpty { warnings.append(ImportProblem.onlyHeadings(source.file).text) }
        if !source.doubled.isEmpty {
            warnings.append(ImportProblem.duplicateHeadings(source.file, headings: source.doubled.sorted()).text)
        }
        if mapping == nil {
            warnings.append(Text(
                zh: "未能从表头判断应导入哪张表，请先选择目标表。", en: "The headings do not tell which table this is for: choose one."))
        }
        for field in mapping?.target.fields ?? [] where field.isRequired && mapping?.binding(of: field.id) == nil {
            warnings.append(Text(
                zh: "必填字段“\(field.label.zh)”还没有对应的列。", en: "No column fills “\(field.label.en)”, which is required."))
        }
        if source.mergedRanges > 0 {
            warnings.append(Text(
                zh: "工作表含 \(source.mergedRanges) 处合并单元格，导入时会把值填入所覆盖的每一行。",
                en: "The sheet has \(source.mergedRanges) merged ranges; their value will be taken for each row they cover."))
        }
        return warnings
    }
}
