import Engine
import Kernel
import Warehouse

extension Importer {
    /// Reads the rows of a look as an import would, field by field; what the mapping does not fill yet is left out.
    package func rehearse(_ mapping: Mapping, on look: FileLook) async throws -> Rehearsal {
        guard warehouse.engine.configuration.dialect == .duckdb, !look.rows.isEmpty else { return .none }
        do {
            let reader = try FieldReader(
                mapping, zone: warehouse.zone, currency: warehouse.currency, now: clock.now(), mayHaveOuterBlanks: true)
            return try await warehouse.engine.withSession { session in
                try await Rehearser(session: session, mapping: mapping, look: look, reader: reader).rehearsal()
            }
        } catch let problem as ImportProblem {
            return Rehearsal(cells: [:], rowNumbers: [], unknownCodes: [:], problem: problem.text)
        }
    }
}

/// Puts the first rows into a statement and reads them with the same SQL that an import uses.
struct Rehearser: Sendable {
    let session: EngineSession
    let mapping: Mapping
    let look: FileLook
    let reader: FieldReader

    func rehearsal() async throws -> Rehearsal {
        let fields = self.fields
        guard !fields.isEmpty else { return .none }
        let table = try await session.query(statement(fields).text)
        var cells: [String: [Rehearsal.Cell]] = [:]
        for row in table.rows {
            for field in fields { cells[field.field.id, default: []].append(try cell(field, row)) }
        }
        let unknown = try await unknownCodes(cells)
        return Rehearsal(cells: cells, rowNumbers: look.rowNumbers, unknownCodes: unknown, problem: nil)
    }

    /// Fields whose column is there, or that have a fixed value.
    private var fields: [FieldSQL] {
        mapping.target.fields.compactMap { field in
            guard let binding = mapping.binding(of: field.id) else { return nil }
            if let column = binding.column {
                guard !look.doubled.contains(column), let index = look.headings.firstIndex(of: column) else {
                    return nil
                }
                return reader.read(mapping.requiring(field), binding, source: "c\(index)")
            }
            guard let constant = binding.constant, !constant.isEmpty else { return nil }
            return reader.read(mapping.requiring(field), binding, source: .value(constant))
        }
    }

    /// Rows, texts, steps and values, each a query around the one before; then what is wrong with each field.
    private func statement(_ fields: [FieldSQL]) -> SQLText {
        let used = look.headings.indices.filter { index in
            mapping.bindings.contains { $0.column == look.headings[index] }
        }
        let lines = look.rows.enumerated().map { number, row in
            let cells = used.map { row[$0].isEmpty ? "CAST(NULL AS VARCHAR)" : SQLText.value(row[$0]) }
            return "(\((["\(number)"] + cells).joined(", ")))" as SQLText
        }
        let names = (["n"] + used.map { "c\($0)" as SQLText }).joined(", ")
        var query: SQLText = "(SELECT * FROM (VALUES \(lines.joined(", "))) AS first_rows(\(names)))"
        let texts = fields.map { "CAST(\($0.text) AS VARCHAR) AS \(FieldSQL.textName($0.field))" as SQLText }
        query = "(SELECT n, \(texts.joined(", ")) FROM \(query))"
        for layer in 0..<(fields.map(\.layers.count).max() ?? 0) {
            let steps = fields.flatMap { field in
                field.layers.count > layer ? field.layers[layer].map { "\($0.sql) AS \(name: $0.name)" as SQLText } : []
            }
            query = "(SELECT \((["*"] + steps).joined(", ")) FROM \(query))"
        }
        let values = fields.flatMap { $0.values.map { "\($0.sql) AS \(name: $0.name)" as SQLText } }
        query = "(SELECT \((["*"] + values).joined(", ")) FROM \(query))"
        let reasons = fields.map { "\($0.badReason) AS \(name: "why_" + $0.field.id)" as SQLText }
        return "SELECT \((["*"] + reasons).joined(", ")) FROM \(query) ORDER BY n"
    }

    private func cell(_ field: FieldSQL, _ row: EngineRow) throws -> Rehearsal.Cell {
        let id = field.field.id
        let trouble = try row.optionalText("why_" + id).map { RejectReason(rawValue: $0) ?? .unreadable }
        return Rehearsal.Cell(
            raw: try row.optionalText("t_" + id), value: trouble == nil ? try value(field, row) : nil, trouble: trouble)
    }

    private func value(_ field: FieldSQL, _ row: EngineRow) throws -> ReadValue? {
        guard let name = field.values.first?.name else { return nil }
        return switch field.field.kind {
        case .text, .reference: try row.optionalText(name).map(ReadValue.text)
        case .word(let list): try row.optionalText(name).map { .code($0, list) }
        case .whole: try row.optionalInt(name).map(ReadValue.whole)
        case .money: try row.optionalInt(name).map(ReadValue.money)
        case .real: try row.optionalDouble(name).map(ReadValue.real)
        case .moment: try row.optionalInstant(name).map(ReadValue.moment)
        case .day: try row.optionalDay(name).map(ReadValue.day)
        case .flag: try row.optionalBool(name).map(ReadValue.flag)
        }
    }

    private func unknownCodes(_ cells: [String: [Rehearsal.Cell]]) async throws -> [Reference: [String]] {
        var unknown: [Reference: [String]] = [:]
        for reference in Reference.allCases where mapping.target.rawValue != reference.rawValue {
            var codes: Set<String> = []
            for cell in cells[reference.field] ?? [] { if case .text(let code) = cell.value { codes.insert(code) } }
            guard !codes.isEmpty else { continue }
            let list = codes.sorted().map { SQLText.value($0) }.joined(", ")
            let known = try await session.query(
                ("SELECT \(reference.code) AS code FROM \(reference.table) WHERE \(reference.code) IN (\(list))"
                    as SQLText).text)
            let missing = codes.subtracting(try known.texts("code"))
            if !missing.isEmpty { unknown[reference] = missing.sorted() }
        }
        return unknown
    }
}
