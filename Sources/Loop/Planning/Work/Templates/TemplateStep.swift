import Kernel

/// One line of an SOP template: `T−14 选品与价格确认`, `T-14 | Products agreed | product`, `0.5 小时 停投放`, `24:00 measures`.
package struct TemplateStep: Sendable, Hashable {
    /// Days from the campaign's day: negative before it.
    package let offset: Int
    package let title: String
    /// As it is written, when it is.
    package let department: String?

    init?(_ line: some StringProtocol) {
        let parts = line.split(separator: "|", maxSplits: 2).map { Self.trimmed($0) }
        guard let head = parts.first, let (offset, rest) = Self.moment(head) else { return nil }
        let title = rest.isEmpty ? (parts.count > 1 ? parts[1] : "") : rest
        guard !title.isEmpty else { return nil }
        self.offset = offset
        self.title = title
        let named = rest.isEmpty ? parts.dropFirst(2).first : parts.dropFirst().first
        department = named.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Lines that can be read, in order of their days.
    package static func steps(_ text: String) -> [TemplateStep] {
        let read = text.split(whereSeparator: \.isNewline).compactMap { TemplateStep($0) }
        return read.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
            .map(\.element)
    }

    private static func moment(_ text: String) -> (Int, String)? {
        var rest = text[...]
        if rest.first == "T" || rest.first == "t" {
            rest = rest.dropFirst()
            var sign = 1
            if let mark = rest.first, "-−－–+＋".contains(mark) {
                sign = "+＋".contains(mark) ? 1 : -1
                rest = rest.dropFirst()
            }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let days = Int(digits), days <= 730 else { return nil }
            return (sign * days, trimmed(rest.dropFirst(digits.count)))
        }
        return hours(rest)
    }

    /// `0.5 小时 …`, `24 hours …`, `0:30 …`
    private static func hours(_ text: Substring) -> (Int, String)? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ":") }
        let rest = trimmed(text.dropFirst(digits.count))
        let clock = digits.split(separator: ":")
        guard let hours = Double(clock.first ?? ""), hours < 10_000 else { return nil }
        if clock.count == 2 { return (Int(hours / 24), rest) }
        for unit in ["小时", "hours", "hour", "h"] where rest.hasPrefix(unit) {
            return (Int(hours / 24), trimmed(rest.dropFirst(unit.count)))
        }
        return nil
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
