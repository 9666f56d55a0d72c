import Foundation

/// Tells format and encoding from the first bytes and the scan, never from the file's name alone.
enum FileSniffer {
    /// Problems: `import.format_unknown`, `import.old_excel`.
    static func format(_ url: URL, _ scan: FileScan, _ encoding: TextEncoding) throws -> FileFormat {
        let head = scan.head
        let name = url.lastPathComponent
        if head.starts(with: Array("PAR1".utf8)) { return .parquet }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .xlsx }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw ImportProblem.oldExcel(name) }
        if encoding == .utf8, scan.hasNulls { throw ImportProblem.formatUnknown(name) }
        if [
            [0x1F, 0x8B], Array("%PDF".utf8), [0x89, 0x50], [0xFF, 0xD8], Array("BZh".utf8), [0x28, 0xB5, 0x2F, 0xFD],
        ]
        .contains(where: { head.starts(with: $0) }) {
            throw ImportProblem.formatUnknown(name)
        }
        let text = try decoded(head, encoding, name)
        let first = text.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        if first == nil { throw ImportProblem.fileEmpty(name) }
        if first == UInt8(ascii: "{") { return .jsonLines }
        if first == UInt8(ascii: "["), text.dropFirst().contains(UInt8(ascii: "{")) {
            throw ImportProblem.formatUnknown(name)
        }
        if first == UInt8(ascii: "<") { throw ImportProblem.formatUnknown(name) }
        return .delimited(delimiter(text))
    }

    static func encoding(_ scan: FileScan) -> TextEncoding {
        let head = scan.head
        if head.starts(with: [0xEF, 0xBB, 0xBF]), scan.isUTF8 { return .utf8Marked }
        if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        return scan.isUTF8 ? .utf8 : .gb18030
    }

    /// The first bytes as UTF-8; a character cut off at the end is left out.
    static func decoded(_ head: [UInt8], _ encoding: TextEncoding, _ name: String) throws -> [UInt8] {
        if encoding == .utf8Marked { return Array(head.dropFirst(3)) }
        if encoding == .utf8 || head.starts(with: Array("PAR1".utf8)) { return head }
        var text = try Transcoder(from: encoding, file: name).convert(head)
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        return text
    }

    /// The delimiter that cuts the first records most evenly into most cells; a comma where none does.
    static func delimiter(_ text: [UInt8]) -> Delimiter {
        let scored = Delimiter.allCases.map { ($0, score($0, text)) }
        let best = scored.max { $0.1 < $1.1 }
        guard let best, best.1 > 0 else { return .comma }
        return scored.first { $0.1 == best.1 }?.0 ?? best.0
    }

    private static func score(_ delimiter: Delimiter, _ text: [UInt8]) -> Double {
        let counts = sample(text, delimiter, limit: 50).map(\.count)
        guard let first = counts.first, !counts.isEmpty else { return 0 }
        let usual = Dictionary(counts.map { ($0, 1) }, uniquingKeysWith: +).max { $0.value < $1.value }?.key ?? first
        let even = Double(counts.count { $0 == usual }) / Double(counts.count)
        return usual > 1 ? even * (1 + Double(usual).squareRoot()) : 0
    }

    /// The first records of a text whose end may be cut off (the last record is left out where it is).
    static func sample(_ text: [UInt8], _ delimiter: Delimiter, limit: Int, isWhole: Bool = false) -> [DelimitedParser
        .Record]
    {
        var parser = DelimitedParser(delimiter: delimiter)
        var records: [DelimitedParser.Record] = []
        do {
            try parser.feed(text) {
                if !$0.isBlank { records.append($0) }
                if records.count >= limit { throw EnoughRecords() }
            }
            if isWhole || records.isEmpty { try parser.finish { if !$0.isBlank { records.append($0) } } }
        } catch {
            // Only `EnoughRecords` can come: nothing is read or written here.
            return records
        }
        return records
    }

    private struct EnoughRecords: Error {}
}
