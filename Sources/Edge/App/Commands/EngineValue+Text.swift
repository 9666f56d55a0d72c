import Engine
import Foundation
import Kernel

extension EngineValue {
    /// As a person or a CSV file shows it; nothing for NULL.
    var plainText: String {
        switch self {
        case .null: ""
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .double(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
        case .decimal(let text), .text(let text): text
        case .day(let day): day.description
        case .instant(let instant): instant.iso8601
        case .bytes(let bytes): "0x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        case .list(let values): "[" + values.map(\.plainText).joined(separator: ", ") + "]"
        case .fields(let fields):
            "{" + fields.map { "\($0.name.plainText): \($0.value.plainText)" }.joined(separator: ", ") + "}"
        }
    }

    var jsonText: String {
        switch self {
        case .null: "null"
        case .bool, .int, .decimal: plainText
        case .double(let value): value.isFinite ? String(value) : "null"
        case .text, .day, .instant, .bytes: JSONText.quoted(plainText)
        case .list(let values): "[" + values.map(\.jsonText).joined(separator: ",") + "]"
        case .fields(let fields):
            "{" + fields.map { "\(JSONText.quoted($0.name.plainText)):\($0.value.jsonText)" }.joined(separator: ",")
                + "}"
        }
    }
}

enum JSONText {
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                result +=
                    "\\u" + String(repeating: "0", count: 2) + (scalar.value < 16 ? "0" : "")
                    + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
