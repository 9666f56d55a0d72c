internal import CADBC

extension ArrowColumn {
    /// The UTF-8 (or raw) bytes of one row, inside the engine's own memory.
    func bytes(_ index: Int) throws -> UnsafeBufferPointer<UInt8> {
        let row = index + offset
        switch type {
        case .text(.small), .binary(.small):
            let offsets = buffer(1, as: Int32.self)
            return try span(Int(offsets[row]), Int(offsets[row + 1]))
        case .text(.large), .binary(.large):
            let offsets = buffer(1, as: Int64.self)
            return try span(Int(offsets[row]), Int(offsets[row + 1]))
        case .text(.view), .binary(.view): return try viewed(row)
        case .dictionary: return try dictionary().bytes(try dictionaryIndex(index))
        default: throw EngineProblem.columnType(name: "", found: type.description, wanted: "text")
        }
    }

    func text(_ index: Int) throws -> String { String(decoding: try bytes(index), as: UTF8.self) }

    private func span(_ start: Int, _ end: Int) throws -> UnsafeBufferPointer<UInt8> {
        guard start >= 0, end >= start else {
            throw EngineProblem.damagedBatch(reason: "a text from \(start) to \(end)")
        }
        guard end > start else { return UnsafeBufferPointer(start: nil, count: 0) }
        guard let base = array.pointee.buffers[2] else {
            throw EngineProblem.damagedBatch(reason: "texts without bytes")
        }
        return UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self) + start, count: end - start)
    }

    /// A view of 16 bytes: the length, then up to 12 bytes of text, or four of prefix, the buffer's number and the place in it.
    private func viewed(_ row: Int) throws -> UnsafeBufferPointer<UInt8> {
        let view = buffer(1, as: UInt8.self) + 16 * row
        let words = UnsafeRawPointer(view).assumingMemoryBound(to: Int32.self)
        let length = Int(words[0])
        guard length >= 0 else { throw EngineProblem.damagedBatch(reason: "a text of \(length) bytes") }
        if length <= 12 { return UnsafeBufferPointer(start: view + 4, count: length) }
        let number = Int(words[2])
        let start = Int(words[3])
        let dataBuffers = Int(array.pointee.n_buffers) - 3
        guard number >= 0, number < dataBuffers, start >= 0, let base = array.pointee.buffers[2 + number],
            let sizes = array.pointee.buffers[2 + dataBuffers]?.assumingMemoryBound(to: Int64.self),
            Int64(start + length) <= sizes[number]
        else { throw EngineProblem.damagedBatch(reason: "a text outside its buffer") }
        return UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self) + start, count: length)
    }
}
