import Engine
import Kernel

/// Builds CSV text: RFC 4180, UTF-8, a line feed after each row.
struct DelimitedText {
    private(set) var bytes: [UInt8] = []
    private let delimiter: UInt8

    init(delimiter: Delimiter = .comma) { self.delimiter = delimiter.rawValue }

    /// A text that a spreadsheet would run as a formula gets an apostrophe before it, which our own import takes off again.
    static func harmless(_ value: EngineValue) -> String? {
        guard case .text(let text) = value, let first = text.utf8.first, formulaStarts.contains(first) else {
            return Self.text(value)
        }
        return "'" + text
    }
    private static let formulaStarts = Set("=+-@\t\r".utf8)

    mutating func append(row cells: [String?]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(delimiter) }
            if let cell { append(cell) }
        }
        // A row of one empty cell would be a blank line, which readers skip.
        if cells.count == 1, cells[0]?.isEmpty ?? true { bytes += [0x22, 0x22] }
        bytes.append(0x0A)
    }

    /// What has been built so far, which is then forgotten.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func append(_ cell: String) {
        let text = cell.utf8
        let isPlain = !text.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        if isPlain, text.first != 0x20, text.first != 0xEF { return bytes.append(contentsOf: text) }
        bytes.append(0x22)
        for byte in text {
            if byte == 0x22 { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    static func text(_ value: EngineValue) -> String? {
        switch value {
        case .null: nil
        case .bool(let flag): flag ? "true" : "false"
        case .int(let number): String(number)
        case .double(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
        case .text(let text): text
        case .day(let day): day.description
        case .instant(let instant): plain(instant)
        case .decimal(let digits): digits
        case .bytes(let bytes): bytes.map { padded(Int($0), 2) }.joined()
        case .list(let items): "[" + items.map { text($0) ?? "" }.joined(separator: ", ") + "]"
        case .fields(let fields):
            "{" + fields.map { "\(text($0.name) ?? ""): \(text($0.value) ?? "")" }.joined(separator: ", ") + "}"
        }
    }

    /// `2026-11-21 08:30:00`, with microseconds only where there are some: read by spreadsheets and by our own import.
    static func plain(_ instant: Instant) -> String {
        let text = instant.iso8601.replacing("T", with: " ").dropLast()
        return text.hasSuffix(".000000") ? String(text.dropLast(7)) : String(text)
    }
}
