/// The texts of one column of a batch.
///
/// `@unchecked Sendable`: reads memory that `storage` owns and nobody writes.
package struct TextsOfBatch: @unchecked Sendable {
    let column: ArrowColumn
    let start: Int
    /// Number of rows.
    package let count: Int
    let storage: BatchStorage

    /// The text of a row; `nil` for NULL.
    package func optional(_ row: Int) throws -> String? {
        try withUTF8(row) { bytes in bytes.map { String(decoding: $0, as: UTF8.self) } }
    }

    /// The bytes of a row without making a string of them; `nil` for NULL.
    package func withUTF8<R>(_ row: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> R) throws -> R {
        guard row >= 0, row < count else { throw EngineProblem.unfitValue(column: "", reason: "no row \(row)") }
        return try withExtendedLifetime(storage) {
            try body(column.isNull(start + row) ? nil : try column.bytes(start + row))
        }
    }

    /// All texts; NULL rows are `nil`.
    package func all() throws -> [String?] { try (0..<count).map { try optional($0) } }

    /// Length of all texts together, in bytes of UTF-8.
    package func totalBytes() throws -> Int {
        switch column.type {
        case .text(.small): return lengths(Int32.self)
        case .text(.large): return lengths(Int64.self)
        case .text(.view) where column.validity == nil: return viewedLengths()
        default:
            var total = 0
            for row in 0..<count where !column.isNull(start + row) { total += try column.bytes(start + row).count }
            return total
        }
    }

    /// Each view of 16 bytes begins with its length.
    private func viewedLengths() -> Int {
        let views = column.buffer(1, as: SIMD4<Int32>.self) + column.offset + start
        var total = 0
        for row in 0..<count { total += Int(views[row][0]) }
        return total
    }

    private func lengths<Offset: FixedWidthInteger>(_: Offset.Type) -> Int {
        let first = column.offset + start
        let ends = column.buffer(1, as: Offset.self) + first
        guard column.validity != nil else { return count == 0 ? 0 : Int(ends[count] &- ends[0]) }
        var total = 0
        for row in 0..<count where !column.isNull(start + row) { total += Int(ends[row + 1] &- ends[row]) }
        return total
    }
}
