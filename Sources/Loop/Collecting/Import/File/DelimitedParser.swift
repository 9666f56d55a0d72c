/// Cuts delimited text (RFC 4180, read leniently) into records, across chunks. A quote opens a cell only at its start;
/// text after a closing quote is kept; a quote that never closes costs its own line, not the rest of the file.
struct DelimitedParser {
    /// Cells of one record, in one run of bytes.
    struct Record {
        fileprivate(set) var bytes: [UInt8] = []
        fileprivate(set) var ends: [Int] = []
        /// Set where the line opened a quote and never closed it.
        fileprivate(set) var hasOpenQuote = false

        var count: Int { ends.count }
        func range(_ cell: Int) -> Range<Int> { (cell == 0 ? 0 : ends[cell - 1])..<ends[cell] }
        func text(_ cell: Int) -> String { String(decoding: bytes[range(cell)], as: UTF8.self) }
        var texts: [String] { (0..<count).map(text) }
        /// A line without any character.
        var isBlank: Bool { ends.count == 1 && bytes.isEmpty }
    }

    private enum State { case cellStart, plain, quoted, quoteInQuoted }

    let delimiter: UInt8
    /// More than this inside one quoted cell, and the quote counts as a slip of the pen.
    let quoteLimit: Int
    private var record = Record()
    private var state = State.cellStart
    private var lastWasReturn = false
    /// The raw bytes since the record began, kept while a quote is open.
    private var raw: [UInt8] = []
    private var sawQuote = false

    init(delimiter: Delimiter, quoteLimit: Int = 1 << 20) {
        self.delimiter = delimiter.rawValue
        self.quoteLimit = quoteLimit
    }

    mutating func feed(_ bytes: [UInt8], _ emit: (Record) throws -> Void) throws {
        for byte in bytes {
            try take(byte, emit)
            if raw.count > quoteLimit, state == .quoted { try reread(emit) }
        }
    }

    /// The end of the file: what is left is a record, if there is anything.
    mutating func finish(_ emit: (Record) throws -> Void) throws {
        while state == .quoted { try reread(emit) }
        if state != .cellStart || !record.ends.isEmpty || !record.bytes.isEmpty { try endRecord(emit) }
    }

    private mutating func take(_ byte: UInt8, _ emit: (Record) throws -> Void) throws {
        if lastWasReturn {
            lastWasReturn = false
            if byte == 0x0A { return }
        }
        raw.append(byte)
        switch state {
        case .cellStart where byte == 0x22: (state, sawQuote) = (.quoted, true)
        case .quoted where byte == 0x22: state = .quoteInQuoted
        case .quoted: record.bytes.append(byte)
        case .quoteInQuoted where byte == 0x22:
            record.bytes.append(byte)
            state = .quoted
        case .cellStart, .plain, .quoteInQuoted: try takePlain(byte, emit)
        }
    }

    private mutating func takePlain(_ byte: UInt8, _ emit: (Record) throws -> Void) throws {
        switch byte {
        case delimiter:
            record.ends.append(record.bytes.count)
            state = .cellStart
        case 0x0A, 0x0D:
            lastWasReturn = byte == 0x0D
            try endRecord(emit)
        default:
            record.bytes.append(byte)
            state = .plain
        }
    }

    private mutating func endRecord(_ emit: (Record) throws -> Void) throws {
        record.ends.append(record.bytes.count)
        try emit(record)
        reset()
    }

    private mutating func reset() {
        record.bytes.removeAll(keepingCapacity: true)
        record.ends.removeAll(keepingCapacity: true)
        record.hasOpenQuote = false
        raw.removeAll(keepingCapacity: true)
        state = .cellStart
        sawQuote = false
    }

    /// Takes the first line of an endless quote literally, and reads the rest again.
    private mutating func reread(_ emit: (Record) throws -> Void) throws {
        let text = raw
        let lineEnd = text.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
        reset()
        for byte in text[..<lineEnd] {
            if byte == delimiter { record.ends.append(record.bytes.count) } else { record.bytes.append(byte) }
        }
        record.hasOpenQuote = true
        try endRecord(emit)
        var rest = text[lineEnd...]
        if rest.first == 0x0D { rest = rest.dropFirst() }
        if rest.first == 0x0A { rest = rest.dropFirst() }
        for byte in rest { try take(byte, emit) }
    }
}
