internal import CADBC

/// Hands columns to the driver in batches of `rowsPerBatch`.
final class OutgoingStream {
    private let columns: [LaidColumn]
    private let rowCount: Int
    private var position = 0
    /// A multiple of 8 (bit maps) and of the engine's own row groups, so that its threads share the work.
    private static let rowsPerBatch = 122_880

    init(_ columns: [LaidColumn], rowCount: Int) {
        self.columns = columns
        self.rowCount = rowCount
    }

    private var emptyStructure: OutgoingColumn {
        OutgoingColumn(name: "", format: "+s", length: 0, buffers: [nil], children: columns.map { $0.part(0..<0) })
    }

    private func nextBatch() -> ArrowArray {
        guard position < rowCount else { return ArrowArray() }
        let range = position..<min(rowCount, position + OutgoingStream.rowsPerBatch)
        position = range.upperBound
        let structure = OutgoingColumn(
            name: "", format: "+s", length: range.count, buffers: [nil], children: columns.map { $0.part(range) })
        return structure.array()
    }

    /// The C form, which keeps this object until its `release`.
    func export() -> ArrowArrayStream {
        var stream = ArrowArrayStream()
        stream.private_data = Unmanaged.passRetained(self).toOpaque()
        stream.get_schema = { stream, out in
            guard let stream, let out, let data = stream.pointee.private_data else { return 22 }
            out.pointee = Unmanaged<OutgoingStream>.fromOpaque(data).takeUnretainedValue().emptyStructure.schema()
            return 0
        }
        stream.get_next = { stream, out in
            guard let stream, let out, let data = stream.pointee.private_data else { return 22 }
            out.pointee = Unmanaged<OutgoingStream>.fromOpaque(data).takeUnretainedValue().nextBatch()
            return 0
        }
        stream.get_last_error = { _ in nil }
        stream.release = { stream in
            guard let stream, let data = stream.pointee.private_data else { return }
            stream.pointee.release = nil
            stream.pointee.private_data = nil
            Unmanaged<OutgoingStream>.fromOpaque(data).release()
        }
        return stream
    }
}
