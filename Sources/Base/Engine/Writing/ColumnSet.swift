/// Columns of equal length, to be loaded into a table in one go. Their names are the table's.
package struct ColumnSet: Sendable {
    package private(set) var names: [String] = []
    package private(set) var values: [ColumnValues] = []

    package init() {}

    package mutating func add(_ name: String, _ values: ColumnValues) {
        names.append(name)
        self.values.append(values)
    }

    /// Number of rows.
    package var rowCount: Int { values.first?.count ?? 0 }

    func checkEvenness() throws {
        for (name, column) in zip(names, values) where column.count != rowCount {
            throw EngineProblem.unevenColumns(name: name, rows: column.count, expected: rowCount)
        }
    }
}
