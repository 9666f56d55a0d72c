import Foundation
package import Kernel

/// How a field's value is written by people and read back: on forms, in CSV and XLSX, in the plan as text, through the API.
/// Whoever writes what `text(of:)` gives reads the same value back.
package struct FieldText: Sendable {
    package let field: RecordField
    let currency: Currency

    package init(_ field: RecordField, currency: Currency) {
        self.field = field
        self.currency = currency
    }

    /// Names of accounts and records must be looked up by the caller first: `reference` turns a name into an id, or `nil`.
    /// An empty text is no value. Problem: a `FieldTrouble`.
    package func value(of text: String, reference: (String) throws -> Int64?) throws(FieldTrouble) -> RecordValue? {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.isEmpty { return nil }
        switch field.kind {
        case .text(let limit): return .text(try limited(text, limit))
        case .longText: return .text(try limited(text, FieldKind.longLimit))
        case .choice(let list): return .text(try choice(text, list).id)
        case .choices(let list): return try codes(text, list)
        case .number(let form): return .number(try number(text, form))
        case .scale(let range): return .whole(try scale(text, range))
        case .money: return .whole(try money(text))
        case .share: return .number(try share(text))
        case .day: return .day(try day(text))
        case .flag: return .flag(try flag(text))
        case .person, .link: return .whole(try found(text, reference))
        case .links:
            return .records(try Self.parts(text).map { part throws(FieldTrouble) in try found(part, reference) })
        case .people:
            return .people(try Self.parts(text).map { part throws(FieldTrouble) in try found(part, reference) })
        case .metric, .region: return .text(text)
        case .web: return .text(try address(text))
        }
    }

    /// Checks a value that code or JSON brought. Problem: a `FieldTrouble`.
    package func check(_ value: RecordValue) throws(FieldTrouble) {
        switch (field.kind, value) {
        case (.text(let limit), .text(let text)): _ = try limited(text, limit)
        case (.longText, .text(let text)): _ = try limited(text, FieldKind.longLimit)
        case (.choice(let list), .text(let code)): _ = try choice(code, list)
        case (.choices(let list), .codes(let codes)):
            for code in codes { _ = try choice(code, list) }
        case (.number(let form), .number(let number)): try within(number, form.range)
        case (.scale(let range), .whole(let step)):
            try within(Double(step), Double(range.lowerBound)...Double(range.upperBound))
        case (.money, .whole), (.day, .day), (.flag, .flag), (.person, .whole), (.link, .whole), (.links, .records),
            (.people, .people):
            break
        case (.share, .number(let share)): try within(share * 100, Self.shareRange)
        case (.metric, .text), (.region, .text): break
        case (.web, .text(let text)): _ = try address(text)
        default: throw trouble(Text(zh: "值的类型不符。", en: "The value is of the wrong kind."))
        }
    }

    private static let shareRange = -10_000.0...10_000.0

    private func trouble(_ text: Text) -> FieldTrouble { FieldTrouble(field: field.id, name: field.name, text: text) }

    private func limited(_ text: String, _ limit: Int) throws(FieldTrouble) -> String {
        // Code points, as the database counts: a letter with an accent or an emoji may be several.
        let count = text.unicodeScalars.count
        if count <= limit { return text }
        throw trouble(
            Text(zh: "最多 \(limit) 个字符，现有 \(count) 个。", en: "At most \(limit) characters; this has \(count)."))
    }

    private func choice(_ text: String, _ list: [Choice]) throws(FieldTrouble) -> Choice {
        let wanted = text.lowercased()
        if let found = list.first(where: {
            [$0.id, $0.name.zh, $0.name.en.lowercased()].contains(wanted) || $0.name.zh == text
        }) {
            return found
        }
        throw trouble(
            Text(
                zh: "“\(text)”不在可选项中：\(list.map(\.name.zh).joined(separator: "、"))。",
                en: "\(text) is none of: \(list.map(\.name.en).joined(separator: ", "))."))
    }

    private func codes(_ text: String, _ list: [Choice]) throws(FieldTrouble) -> RecordValue {
        let chosen = try Self.parts(text).map { part throws(FieldTrouble) in try choice(part, list).id }
        return .codes(list.map(\.id).filter(chosen.contains))
    }

    /// Several values in one text stand apart by `;`, `；`, `、` or line breaks.
    static func parts(_ text: String) -> [String] {
        text.split(whereSeparator: { ";；、\n".contains($0) }).map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty
        }
    }

    private func found(_ text: String, _ reference: (String) throws -> Int64?) throws(FieldTrouble) -> Int64 {
        do {
            if let id = try reference(text) { return id }
        } catch { throw trouble(Text(zh: "无法查找“\(text)”：\(error)", en: "\(text) could not be looked up: \(error)")) }
        throw trouble(
            field.kind == .person || field.kind == .people
                ? Text(zh: "没有名为“\(text)”的账号。", en: "There is no account named \(text).")
                : Text(zh: "没有编号为“\(text)”的记录。", en: "There is no record with the number \(text)."))
    }

    private func address(_ text: String) throws(FieldTrouble) -> String {
        let isWeb = ["https://", "http://"].contains { text.lowercased().hasPrefix($0) && text.count > $0.count }
        if isWeb, text.count <= 2_000, !text.contains(where: \.isWhitespace) { return text }
        throw trouble(
            Text(zh: "请填写以 https:// 或 http:// 开头的网址。", en: "Give an address that begins with https:// or http://."))
    }
}

/// What is wrong with one field.
package struct FieldTrouble: Error, Sendable, Hashable {
    package let field: String
    package let name: Text
    package let text: Text

    package init(field: String, name: Text, text: Text) {
        self.field = field
        self.name = name
        self.text = text
    }

    static func missing(_ field: RecordField) -> FieldTrouble {
        FieldTrouble(field: field.id, name: field.name, text: Text(zh: "必填。", en: "This must be filled in."))
    }
}

extension FieldText {
    private func number(_ text: String, _ form: NumberForm) throws(FieldTrouble) -> Double {
        let value = try decimal(text, unit: form.unit)
        try within(value, form.range)
        return value
    }

    private func scale(_ text: String, _ range: ClosedRange<Int>) throws(FieldTrouble) -> Int64 {
        let value = try decimal(text, unit: nil)
        try within(value, Double(range.lowerBound)...Double(range.upperBound))
        if value == value.rounded() { return Int64(value) }
        throw trouble(Text(zh: "须为整数。", en: "This must be a whole number."))
    }

    /// `12`, `12%` and `12.5 %` are parts of a hundred.
    private func share(_ text: String) throws(FieldTrouble) -> Double {
        let bare = text.replacing("%", with: "").replacing("％", with: "")
        try within(try decimal(bare, unit: nil), Self.shareRange)
        // The point is moved in the text: a division would round once more, and what was shown would not read back the same.
        return try decimal(bare + "e-2", unit: nil)
    }

    /// Exact: digits are shifted, never multiplied as floating point. `1.2万` and `3亿` are understood.
    private func money(_ text: String) throws(FieldTrouble) -> Int64 {
        var bare = text.replacing(currency.symbol, with: "").replacing(currency.code, with: "")
        for mark in [",", "，", " ", "¥", "￥", "元", "\u{A0}"] { bare = bare.replacing(mark, with: "") }
        var zeros = currency.decimals
        if bare.hasSuffix("万") {
            bare.removeLast()
            zeros += 4
        } else if bare.hasSuffix("亿") {
            bare.removeLast()
            zeros += 8
        }
        let isMinus = bare.hasPrefix("-") || bare.hasPrefix("−")
        if isMinus { bare.removeFirst() }
        let halves = bare.split(separator: ".", omittingEmptySubsequences: false)
        let whole = halves.first ?? ""
        let fraction = halves.count == 2 ? halves[1] : ""
        let isNumber =
            halves.count <= 2 && !(whole.isEmpty && fraction.isEmpty)
            && (whole + fraction).utf8.allSatisfy { (48...57).contains($0) }
        guard isNumber else {
            throw trouble(
                Text(zh: "“\(text)”不是金额，例如 12,345.60 或 1.2万。", en: "\(text) is no amount, such as 12,345.60."))
        }
        guard fraction.count <= zeros,
            let units = Int64(whole + fraction + String(repeating: "0", count: max(0, zeros - fraction.count))),
            units <= 900_000_000_000_000_000
        else {
            throw trouble(Text(zh: "“\(text)”的小数位过多或金额过大。", en: "\(text) has too many decimals, or is too large."))
        }
        return isMinus ? -units : units
    }

    private func decimal(_ text: String, unit: Text?) throws(FieldTrouble) -> Double {
        var bare = text
        for mark in [",", "，", " ", unit?.zh ?? "", unit?.en ?? ""] where !mark.isEmpty {
            bare = bare.replacing(mark, with: "")
        }
        if let value = Double(bare), value.isFinite, bare.first?.isLetter != true { return value }
        throw trouble(Text(zh: "“\(text)”不是数字。", en: "\(text) is no number."))
    }

    private func within(_ value: Double, _ range: ClosedRange<Double>) throws(FieldTrouble) {
        if range.contains(value) { return }
        let low = Self.plain(range.lowerBound)
        let high = Self.plain(range.upperBound)
        throw trouble(Text(zh: "须在 \(low) 与 \(high) 之间。", en: "This must lie between \(low) and \(high)."))
    }

    /// ISO, with slashes or points, or `2026年1月5日`.
    private func day(_ text: String) throws(FieldTrouble) -> Day {
        let parts = text.replacing("日", with: "").split(whereSeparator: { "-/.年月".contains($0) }).compactMap { Int($0) }
        if parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) { return day }
        throw trouble(Text(zh: "“\(text)”不是日期，例如 2026-11-21。", en: "\(text) is no date, such as 2026-11-21."))
    }

    private func flag(_ text: String) throws(FieldTrouble) -> Bool {
        switch text.lowercased() {
        case "true", "yes", "y", "1", "是", "on": return true
        case "false", "no", "n", "0", "否", "off": return false
        default: throw trouble(Text(zh: "请填写“是”或“否”。", en: "Answer yes or no."))
        }
    }

    /// The shortest text that reads back as the same number.
    package static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    /// The value as people write it. `names` knows accounts and records by id.
    package func text(of value: RecordValue?, in language: Language, names: (Int64) -> String?) -> String {
        switch (field.kind, value) {
        case (_, nil): ""
        case (.choice(let list), .text(let code)): list.first { $0.id == code }?.name[language] ?? code
        case (.choices(let list), .codes(let codes)):
            codes.map { code in list.first { $0.id == code }?.name[language] ?? code }.joined(
                separator: language == .zh ? "、" : "; ")
        case (.share, .number(let share)): percent(share)
        case (.money, .whole(let units)): amount(units)
        case (.flag, .flag(let flag)): (flag ? Text(zh: "是", en: "Yes") : Text(zh: "否", en: "No"))[language]
        case (.person, .whole(let id)), (.link, .whole(let id)): names(id) ?? String(id)
        case (.links, .records(let ids)), (.people, .people(let ids)):
            ids.map { names($0) ?? String($0) }.joined(separator: "; ")
        case (_, .text(let text)): text
        case (_, .number(let number)): Self.plain(number)
        case (_, .whole(let step)): String(step)
        case (_, .day(let day)): day.description
        case (_, .flag(let flag)): String(flag)
        case (_, .codes(let codes)): codes.joined(separator: "; ")
        case (_, .records(let ids)), (_, .people(let ids)): ids.map(String.init).joined(separator: "; ")
        }
    }

    /// `12.5%`, exactly: the shortest decimal of the share with its point moved.
    private func percent(_ share: Double) -> String {
        Decimal(string: String(share)).map { "\($0 * 100)%" } ?? String(share)
    }

    /// `12345.60`, with all decimals of the currency.
    private func amount(_ units: Int64) -> String {
        let digits = String(units.magnitude)
        let decimals = currency.decimals
        guard decimals > 0 else { return (units < 0 ? "-" : "") + digits }
        let full = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (units < 0 ? "-" : "") + full.dropLast(decimals) + "." + full.suffix(decimals)
    }
}
