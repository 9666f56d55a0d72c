import Kernel
import Planning
import Records

/// A quarter as lanes of bars, one lane a kind, with the time of preparation before each bar.
struct CalendarQuarterPart {
    let look: CalendarLook
    let items: [CalendarItem]

    private static let width = 1000.0
    private static let left = 72.0
    private static let row = 24.0
    private static let letters = 12.0

    /// A lane: its name and its items by row, so that none covers another.
    private struct Lane {
        let kind: CalendarItem.Kind
        var rows: [[CalendarItem]] = []
        var height: Double { Double(max(1, rows.count)) * CalendarQuarterPart.row + 10 }
    }

    var html: HTML {
        let lanes = lanes
        let height = lanes.reduce(30) { $0 + $1.height }
        return card(flush: true) {
            div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(look.title)) {
                svg(
                    .class("calendar-lanes"), .attribute("viewBox", "0 0 1000 \(Int(height))"), .role("group"),
                    .label(look.title)
                ) {
                    months(height)
                    drawn(lanes)
                    todayLine(height)
                }
            }
        }
    }

    /// What people plan keeps its lane even while it is empty.
    private var lanes: [Lane] {
        CalendarItem.Kind.allCases.filter(look.kinds.contains).map { kind in
            var lane = Lane(kind: kind)
            for item in items where item.kind == kind && item.touches(look.period) { place(item, in: &lane) }
            return lane
        }.filter { !$0.rows.isEmpty || [.launch, .promotion, .content].contains($0.kind) }
    }

    private func place(_ item: CalendarItem, in lane: inout Lane) {
        let free = lane.rows.firstIndex { row in
            row.allSatisfy { end($0) < start(item) || end(item) < start($0) }
        }
        if let free { lane.rows[free].append(item) } else { lane.rows.append([item]) }
    }

    private func drawn(_ lanes: [Lane]) -> HTML {
        var top = 30.0
        var drawn = HTML()
        for lane in lanes {
            drawn = drawn + Shape.text("lane-name", 10, top + 16) { lane.kind.name }
            for (place, row) in lane.rows.enumerated() {
                for item in row { drawn = drawn + bar(item, top + Double(place) * Self.row) }
            }
            top += lane.height
            drawn = drawn + Shape.line("rule", 0, top - 5, Self.width, top - 5)
        }
        return drawn
    }

    private func x(_ day: Day) -> Double {
        let share = Double(day - look.period.start) / Double(look.period.dayCount)
        return Self.left + min(max(share, 0), 1) * (Self.width - Self.left - 6)
    }

    private func barWidth(_ item: CalendarItem) -> Double { max(8, x(item.last + 1) - x(item.first) - 1) }

    private func isWide(_ item: CalendarItem) -> Bool {
        barWidth(item) >= Shape.width(item.title, size: Self.letters) + 10
    }

    private func start(_ item: CalendarItem) -> Double { x(showsLead(item) ? item.prepareFrom : item.first) }

    private func end(_ item: CalendarItem) -> Double {
        x(item.first) + barWidth(item) + (isWide(item) ? 4 : Shape.width(item.title, size: Self.letters) + 12)
    }

    private func showsLead(_ item: CalendarItem) -> Bool { item.record != nil && item.leadDays > 0 }

    private func bar(_ item: CalendarItem, _ top: Double) -> HTML {
        let (from, width) = (x(item.first), barWidth(item))
        let prepare = x(item.prepareFrom)
        // At the right edge there is no room beside the bar.
        let turns = !isWide(item) && end(item) > Self.width
        let drawn = HTML {
            if showsLead(item), prepare < from { Shape.rect("lead", prepare, top + 9, from - prepare, 4, round: 2) }
            Shape.rect(isWide(item) ? "bar" : "bar short", from, top + 2, width, 18, round: 4)
            if turns {
                Shape.text("bar-name", from - 5, top + 15, anchor: "end") { item.title }
            } else {
                Shape.text("bar-name", from + (isWide(item) ? 6 : width + 5), top + 15) { item.title }
            }
            element("title", []) { about(item) }
        }
        let style = Attribute.class("kind-\(item.kind.rawValue)")
        guard let address = CalendarPages.entryPath(item) else { return element("g", [style], { drawn }) }
        return element("a", [style, .href(address)]) { drawn }
    }

    private func about(_ item: CalendarItem) -> Text {
        let days = item.first == item.last ? "\(item.first)" : "\(item.first) – \(item.last)"
        let code = item.record.map { "\($0.code) " } ?? ""
        let named = Text(verbatim: code) + item.title + Text(verbatim: "  \(days)")
        return showsLead(item)
            ? named + Text(zh: "，\(item.prepareFrom) 起准备", en: ", prepare from \(item.prepareFrom)") : named
    }

    private func months(_ height: Double) -> HTML {
        var drawn = HTML()
        for place in 0..<3 {
            let month = look.period.start.adding(months: place)
            drawn = drawn + Shape.line("rule", x(month), 20, x(month), height)
            drawn = drawn + Shape.text("tick", x(month) + 4, 15) { CalendarLook.month(month) }
        }
        return drawn
    }

    private func todayLine(_ height: Double) -> HTML {
        guard look.period.contains(look.today) else { return HTML() }
        return HTML {
            Shape.line("today-line", x(look.today), 20, x(look.today), height)
            Shape.text("today-name", x(look.today) + 3, 26) { Text(zh: "今天", en: "today") }
        }
    }
}
