import Engine
import Kernel

/// Turns rows into text.
protocol RowPrinter {
    func head(_ names: [String]) -> String
    func rows(_ names: [String], _ cells: [[EngineValue]]) -> String
}

/// RFC 4180, with a heading row; nothing stands for NULL, `""` for an empty text.
struct CSVPrinter: RowPrinter {
    func head(_ names: [String]) -> String { names.map(quoted).joined(separator: ",") + "\n" }

    func rows(_ names: [String], _ cells: [[EngineValue]]) -> String {
        cells.map { $0.map(field).joined(separator: ",") + "\n" }.joined()
    }

    private func field(_ value: EngineValue) -> String {
        value == .text("") ? "\"\"" : quoted(value.plainText)
    }

    private func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}

/// One JSON object a line.
struct JSONPrinter: RowPrinter {
    func head(_ names: [String]) -> String { "" }

    func rows(_ names: [String], _ cells: [[EngineValue]]) -> String {
        cells.map { row in
            let fields = zip(names, row).map { "\(JSONText.quoted($0)):\($1.jsonText)" }
            return "{" + fields.joined(separator: ",") + "}\n"
        }.joined()
    }
}

/// Aligned columns for a person; Chinese characters count as two.
struct TablePrinter: RowPrinter {
    func head(_ names: [String]) -> String { "" }

    func rows(_ names: [String], _ cells: [[EngineValue]]) -> String {
        let texts = cells.map { $0.map(\.plainText) }
        let widths = names.indices.map { column in ([names[column]] + texts.map { $0[column] }).map(width).max() ?? 0 }
        func line(_ fields: [String]) -> String {
            zip(fields, widths).map { $0 + String(repeating: " ", count: $1 - width($0)) }.joined(separator: "  ")
                + "\n"
        }
        return line(names) + line(widths.map { String(repeating: "─", count: $0) }) + texts.map(line).joined()
    }

    private func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    /// Han, kana, Hangul, full-width forms and CJK punctuation (Unicode East Asian Width W and F, main ranges).
    private func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
