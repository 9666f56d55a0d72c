import Kernel
import Planning

/// The whole chart as one SVG that needs no style sheet: for documents and slides.
struct GanttImage {
    let plans: [(schedule: PlanSchedule, baseline: Baseline?)]
    let today: Day
    let language: Language

    private static let left = 300.0
    private static let row = 24.0
    private static let head = 40.0

    private var first: Day {
        let starts = plans.compactMap(\.schedule.starts).min() ?? today
        return Grain.month.start(of: min(starts, today) - 3)
    }
    private var last: Day {
        max(
            plans.compactMap { $0.schedule.expectedEnd }.max() ?? today,
            plans.compactMap(\.schedule.ends).max() ?? today) + 10
    }

    /// Wide enough to read, never wider than what pictures can be.
    private var perDay: Double { min(16, max(0.5, 2400 / Double(max(1, last - first)))) }

    private func x(_ day: Day) -> Double { Self.left + Double(day - first) * perDay }

    var svg: String {
        let rows = plans.reduce(0) { $0 + $1.schedule.tasks.count + 1 }
        let width = x(last) + 20
        let height = Self.head + Double(rows) * Self.row + 10
        var out = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" \
            viewBox="0 0 \(number(width)) \(number(height))" font-family="Inter, 'PingFang SC', 'Microsoft YaHei', \
            'Noto Sans CJK SC', sans-serif" font-size="12"><rect width="100%" height="100%" fill="#ffffff"/>
            """
        out += grid(height)
        var y = Self.head
        for (schedule, baseline) in plans {
            out += label(schedule.plan.title, 8, y, bold: true)
            y += Self.row
            for task in schedule.tasks {
                out += label(task.task.title, 16 + Double(min(task.depth, 8)) * 14, y)
                out += bar(task, baseline?.spans[task.task.number], y)
                y += Self.row
            }
        }
        let now = number(x(today))
        return out
            + "<line x1=\"\(now)\" x2=\"\(now)\" y1=\"20\" y2=\"\(number(height))\" stroke=\"#b02a1f\" stroke-dasharray=\"4 3\"/></svg>\n"
    }

    private func grid(_ height: Double) -> String {
        var out = ""
        var month = first
        let step = perDay * 30 < 40 ? 3 : 1
        while month <= last {
            let at = number(x(month))
            out += "<line x1=\"\(at)\" x2=\"\(at)\" y1=\"24\" y2=\"\(number(height))\" stroke=\"#e3e6eb\"/>"
            out +=
                "<text x=\"\(number(x(month) + 3))\" y=\"18\" fill=\"#505c6a\" font-size=\"11\">\(month.description.prefix(7))</text>"
            month = month.adding(months: step)
        }
        return out
    }

    private func bar(_ scheduled: TimedTask, _ base: Baseline.Span?, _ y: Double) -> String {
        let from = x(scheduled.starts)
        let width = max(2, Double(scheduled.ends - scheduled.starts + 1) * perDay)
        let colour = scheduled.isCritical ? "#b0562a" : "#2563a8"
        var out = ""
        if let base {
            out += rect(x(base.starts), y + 18, max(2, Double(base.ends - base.starts + 1) * perDay), 3, "#9aa5b1")
        }
        if scheduled.task.isMilestone {
            let middle = from + perDay / 2
            return out
                + "<path d=\"M\(number(middle)) \(number(y + 4))l7 7l-7 7l-7 -7z\" fill=\"\(scheduled.isCritical ? "#b0562a" : "#17212c")\"/>"
        }
        if scheduled.isGroup { return out + rect(from, y + 8, width, 6, "#505c6a") }
        out +=
            rect(from, y + 5, width, 12, colour, opacity: 0.35)
            + rect(from, y + 5, width * scheduled.progress, 12, colour)
        if scheduled.expectedEnd > scheduled.ends {
            out += rect(from + width, y + 9, Double(scheduled.expectedEnd - scheduled.ends) * perDay, 4, "#b02a1f")
        }
        return out
    }

    private func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: String, opacity: Double = 1)
        -> String
    {
        "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\" rx=\"2\" fill=\"\(fill)\""
            + (opacity < 1 ? " fill-opacity=\"\(opacity)\"" : "") + "/>"
    }

    private func label(_ text: String, _ x: Double, _ y: Double, bold: Bool = false) -> String {
        let room = Int((Self.left - x) / 12)
        let short = text.count > room * 2 ? String(text.prefix(room * 2 - 1)) + "…" : text
        let shown =
            short.unicodeScalars.contains { $0.value > 0x2E80 } && short.count > room
            ? String(short.prefix(room - 1)) + "…" : short
        return
            "<text x=\"\(number(x))\" y=\"\(number(y + 15))\" fill=\"#17212c\"\(bold ? " font-weight=\"600\"" : "")>\(Self.escaped(shown))</text>"
    }

    static func escaped(_ text: String) -> String {
        var out = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case _ where character.value < 32: out += " "
            default: out.unicodeScalars.append(character)
            }
        }
        return out
    }

    private func number(_ value: Double) -> String { Figure.plainDecimal(value) }
}
