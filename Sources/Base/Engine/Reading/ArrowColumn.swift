internal import CADBC

/// One column of a batch, or one child of a nested column: the array that the engine handed over, and its type.
/// Its pointers live as long as the `BatchStorage` of the batch.
struct ArrowColumn {
    let type: EngineType
    let array: UnsafePointer<ArrowArray>

    var count: Int { Int(array.pointee.length) }
    var offset: Int { Int(array.pointee.offset) }
    /// The bits of the rows that are not NULL; `nil` when none is NULL. DuckDB sends bits even then, and says so by its count.
    var validity: UnsafePointer<UInt8>? {
        if case .null = type { return nil }
        guard array.pointee.n_buffers > 0, array.pointee.null_count != 0 else { return nil }
        return array.pointee.buffers?[0]?.assumingMemoryBound(to: UInt8.self)
    }

    /// Checks what can be checked without the buffers' sizes, which Arrow does not hand over: counts, offsets, presence.
    init(_ array: UnsafePointer<ArrowArray>, _ type: EngineType, depth: Int = 0) throws {
        self.type = type
        self.array = array
        let a = array.pointee
        guard a.length >= 0, a.offset >= 0, a.length <= ArrowColumn.mostRows, a.offset <= ArrowColumn.mostRows else {
            throw EngineProblem.damagedBatch(reason: "a column of \(a.length) rows at offset \(a.offset)")
        }
        guard a.n_buffers >= Int64(type.bufferCount), a.n_buffers <= 65_536, a.n_buffers == 0 || a.buffers != nil else {
            throw EngineProblem.damagedBatch(reason: "\(a.n_buffers) buffers for \(type)")
        }
        if a.length + a.offset > 0 {
            for index in 1..<max(1, type.bufferCount) where a.buffers[index] == nil && !type.mayLackBuffer(index) {
                throw EngineProblem.damagedBatch(reason: "buffer \(index) of \(type) is missing")
            }
        }
        guard type.childCount == 0 || a.n_children == Int64(type.childCount) else {
            throw EngineProblem.damagedBatch(reason: "\(a.n_children) children for \(type)")
        }
        for child in 0..<type.childCount { _ = try self.child(child, depth: depth + 1) }
    }

    /// More rows than any engine puts into one batch; DuckDB's have 2,048.
    static let mostRows: Int64 = 1 << 31

    func buffer<T>(_ index: Int, as _: T.Type) -> UnsafePointer<T> {
        let found = array.pointee.buffers?[index]?.assumingMemoryBound(to: T.self)
        return found ?? UnsafePointer(bitPattern: MemoryLayout<T>.alignment).unsafelyUnwrapped
    }

    /// `index` counts from the start of the column, before the offset.
    func isNull(_ index: Int) -> Bool {
        if case .null = type { return true }
        guard let validity else { return false }
        let bit = index + offset
        return validity[bit >> 3] & (1 << UInt8(bit & 7)) == 0
    }

    func child(_ index: Int, depth: Int = 0) throws -> ArrowColumn {
        guard Int64(index) < array.pointee.n_children, depth < 40, let child = array.pointee.children?[index] else {
            throw EngineProblem.damagedBatch(reason: "\(array.pointee.n_children) children for \(type)")
        }
        return try ArrowColumn(UnsafePointer(child), type.child(index), depth: depth)
    }

    /// The dictionary's values.
    func dictionary() throws -> ArrowColumn {
        guard case .dictionary(_, let values) = type, let found = array.pointee.dictionary else {
            throw EngineProblem.damagedBatch(reason: "a dictionary is missing")
        }
        return try ArrowColumn(UnsafePointer(found), values)
    }

    /// The rows of the list's child that belong to row `index`.
    func listRange(_ index: Int) throws -> Range<Int> {
        let row = index + offset
        let start: Int
        let end: Int
        switch type {
        case .list(_, large: true):
            let offsets = buffer(1, as: Int64.self)
            (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
        case .fixedList(_, let size): (start, end) = (row * size, (row + 1) * size)
        default:
            let offsets = buffer(1, as: Int32.self)
            (start, end) = (Int(offsets[row]), Int(offsets[row + 1]))
        }
        guard start >= 0, end >= start, end <= (try child(0)).count else {
            throw EngineProblem.damagedBatch(reason: "a list from \(start) to \(end)")
        }
        return start..<end
    }
}

extension EngineType {
    /// How many buffers Arrow gives a column of this type.
    var bufferCount: Int {
        switch self {
        case .null: 0
        case .fixedList, .structure: 1
        case .text(.small), .text(.large), .binary(.small), .binary(.large): 3
        case .dictionary(let index, _): index.bufferCount
        default: 2
        }
    }

    /// The bytes of texts may be missing when all of them are empty.
    func mayLackBuffer(_ index: Int) -> Bool {
        switch self {
        case .text, .binary: index == 2
        case .unknown: true
        default: false
        }
    }

    var childCount: Int {
        switch self {
        case .list, .fixedList, .map: 1
        case .structure(let fields): fields.count
        default: 0
        }
    }

    func child(_ index: Int) -> EngineType {
        switch self {
        case .list(let item, _), .fixedList(let item, _): item
        case .structure(let fields): fields[index].type
        case .map(let key, let value):
            .structure([EngineColumnInfo(name: "key", type: key), EngineColumnInfo(name: "value", type: value)])
        default: .unknown("")
        }
    }
}
