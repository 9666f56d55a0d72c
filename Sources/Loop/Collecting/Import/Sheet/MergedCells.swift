/// Merged ranges of a sheet. Each covered cell gets the value of the range's first cell: an order number merged over
/// three lines belongs to all three.
struct MergedCells {
    private struct Range {
        let top: Int64, bottom: Int64, left: Int, right: Int
        var value = ""
    }
    private var waiting: [Range]
    private var open: [Range] = []
    let count: Int

    init(_ references: [String]) {
        waiting = references.compactMap(Self.range).sorted { $0.top > $1.top }
        count = waiting.count
    }

    /// Rows come in order.
    mutating func fill(_ cells: inout [String], row: Int64) {
        open.removeAll { $0.bottom < row }
        while var range = waiting.last, range.top <= row {
            waiting.removeLast()
            guard range.bottom >= row else { continue }
            range.value = range.top == row && range.left < cells.count ? cells[range.left] : ""
            open.append(range)
        }
        for range in open where !range.value.isEmpty {
            while cells.count <= range.right { cells.append("") }
            for column in range.left...range.right { cells[column] = range.value }
        }
    }

    private static func range(_ reference: String) -> Range? {
        let corners = reference.split(separator: ":").compactMap { CellAddress($0) }
        guard corners.count == 2, corners[0].row <= corners[1].row, corners[0].column <= corners[1].column,
            corners[1].column < SheetReader.maximalColumns
        else { return nil }
        return Range(top: corners[0].row, bottom: corners[1].row, left: corners[0].column, right: corners[1].column)
    }
}

/// `BC12`: column 54 (counted from 0), row 12.
struct CellAddress: Hashable {
    let row: Int64
    let column: Int

    init?(_ text: some StringProtocol) {
        let letters = text.prefix { $0.isASCII && $0.isLetter }
        guard (1...3).contains(letters.count), let row = Int64(text.dropFirst(letters.count)), row > 0 else {
            return nil
        }
        self.row = row
        column = letters.uppercased().utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    }
}
