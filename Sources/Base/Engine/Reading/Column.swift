/// The values of one column of a batch, read where the engine put them. Where `isNull` is true, the value means nothing.
///
/// `@unchecked Sendable`: the memory is never written to while `owner` lives, and this value keeps it alive.
package struct Column<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, @unchecked Sendable {
    @usableFromInline package let owner: any AnyObject & Sendable
    @usableFromInline package let base: UnsafePointer<Element>
    @usableFromInline package let validity: UnsafePointer<UInt8>?
    /// Place of row 0 in the validity bits.
    @usableFromInline package let bitOffset: Int
    @usableFromInline package let rows: Int

    @usableFromInline init(
        owner: any AnyObject & Sendable, base: UnsafePointer<Element>, validity: UnsafePointer<UInt8>?, bitOffset: Int,
        rows: Int
    ) {
        self.owner = owner
        self.base = base
        self.validity = validity
        self.bitOffset = bitOffset
        self.rows = rows
    }

    @inlinable package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { rows }
    /// Whether any row may be NULL.
    @inlinable package var mayHoldNulls: Bool { validity != nil }

    @inlinable package subscript(row: Int) -> Element {
        precondition(row >= 0 && row < rows, "row out of range")
        return base[row]
    }

    @inlinable package func isNull(_ row: Int) -> Bool {
        precondition(row >= 0 && row < rows, "row out of range")
        guard let validity else { return false }
        let bit = row + bitOffset
        return validity[bit >> 3] & (1 << UInt8(truncatingIfNeeded: bit & 7)) == 0
    }

    /// The value, or `nil` for NULL.
    @inlinable package func optional(_ row: Int) -> Element? { isNull(row) ? nil : self[row] }

    /// All values at once, for loops that must run at the speed of memory.
    @inlinable package func withUnsafeValues<R>(_ body: (UnsafeBufferPointer<Element>) throws -> R) rethrows -> R {
        try withExtendedLifetime(owner) { try body(UnsafeBufferPointer(start: base, count: rows)) }
    }

    @inlinable package func withContiguousStorageIfAvailable<R>(_ body: (UnsafeBufferPointer<Element>) throws -> R)
        rethrows -> R?
    {
        try withUnsafeValues(body)
    }
}

/// Values that had to be converted, kept for the `Column` that shows them.
///
/// `@unchecked Sendable`: written in the initialiser only.
final class ConvertedValues<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>
    /// What the validity bits belong to.
    let storage: BatchStorage

    init(count: Int, storage: BatchStorage, _ value: (Int) throws -> Element) throws {
        self.storage = storage
        base = .allocate(capacity: Swift.max(1, count))
        for row in 0..<count { base[row] = try value(row) }
    }

    deinit { base.deallocate() }
}
