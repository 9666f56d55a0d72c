package import Kernel

/// A day as tables from outside write it (M-02). A month, quarter or year stands for its last day.
package enum PastedDay: Sendable, Hashable {
    case day(Day)
    /// `03/04/2026`: March or April.
    case ambiguous
    case unknown

    package init(_ text: String) {
        self = Self.readings.lazy.compactMap { $0(text) }.first ?? .unknown
    }

    private static let readings: [@Sendable (String) -> PastedDay?] = [
        numbered, monthed, quartered, slashed, worded, counted,
    ]

    /// `2026-09-30`, `2026/9/30`, `2026年9月30日`, `20260930`.
    private static func numbered(_ text: String) -> PastedDay? {
        if let match = text.wholeMatch(of: /(\d{4})[-\/.年](\d{1,2})[-\/.月](\d{1,2})日?(?:[ T]0?0:00(?::00)?)?/) {
            return day(match.1, match.2, match.3)
        }
        return text.wholeMatch(of: /((?:19|20)\d{2})(\d{2})(\d{2})/).flatMap { day($0.1, $0.2, $0.3) }
    }

    /// `2026-09`, `2026.9`, `2026年9月份`, `202609`, `2026`, `2026年`.
    private static func monthed(_ text: String) -> PastedDay? {
        if let match = text.wholeMatch(of: /(\d{4})[-\/.年](\d{1,2})(?:月份?)?/) { return end(match.1, Int(match.2)) }
        if let match = text.wholeMatch(of: /((?:19|20)\d{2})(\d{2})/) { return end(match.1, Int(match.2)) }
        return text.wholeMatch(of: /((?:19|20)\d{2})年?度?/).flatMap { end($0.1, 12) }
    }

    /// `2026Q3`, `Q3 2026`, `2026年第三季度`, `2026年3季度`.
    private static func quartered(_ text: String) -> PastedDay? {
        if let match = text.wholeMatch(of: /(\d{4})[ -]?[Qq]([1-4])/) {
            return end(match.1, Int(match.2).map { $0 * 3 })
        }
        if let match = text.wholeMatch(of: /[Qq]([1-4])[ -]?(\d{4})/) {
            return end(match.2, Int(match.1).map { $0 * 3 })
        }
        guard let match = text.wholeMatch(of: /(\d{4})年?第?([1-4一二三四])季度?/) else { return nil }
        let place = ["一": 1, "二": 2, "三": 3, "四": 4][String(match.2)] ?? Int(match.2)
        return end(match.1, place.map { $0 * 3 })
    }

    /// `30/09/2026`, `9/30/2026`; which is which must follow from the numbers.
    private static func slashed(_ text: String) -> PastedDay? {
        guard let match = text.wholeMatch(of: /(\d{1,2})[\/.-](\d{1,2})[\/.-](\d{4})/), let one = Int(match.1),
            let two = Int(match.2)
        else { return nil }
        if one <= 12, two <= 12, one != two { return .ambiguous }
        return one > 12 ? day(match.3, match.2, match.1) : day(match.3, match.1, match.2)
    }

    /// `Sep 2026`, `Sep-26`, `30 September 2026`, `Sep 30, 2026`.
    private static func worded(_ text: String) -> PastedDay? {
        if let match = text.wholeMatch(of: /([A-Za-z]{3,9})\.?[ -]'?(\d{2}|\d{4})/) {
            let year = match.2.count == 2 ? "20" + match.2 : String(match.2)
            return month(match.1).flatMap { end(Substring(year), $0) }
        }
        if let match = text.wholeMatch(of: /(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4})/) {
            return month(match.2).flatMap { day(match.3, Substring(String($0)), match.1) }
        }
        return text.wholeMatch(of: /([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})/).flatMap { match in
            month(match.1).flatMap { day(match.3, Substring(String($0)), match.2) }
        }
    }

    /// The number that spreadsheets keep for a day: 46295 is 30 September 2026.
    private static func counted(_ text: String) -> PastedDay? {
        guard let match = text.wholeMatch(of: /([2-7]\d{4})(?:\.0+)?/), let days = Int32(match.1) else { return nil }
        return .day(Day(daysSince1970: days - 25_569))
    }

    // MARK: Parts

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static func month(_ word: Substring) -> Int? {
        months.firstIndex(of: String(word.lowercased().prefix(3))).map { $0 + 1 }
    }

    private static func day(_ year: Substring, _ month: Substring, _ day: Substring) -> PastedDay? {
        Day("\(year)-\(padded(month))-\(padded(day))").map(PastedDay.day)
    }

    private static func end(_ year: Substring, _ month: Int?) -> PastedDay? {
        month.flatMap { Day("\(year)-\(padded(Substring(String($0))))-01") }
            .map { .day(Grain.month.advance($0, by: 1) - 1) }
    }

    private static func padded(_ number: Substring) -> String { number.count == 1 ? "0" + number : String(number) }
}
