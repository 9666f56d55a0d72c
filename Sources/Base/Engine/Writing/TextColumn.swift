/// Texts for bulk loading, kept as one run of UTF-8: no string object per row.
package struct TextColumn: Sendable {
    @usableFromInline package var bytes: [UInt8] = []
    /// Where each text ends in `bytes`; starts with 0.
    @usableFromInline package var ends: [Int64] = [0]
    /// One bit of meaning per row, kept only once a NULL has come.
    @usableFromInline package var present: [Bool] = []

    package init(reservingRows rows: Int = 0, bytes byteCount: Int = 0) {
        ends.reserveCapacity(rows + 1)
        bytes.reserveCapacity(byteCount)
    }

    /// Number of texts.
    @inlinable package var count: Int { ends.count - 1 }

    @inlinable package mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        close()
    }

    @inlinable package mutating func append(utf8: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: utf8)
        close()
    }

    @inlinable package mutating func append(utf8: some Sequence<UInt8>) {
        bytes.append(contentsOf: utf8)
        close()
    }

    package mutating func appendNull() {
        if present.isEmpty { present = Array(repeating: true, count: count) }
        present.append(false)
        ends.append(Int64(bytes.count))
    }

    package mutating func append(_ text: String?) {
        if let text { append(text) } else { appendNull() }
    }

    @inlinable package mutating func close() {
        ends.append(Int64(bytes.count))
        if !present.isEmpty { present.append(true) }
    }
}
