package import Kernel

/// What a file turned out to be.
package enum FileFormat: Sendable, Hashable, Codable {
    case delimited(Delimiter)
    case jsonLines
    case xlsx
    case parquet

    package var name: Text {
        switch self {
        case .delimited(.tab): Text(verbatim: "TSV")
        case .delimited: Text(verbatim: "CSV")
        case .jsonLines: Text(verbatim: "JSON Lines")
        case .xlsx: Text(verbatim: "XLSX")
        case .parquet: Text(verbatim: "Parquet")
        }
    }
}

/// What stands between the cells of a line.
package enum Delimiter: UInt8, Sendable, Codable, CaseIterable {
    case comma = 0x2C
    case tab = 0x09
    case semicolon = 0x3B
    case pipe = 0x7C

    var sql: SQLText {
        switch self {
        case .comma: "','"
        case .tab: "chr(9)"
        case .semicolon: "';'"
        case .pipe: "'|'"
        }
    }
}

/// How characters are written as bytes.
package enum TextEncoding: String, Sendable, Codable, CaseIterable {
    case utf8 = "UTF-8"
    case utf8Marked = "UTF-8 BOM"
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"

    /// The name iconv knows; `nil` where nothing has to be converted.
    var iconvName: String? {
        switch self {
        case .utf8, .utf8Marked: nil
        default: rawValue
        }
    }
}
