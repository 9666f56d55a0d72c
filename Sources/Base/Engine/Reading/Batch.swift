internal import CADBC

/// Some rows of a result, column by column, in the engine's own memory: numbers are read where they lie.
package struct Batch: Sendable {
    let storage: BatchStorage
    let layout: BatchLayout
    /// Number of rows.
    package let rowCount: Int

    /// Names and types.
    package var columns: [EngineColumnInfo] { layout.columns }

    init(taking array: ArrowArray, _ layout: BatchLayout) throws {
        storage = BatchStorage(taking: array)
        self.layout = layout
        guard array.length >= 0, array.length <= ArrowColumn.mostRows, array.offset >= 0,
            array.offset <= ArrowColumn.mostRows,
            array.n_children == Int64(layout.columns.count)
        else {
            throw EngineProblem.damagedBatch(
                reason: "\(array.length) rows, \(array.n_children) of \(layout.columns.count) columns")
        }
        rowCount = Int(array.length)
        for index in layout.columns.indices {
            guard let child = array.children?[index] else {
                throw EngineProblem.damagedBatch(reason: "a column is missing")
            }
            let column = try ArrowColumn(UnsafePointer(child), layout.columns[index].type)
            guard column.count >= rowCount + Int(array.offset) else {
                throw EngineProblem.damagedBatch(reason: "a column of \(column.count) rows among \(rowCount)")
            }
        }
    }

    /// Rows before ours in every column: almost always 0.
    var start: Int { Int(storage.array.pointee.offset) }

    func position(_ name: String) throws -> Int {
        guard let position = layout.positions[name] else {
            throw EngineProblem.columnMissing(name: name, available: layout.columns.map(\.name))
        }
        return position
    }

    /// The column at `position`, which the initialiser has checked.
    func column(at position: Int) throws -> ArrowColumn {
        guard let child = storage.array.pointee.children?[position] else {
            throw EngineProblem.damagedBatch(reason: "a column is missing")
        }
        return try ArrowColumn(UnsafePointer(child), layout.columns[position].type)
    }

    func column(_ name: String) throws -> ArrowColumn { try column(at: try position(name)) }

    /// Any value of any column.
    package func value(_ name: String, _ row: Int) throws -> EngineValue {
        guard (0..<rowCount).contains(row) else {
            throw EngineProblem.unfitValue(column: name, reason: "no row \(row)")
        }
        return try column(name).value(start + row)
    }
}
