/// A whole result.
package struct EngineTable: Sendable {
    /// Names and types.
    package let columns: [EngineColumnInfo]
    package let batches: [Batch]
    package let rowCount: Int

    init(layout: BatchLayout, batches: [Batch]) {
        columns = layout.columns
        self.batches = batches
        rowCount = batches.reduce(0) { $0 + $1.rowCount }
    }

    /// The rows, in the result's order.
    package var rows: EngineRows { EngineRows(batches: batches) }

    /// The first row, if there is one.
    package var first: EngineRow? { batches.first.map { EngineRow(batch: $0, index: 0) } }

    /// The only row. Throws when there are none or several.
    package func single() throws -> EngineRow {
        guard rowCount == 1, let first else {
            throw EngineProblem.unfitValue(column: columns.first?.name ?? "", reason: "\(rowCount) rows instead of one")
        }
        return first
    }

    /// All values of one column.
    package func column(_ name: String) throws -> [EngineValue] { try rows.map { try $0.value(name) } }

    /// All whole numbers of one column; throws at a NULL.
    package func ints(_ name: String) throws -> [Int64] { try rows.map { try $0.int(name) } }
    /// All numbers of one column; throws at a NULL.
    package func doubles(_ name: String) throws -> [Double] { try rows.map { try $0.double(name) } }
    /// All texts of one column; throws at a NULL.
    package func texts(_ name: String) throws -> [String] { try rows.map { try $0.text(name) } }
}

/// The rows of a result, one after the other.
package struct EngineRows: Sequence, Sendable {
    let batches: [Batch]

    package struct Iterator: IteratorProtocol {
        let batches: [Batch]
        var batch = 0
        var row = 0

        package mutating func next() -> EngineRow? {
            while batch < batches.count {
                if row < batches[batch].rowCount {
                    defer { row += 1 }
                    return EngineRow(batch: batches[batch], index: row)
                }
                batch += 1
                row = 0
            }
            return nil
        }
    }

    package func makeIterator() -> Iterator { Iterator(batches: batches) }
}
