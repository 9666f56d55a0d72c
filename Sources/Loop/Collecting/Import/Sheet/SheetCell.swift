import Foundation
import Kernel

/// One cell on its way from XML to text.
struct SheetCell {
    let workbook: Workbook
    var column = 0
    var raw = ""
    var takes = false
    var isReading = false
    private var type = "n"
    private var style = 0

    init(workbook: Workbook) { self.workbook = workbook }

    mutating func begin(_ attributes: [String: String], following count: Int) {
        column = attributes["r"].flatMap { CellAddress($0) }?.column ?? count
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        raw = ""
        takes = false
    }

    var text: String {
        switch type {
        case "s": Int(raw).flatMap { workbook.texts.indices.contains($0) ? workbook.texts[$0] : nil } ?? ""
        case "str", "inlineStr", "e", "d": raw
        case "b": raw == "1" ? "TRUE" : raw.isEmpty ? "" : "FALSE"
        default: number
        }
    }

    private var number: String {
        guard let value = Double(raw), value.isFinite else { return raw }
        return workbook.styles.isDate(style) ? Self.date(value, from1904: workbook.countsFrom1904) : Self.plain(value)
    }

    /// As short as it goes and never with an exponent: 19.899999999999999 is 19.9.
    static func plain(_ value: Double) -> String {
        if let whole = Int64(exactly: value) { return String(whole) }
        let text = "\(value)"
        return text.contains("e") ? String(format: "%.10f", value) : text
    }

    /// Days since 1899-12-30 as ISO text, to the second; below one day only the time.
    static func date(_ serial: Double, from1904: Bool) -> String {
        let seconds = Int64((serial * 86_400).rounded())
        let day = seconds.flooredQuotient(by: 86_400)
        let rest = seconds - day * 86_400
        let clock = "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
        guard serial >= 1, serial < 2_958_466 else { return serial < 0 || serial >= 1 ? plain(serial) : clock }
        // Excel believes in 29 February 1900: serials below 60 are one day off.
        let offset: Int64 = from1904 ? 24_107 : day < 60 ? 25_568 : 25_569
        let date = Day(daysSince1970: Int32(day - offset))
        return rest == 0 ? date.description : "\(date) \(clock)"
    }
}
