import Engine
import Kernel

/// A small table as CSV that spreadsheets open and never run.
package enum CSVText {
    /// With a mark that says UTF-8, so that Excel reads Chinese.
    package static func bytes(_ rows: [[String]]) -> [UInt8] {
        var text = DelimitedText()
        for row in rows { text.append(row: row.map { DelimitedText.harmless(.text($0)) }) }
        return [0xEF, 0xBB, 0xBF] + text.bytes
    }
}
