internal import CADBC

/// The batches of one running statement, read one after the other on the engine's threads.
///
/// `@unchecked Sendable`: used by one reader at a time, under the connection's lock.
final class ResultStream: @unchecked Sendable {
    let raw: UnsafeMutablePointer<ArrowArrayStream>
    private let statement: Statement
    private var layout: BatchLayout?
    /// A driver may fail when it is asked again after the end.
    private var isAtEnd = false

    init(_ statement: Statement) {
        self.statement = statement
        raw = .allocate(capacity: 1)
        raw.initialize(to: ArrowArrayStream())
    }

    /// The names and types of the columns.
    func readLayout() throws -> BatchLayout {
        if let layout { return layout }
        guard let getSchema = raw.pointee.get_schema else { throw EngineProblem.damagedBatch(reason: "no schema") }
        var schema = ArrowSchema()
        let status = getSchema(raw, &schema)
        guard status == 0 else { throw failure(status) }
        defer { schema.release?(&schema) }
        let read = try BatchLayout(schema)
        layout = read
        return read
    }

    /// The next batch with rows in it; `nil` at the end.
    func next() throws -> Batch? {
        let layout = try readLayout()
        while !isAtEnd {
            var array = ArrowArray()
            guard let getNext = raw.pointee.get_next else { throw EngineProblem.damagedBatch(reason: "no reader") }
            let status = getNext(raw, &array)
            guard status == 0 else { throw failure(status) }
            guard array.release != nil else { break }
            let batch = try Batch(taking: array, layout)
            if batch.rowCount > 0 { return batch }
        }
        isAtEnd = true
        return nil
    }

    private func failure(_ status: Int32) -> DriverFailure {
        let words = raw.pointee.get_last_error?(raw).map { String(cString: $0) }
        return DriverFailure(status: 0, message: words ?? "the result broke off (error \(status))")
    }

    func close() {
        raw.pointee.release?(raw)
        raw.pointee = ArrowArrayStream()
        statement.close()
    }

    deinit {
        raw.pointee.release?(raw)
        raw.deallocate()
    }
}
