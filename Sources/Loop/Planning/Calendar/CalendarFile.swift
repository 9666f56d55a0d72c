package import Kernel
import Records

/// The calendar as an iCalendar file (RFC 5545): whole days, CRLF, lines of at most 75 octets.
package struct CalendarFile: Sendable {
    package let name: Text
    package let items: [CalendarItem]
    package let language: Language
    package let madeAt: Instant
    /// Where the pages are, such as `https://marketing.example.com`; entries lead to their records.
    package let origin: String?

    package init(
        _ name: Text, _ items: [CalendarItem], in language: Language, at madeAt: Instant, origin: String? = nil
    ) {
        self.name = name
        self.items = items
        self.language = language
        self.madeAt = madeAt
        self.origin = origin
    }

    package var text: String {
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Yunchou//Marketing calendar//ZH", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "NAME:" + Self.escaped(name[language]), "X-WR-CALNAME:" + Self.escaped(name[language]),
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        ]
        return (head + items.flatMap(event) + ["END:VCALENDAR"]).map(Self.folded).joined()
    }

    private func event(_ item: CalendarItem) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(item.id.lowercased())@yunchou", "DTSTAMP:\(Self.moment(madeAt))",
            "DTSTART;VALUE=DATE:\(Self.day(item.first))", "DTEND;VALUE=DATE:\(Self.day(item.last + 1))",
            "SUMMARY:" + Self.escaped(item.title[language]),
            "CATEGORIES:" + Self.escaped(item.kind.name[language]), "TRANSP:TRANSPARENT",
        ]
        if let record = item.record {
            lines.append("SEQUENCE:\(record.version - 1)")
            lines.append("LAST-MODIFIED:\(Self.moment(record.changedAt))")
            lines.append("STATUS:\(item.stage == .waiting ? "TENTATIVE" : "CONFIRMED")")
            if let preparation = record.text("preparation") { lines.append("DESCRIPTION:" + Self.escaped(preparation)) }
            if let origin { lines.append("URL:\(origin)/plan/records/\(record.type.id)/\(record.number)") }
            if item.leadDays > 0, item.stage == .waiting { lines += alarm(item) }
        }
        return lines + ["END:VEVENT"]
    }

    /// Reminds on the day on which preparation has to begin.
    private func alarm(_ item: CalendarItem) -> [String] {
        let begin = Text(zh: "开始准备：", en: "Begin to prepare: ") + item.title
        return [
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P\(item.leadDays)D",
            "DESCRIPTION:" + Self.escaped(begin[language]), "END:VALARM",
        ]
    }

    private static func day(_ day: Day) -> String { day.description.replacing("-", with: "") }

    private static func moment(_ instant: Instant) -> String {
        instant.iso8601.prefix(19).replacing("-", with: "").replacing(":", with: "") + "Z"
    }

    /// RFC 5545 §3.3.11: backslash, semicolon, comma and line breaks in texts; other control characters have no place there.
    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": out.append(contentsOf: ["\\", scalar])
            case "\n": out.append(contentsOf: ["\\", "n"])
            default: if scalar.value >= 32, scalar.value != 127 { out.append(scalar) }
            }
        }
        return String(out)
    }

    /// RFC 5545 §3.1: at most 75 octets a line, never cut within a character; what goes on begins with a space.
    static func folded(_ line: String) -> String {
        var folded = ""
        var octets = 0
        for character in line.unicodeScalars {
            let size = UTF8.width(character)
            if octets + size > 75 {
                folded += "\r\n "
                octets = 1
            }
            folded.unicodeScalars.append(character)
            octets += size
        }
        return folded + "\r\n"
    }
}

extension CalendarItem.Kind {
    package var name: Text {
        switch self {
        case .festival: Text(zh: "节日", en: "Festivals")
        case .shopping: Text(zh: "购物节", en: "Shopping days")
        case .solarTerm: Text(zh: "节气", en: "Solar terms")
        case .topic: Text(zh: "热点", en: "Topics")
        case .launch: Text(zh: "上市", en: "Launches")
        case .promotion: Text(zh: "促销", en: "Promotions")
        case .content: Text(zh: "内容", en: "Content")
        }
    }
}
