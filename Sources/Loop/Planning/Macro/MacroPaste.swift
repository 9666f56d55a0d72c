import Foundation
package import Kernel

/// A column of days and one of values, pasted from a spreadsheet (M-02): what can be kept, and what cannot, line by line.
package struct MacroPaste: Sendable {
    /// Day and value in the order of days, each day once.
    package private(set) var points: [MacroSeries.Point] = []
    package private(set) var troubles: [Trouble] = []
    /// What the heading over the values says, where there is one.
    package private(set) var heading: String?
    /// How many lines hold anything.
    package private(set) var lineCount = 0
    /// Whether there were further columns, which are not read.
    package private(set) var hasMoreColumns = false

    /// A line that is not kept.
    package struct Trouble: Sendable {
        package let line: Int
        package let text: String
        package let reason: Text
    }

    /// So many lines are read at once.
    package static let most = 20_000

    /// Problems: `macro.nothing_pasted`, `macro.too_much_pasted`.
    package init(_ text: String, today: Day) throws {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        lineCount = lines.count { !$0.isEmpty }
        if lineCount == 0 { throw MacroProblem.nothingPasted }
        if lineCount > Self.most { throw MacroProblem.tooMuchPasted(lines: lineCount, most: Self.most) }
        var kept: [Day: (value: Double, line: Int)] = [:]
        var isFirst = true
        for (place, line) in lines.enumerated() where !line.isEmpty {
            defer { isFirst = false }
            let cells = cells(line)
            if isFirst, let title = Self.title(cells) {
                heading = title
                continue
            }
            switch Self.read(cells, today) {
            case .failure(let reason): troubles.append(Trouble(line: place + 1, text: line, reason: reason.text))
            case .success(let point):
                if let before = kept[point.day] {
                    if before.value != point.value {
                        troubles.append(Trouble(line: place + 1, text: line, reason: Self.twice(point.day, before)))
                    }
                } else {
                    kept[point.day] = (point.value, place + 1)
                }
            }
        }
        points = kept.map { MacroSeries.Point(day: $0.key, value: $0.value.value) }.sorted { $0.day < $1.day }
    }

    private struct Reason: Error { let text: Text }

    /// Two cells: by tabs, else by a semicolon, a comma after the day, or the last blank.
    private mutating func cells(_ line: String) -> [String] {
        func trimmed(_ parts: [Substring]) -> [String] {
            parts.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \u{3000}\"")) }
        }
        for separator in ["\t", ";", "；"] where line.contains(separator) {
            let parts = trimmed(line.split(separator: separator, omittingEmptySubsequences: false))
            if parts.count > 2, parts.dropFirst(2).contains(where: { !$0.isEmpty }) { hasMoreColumns = true }
            return Array(parts.prefix(2))
        }
        if let comma = line.firstIndex(where: { $0 == "," || $0 == "，" }) {
            let parts = trimmed([line[..<comma], line[line.index(after: comma)...]])
            if PastedDay(parts[0]) != .unknown || Self.isWords(parts) { return parts }
        }
        guard let blank = line.lastIndex(of: " ") else { return [line] }
        return trimmed([line[..<blank], line[line.index(after: blank)...]])
    }

    private static func isWords(_ cells: [String]) -> Bool {
        cells.allSatisfy { PastedDay($0) == .unknown && PastedNumber.read($0) == nil }
    }

    /// The heading over the values, where the first line is no day and no number.
    private static func title(_ cells: [String]) -> String? {
        guard isWords(cells), cells.contains(where: { !$0.isEmpty }) else { return nil }
        return cells.count > 1 ? cells[1] : ""
    }

    private static func read(_ cells: [String], _ today: Day) -> Result<MacroSeries.Point, Reason> {
        guard cells.count == 2 else { return .failure(Reason(text: oneColumn)) }
        // Whoever copied the columns the other way round need not do it again.
        var (first, second) = (cells[0], cells[1])
        if PastedDay(first) == .unknown, PastedDay(second) != .unknown { swap(&first, &second) }
        switch PastedDay(first) {
        case .unknown: return .failure(Reason(text: noDay(first)))
        case .ambiguous: return .failure(Reason(text: ambiguous(first)))
        case .day(let day):
            guard day.year >= 1_900 else { return .failure(Reason(text: noDay(first))) }
            if day > today, Grain.month.start(of: day) > today { return .failure(Reason(text: future(day))) }
            if second.isEmpty { return .failure(Reason(text: noValue)) }
            guard let value = PastedNumber.read(second) else { return .failure(Reason(text: noNumber(second))) }
            return .success(MacroSeries.Point(day: day, value: value))
        }
    }

    // MARK: Why a line is not kept

    private static let oneColumn = Text(zh: "只有一列，需要“日期”和“数值”两列", en: "one column only; a day and a value are needed")
    private static let noValue = Text(zh: "没有数值", en: "no value")
    private static func noDay(_ text: String) -> Text {
        Text(zh: "看不懂日期“\(text)”，请写成 2026-09-30 或 2026-09", en: "no day: \(text); write 2026-09-30 or 2026-09")
    }
    private static func ambiguous(_ text: String) -> Text {
        Text(
            zh: "“\(text)”分不清月和日，请写成 2026-09-30", en: "\(text): which is the month? Write 2026-09-30")
    }
    private static func noNumber(_ text: String) -> Text {
        Text(zh: "看不懂数值“\(text)”，小数请用点", en: "no number: \(text); write decimals with a point")
    }
    private static func future(_ day: Day) -> Text {
        Text(zh: "\(day) 还没有到，只收已公布的数值", en: "\(day) is still to come; only what has been published is kept")
    }
    private static func twice(_ day: Day, _ before: (value: Double, line: Int)) -> Text {
        Text(
            zh: "\(day) 在第 \(before.line) 行已有另一个数值 \(before.value)",
            en: "\(day) has another value in line \(before.line): \(before.value)")
    }
}
