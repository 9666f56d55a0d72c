import Kernel
import Planning

/// Plans as an iCalendar file (RFC 5545): all-day events, so that no zone moves them; milestones and groups too.
struct WorkICalendar {
    let schedules: [PlanSchedule]
    let stamp: Instant
    let language: Language

    var text: String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Yunchou//Work//ZH", "CALSCALE:GREGORIAN"]
        for schedule in schedules {
            for task in schedule.leaves { lines += event(task, schedule.plan) }
        }
        lines.append("END:VCALENDAR")
        return lines.map(Self.folded).joined(separator: "\r\n") + "\r\n"
    }

    private func event(_ scheduled: TimedTask, _ plan: WorkPlan) -> [String] {
        let task = scheduled.task
        let about = Text(
            zh: "\(plan.title)\n负责人：\(task.ownerName)\n进度：\(Int((scheduled.progress * 100).rounded()))%",
            en: "\(plan.title)\nOwner: \(task.ownerName)\nProgress: \(Int((scheduled.progress * 100).rounded()))%")
        return [
            "BEGIN:VEVENT", "UID:\(task.code.lowercased())@yunchou", "DTSTAMP:\(Self.moment(stamp))",
            "DTSTART;VALUE=DATE:\(Self.basic(scheduled.starts))",
            // The end of an all-day event is the first day that it does not hold.
            "DTEND;VALUE=DATE:\(Self.basic(scheduled.ends + 1))",
            "SEQUENCE:\(task.version)", "SUMMARY:\(Self.escaped((task.isMilestone ? "◆ " : "") + task.title))",
            "DESCRIPTION:\(Self.escaped(about[language]))", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    private static func basic(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    private static func moment(_ instant: Instant) -> String {
        instant.iso8601.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    /// RFC 5545, 3.3.11.
    static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "\\", ";", ",": out += "\\\(character)"
            case _ where character.isNewline: out += "\\n"
            default: out.append(character)
            }
        }
        return out
    }

    /// RFC 5545, 3.1: no line is longer than 75 octets; a line goes on after a blank. Characters are never cut.
    static func folded(_ line: String) -> String {
        var out = ""
        var octets = 0
        for character in line {
            let size = String(character).utf8.count
            if octets + size > 75 {
                out += "\r\n "
                octets = 1
            }
            out.append(character)
            octets += size
        }
        return out
    }
}
