internal import CADBC

/// One column on its way to the engine, as Arrow wants it: a format, buffers and children.
/// Buffers either belong to `owners`, or are borrowed from Swift arrays for as long as the ingest runs.
struct OutgoingColumn {
    var name: String
    var format: String
    var length: Int
    var nullCount = 0
    var buffers: [UnsafeRawPointer?]
    var children: [OutgoingColumn] = []
    var owners: [OwnedBytes] = []

    /// The rows that `bits` marks with `false` are NULL.
    mutating func setValidity(_ present: [Bool]) {
        let missing = present.reduce(0) { $0 + ($1 ? 0 : 1) }
        guard missing > 0 else { return }
        nullCount = missing
        let bits = OwnedBytes(packing: present)
        buffers[0] = UnsafeRawPointer(bits.base)
        owners.append(bits)
    }

    func schema() -> ArrowSchema {
        let holder = SchemaHolder(self)
        var schema = ArrowSchema()
        schema.format = UnsafePointer(holder.format)
        schema.name = UnsafePointer(holder.name)
        schema.flags = 2  // may hold NULLs
        schema.n_children = Int64(holder.children.count)
        schema.children = holder.childPointers
        schema.private_data = Unmanaged.passRetained(holder).toOpaque()
        schema.release = { pointer in
            guard let pointer, let data = pointer.pointee.private_data else { return }
            pointer.pointee.release = nil
            pointer.pointee.private_data = nil
            Unmanaged<SchemaHolder>.fromOpaque(data).release()
        }
        return schema
    }

    func array() -> ArrowArray {
        let holder = ArrayHolder(self)
        var array = ArrowArray()
        array.length = Int64(length)
        array.null_count = Int64(nullCount)
        array.n_buffers = Int64(buffers.count)
        array.buffers = holder.bufferPointers
        array.n_children = Int64(children.count)
        array.children = holder.childPointers
        array.private_data = Unmanaged.passRetained(holder).toOpaque()
        array.release = { pointer in
            guard let pointer, let data = pointer.pointee.private_data else { return }
            pointer.pointee.release = nil
            pointer.pointee.private_data = nil
            Unmanaged<ArrayHolder>.fromOpaque(data).release()
        }
        return array
    }
}

/// Bytes of our own that an outgoing column points to.
final class OwnedBytes {
    let base: UnsafeMutableRawPointer

    init(byteCount: Int) {
        base = .allocate(byteCount: Swift.max(8, byteCount), alignment: 64)
        base.initializeMemory(as: UInt8.self, repeating: 0, count: Swift.max(8, byteCount))
    }

    convenience init<T: BitwiseCopyable>(_ values: [T]) {
        self.init(byteCount: values.count * MemoryLayout<T>.stride)
        values.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { base.copyMemory(from: start, byteCount: bytes.count) }
        }
    }

    convenience init(packing bits: [Bool]) {
        self.init(byteCount: (bits.count + 7) / 8)
        let bytes = base.assumingMemoryBound(to: UInt8.self)
        for (index, bit) in bits.enumerated() where bit { bytes[index >> 3] |= 1 << UInt8(index & 7) }
    }

    deinit { base.deallocate() }
}

/// What an exported schema points to; freed by its `release`.
private final class SchemaHolder {
    let format: UnsafeMutablePointer<CChar>
    let name: UnsafeMutablePointer<CChar>
    let children: [UnsafeMutablePointer<ArrowSchema>]
    let childPointers: UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>?

    init(_ column: OutgoingColumn) {
        format = SchemaHolder.copy(column.format)
        name = SchemaHolder.copy(column.name)
        children = column.children.map {
            let pointer = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
            pointer.initialize(to: $0.schema())
            return pointer
        }
        childPointers = table(of: children)
    }

    private static func copy(_ text: String) -> UnsafeMutablePointer<CChar> {
        let bytes = text.utf8CString
        let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        bytes.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { pointer.initialize(from: start, count: source.count) }
        }
        return pointer
    }

    deinit {
        for child in children {
            child.pointee.release?(child)
            child.deallocate()
        }
        childPointers?.deallocate()
        format.deallocate()
        name.deallocate()
    }
}

/// What an exported array points to; freed by its `release`.
private final class ArrayHolder {
    let owners: [OwnedBytes]
    let bufferPointers: UnsafeMutablePointer<UnsafeRawPointer?>
    let children: [UnsafeMutablePointer<ArrowArray>]
    let childPointers: UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>?

    init(_ column: OutgoingColumn) {
        owners = column.owners
        bufferPointers = .allocate(capacity: Swift.max(1, column.buffers.count))
        for (index, buffer) in column.buffers.enumerated() { bufferPointers[index] = buffer }
        children = column.children.map {
            let pointer = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
            pointer.initialize(to: $0.array())
            return pointer
        }
        childPointers = table(of: children)
    }

    deinit {
        for child in children {
            child.pointee.release?(child)
            child.deallocate()
        }
        childPointers?.deallocate()
        bufferPointers.deallocate()
    }
}

private func table<T>(of pointers: [UnsafeMutablePointer<T>]) -> UnsafeMutablePointer<UnsafeMutablePointer<T>?>? {
    guard !pointers.isEmpty else { return nil }
    let table = UnsafeMutablePointer<UnsafeMutablePointer<T>?>.allocate(capacity: pointers.count)
    for (index, pointer) in pointers.enumerated() { table[index] = pointer }
    return table
}
