internal import CADBC

/// A column whose memory lies still while the ingest runs: fixed-width values, or texts, with an optional validity bit map.
struct LaidColumn {
    var name: String
    var format: String
    /// Bytes per value; 0 for bits.
    var width: Int
    var values: UnsafeRawPointer?
    var ends: UnsafePointer<Int64>?
    var validity: UnsafePointer<UInt8>?
    var owners: [OwnedBytes]

    /// A column of the table that nothing was given for.
    static func missing(_ name: String) -> LaidColumn {
        LaidColumn(name: name, format: "n", width: 0, values: nil, ends: nil, validity: nil, owners: [])
    }

    /// Rows `range` of the column. The range starts at a multiple of 8, so that bit maps can be entered by the byte.
    func part(_ range: Range<Int>) -> OutgoingColumn {
        if format == "n" {
            return OutgoingColumn(name: name, format: format, length: range.count, nullCount: range.count, buffers: [])
        }
        let bits = validity.map { UnsafeRawPointer($0 + range.lowerBound / 8) }
        let data = values.map { $0 + (width == 0 ? range.lowerBound / 8 : width * range.lowerBound) }
        let buffers: [UnsafeRawPointer?] =
            if let ends { [bits, UnsafeRawPointer(ends + range.lowerBound), values] } else { [bits, data] }
        return OutgoingColumn(
            name: name, format: format, length: range.count, nullCount: validity == nil ? 0 : -1, buffers: buffers,
            owners: owners)
    }
}

extension ColumnSet {
    /// Lays all columns out in memory and calls `body` while they lie there.
    func withLaidColumns<R>(_ body: ([LaidColumn]) throws -> R) throws -> R {
        try lay(0, [], body)
    }

    private func lay<R>(_ index: Int, _ laid: [LaidColumn], _ body: ([LaidColumn]) throws -> R) throws -> R {
        guard index < values.count else { return try body(laid) }
        return try values[index].withLaid(names[index]) { try lay(index + 1, laid + [$0], body) }
    }
}

extension ColumnValues {
    fileprivate func withLaid<R>(_ name: String, _ body: (LaidColumn) throws -> R) rethrows -> R {
        switch self {
        case .int64(let v): try fixed(name, "l", v, body)
        case .int32(let v): try fixed(name, "i", v, body)
        case .int16(let v): try fixed(name, "s", v, body)
        case .double(let v): try fixed(name, "g", v, body)
        case .day(let v): try fixed(name, "tdD", v, body)
        case .instant(let v): try fixed(name, "tsu:", v, body)
        case .optionalInt64(let v): try optional(name, "l", v, 0, body)
        case .optionalInt32(let v): try optional(name, "i", v, 0, body)
        case .optionalInt16(let v): try optional(name, "s", v, 0, body)
        case .optionalDouble(let v): try optional(name, "g", v, 0, body)
        case .optionalDay(let v): try optional(name, "tdD", v, 0, body)
        case .optionalInstant(let v): try optional(name, "tsu:", v, 0, body)
        case .bool(let v): try bits(name, v, present: nil, body)
        case .optionalBool(let v): try bits(name, v.map { $0 ?? false }, present: v.map { $0 != nil }, body)
        case .text(let v): try texts(name, gathered(v), body)
        case .optionalText(let v): try texts(name, gathered(v), body)
        case .textBytes(let v): try texts(name, v, body)
        }
    }

    private func fixed<T: BitwiseCopyable, R>(
        _ name: String, _ format: String, _ values: [T], present: [Bool]? = nil, _ body: (LaidColumn) throws -> R
    ) rethrows -> R {
        let bits = present.map { OwnedBytes(packing: $0) }
        return try values.withUnsafeBytes { bytes in
            try body(
                LaidColumn(
                    name: name, format: format, width: MemoryLayout<T>.stride, values: bytes.baseAddress, ends: nil,
                    validity: bits.map { UnsafePointer($0.base.assumingMemoryBound(to: UInt8.self)) },
                    owners: bits.map { [$0] } ?? []))
        }
    }

    private func optional<T: BitwiseCopyable, R>(
        _ name: String, _ format: String, _ values: [T?], _ missing: T, _ body: (LaidColumn) throws -> R
    ) rethrows -> R {
        try fixed(name, format, values.map { $0 ?? missing }, present: values.map { $0 != nil }, body)
    }

    private func bits<R>(_ name: String, _ values: [Bool], present: [Bool]?, _ body: (LaidColumn) throws -> R) rethrows
        -> R
    {
        let packed = OwnedBytes(packing: values)
        let valid = present.map { OwnedBytes(packing: $0) }
        return try body(
            LaidColumn(
                name: name, format: "b", width: 0, values: UnsafeRawPointer(packed.base), ends: nil,
                validity: valid.map { UnsafePointer($0.base.assumingMemoryBound(to: UInt8.self)) },
                owners: [packed] + (valid.map { [$0] } ?? [])))
    }

    private func gathered(_ values: [String]) -> TextColumn {
        var column = TextColumn(reservingRows: values.count, bytes: values.count * 8)
        for value in values { column.append(value) }
        return column
    }

    private func gathered(_ values: [String?]) -> TextColumn {
        var column = TextColumn(reservingRows: values.count, bytes: values.count * 8)
        for value in values { column.append(value) }
        return column
    }

    private func texts<R>(_ name: String, _ column: TextColumn, _ body: (LaidColumn) throws -> R) rethrows -> R {
        let bits = column.present.isEmpty ? nil : OwnedBytes(packing: column.present)
        return try column.bytes.withUnsafeBytes { bytes in
            try column.ends.withUnsafeBufferPointer { ends in
                try body(
                    LaidColumn(
                        name: name, format: "U", width: 1, values: bytes.baseAddress, ends: ends.baseAddress,
                        validity: bits.map { UnsafePointer($0.base.assumingMemoryBound(to: UInt8.self)) },
                        owners: bits.map { [$0] } ?? []))
            }
        }
    }
}
