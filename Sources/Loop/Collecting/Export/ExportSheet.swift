package import Engine
import Kernel

/// A list as it is taken out: what it holds, under which headings, and what a reader has to know about it (time zone,
/// period, filters). Declared once beside the list's page; it becomes a file at once or in a job.
package struct ExportSheet: Sendable, Hashable, Codable {
    /// Names the list in the audit log: `order`, `metric:revenue`.
    package let id: String
    /// The file's name, without its ending.
    package let name: String
    package let columns: [ExportColumn]
    let source: Source
    package var notes: [Note]

    enum Source: Sendable, Hashable, Codable {
        case rows([[ExportCell]])
        /// A list of the store, whose parts are read while the file is written.
        case stored(StoredList.Order)
        /// One SELECT whose columns have the keys of `columns`.
        case question(String, [ExportCell])
    }

    package struct Note: Sendable, Hashable, Codable {
        package let about: String
        package let text: String

        package init(_ about: String, _ text: String) {
            self.about = about
            self.text = text
        }
    }

    /// Rows that are in memory already: a few thousand at most.
    package init(_ id: String, name: String, columns: [ExportColumn], rows: [[ExportCell]], notes: [Note] = []) {
        self.id = id
        self.name = name
        self.columns = columns
        source = .rows(rows)
        self.notes = notes
    }

    /// Rows of a stored list, however many. Its cells stand in the order of `columns`.
    package init(_ list: StoredList.Order, _ id: String, name: String, columns: [ExportColumn], notes: [Note] = []) {
        self.id = id
        self.name = name
        self.columns = columns
        source = .stored(list)
        self.notes = notes
    }

    /// Rows that a question finds, however many.
    ///
    /// - Precondition: only values that `ExportCell` knows are bound.
    package init(
        _ id: String, name: String, columns: [ExportColumn], asking sql: String, _ values: [EngineValue] = [],
        notes: [Note] = []
    ) {
        self.id = id
        self.name = name
        self.columns = columns
        let cells = values.compactMap(ExportCell.init)
        precondition(cells.count == values.count, "a list binds a value that exports cannot keep")
        source = .question(sql, cells)
        self.notes = notes
    }

    /// One line for formats without a second sheet: `时区：Asia/Shanghai；大区：华东`.
    package var statement: String { notes.map { $0.about + "：" + $0.text }.joined(separator: "；") }

    /// The question with names, amounts and local times in place of codes, minor units and UTC; `nil` for other rows.
    var question: (sql: String, values: [EngineValue])? {
        guard case .question(let sql, let values) = source else { return nil }
        let parts = columns.map(\.expression)
        let chosen = parts.map(\.sql).joined(separator: ", ")
        return ("SELECT \(chosen) FROM (\(sql)) AS listed", (parts.flatMap(\.values) + values).map(\.value))
    }
}
