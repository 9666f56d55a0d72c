import Kernel
import Records

/// Records as a board, a month, bars over time, a matrix, or drawn as quadrants, a spider or a radar.
struct RecordViews {
    let desk: RecordDesk
    let type: RecordType
    let visit: Visit
    let reader: RecordAuthor

    /// How a view is called in addresses and tabs. Of several boards or matrices of one type, each says by which field.
    static func name(_ view: RecordView, of type: RecordType) -> (id: String, name: Text) {
        let (id, name, field) = kind(view)
        let isOnly = type.views.count { kind($0).id == id } == 1
        guard !isOnly, let field = field.flatMap(type.field) else { return (id, name) }
        return (id + "-" + field.id, name + Text(verbatim: " · ") + field.name)
    }

    private static func kind(_ view: RecordView) -> (id: String, name: Text, field: String?) {
        switch view {
        case .board(let field): ("board", Text(zh: "看板", en: "Board"), field)
        case .calendar(let day): ("calendar", Text(zh: "日历", en: "Calendar"), day)
        case .timeline(let from, _): ("timeline", Text(zh: "时间轴", en: "Timeline"), from)
        case .matrix(let across, _): ("matrix", Text(zh: "矩阵", en: "Matrix"), across)
        case .quadrants(let field, _, _): ("quadrants", Text(zh: "四象限", en: "Quadrants"), field)
        case .spider: ("spider", Text(zh: "雷达图", en: "Spider"), nil)
        case .radar(let rings, _, _, _): ("radar", Text(zh: "趋势雷达", en: "Radar"), rings)
        }
    }

    /// A view shows at most so many records; the list shows all.
    static let most = 500

    func html(_ view: RecordView, _ slice: RecordSlice) -> HTML {
        HTML {
            switch view {
            case .board(let field): board(slice.records, by: field)
            case .calendar(let day): calendar(slice.records, on: day)
            case .timeline(let from, let to): timeline(slice.records, from, to)
            case .matrix(let across, let down): matrix(slice.records, across, down)
            case .quadrants(let field, let weight, let tone):
                RecordQuadrants(type: type, records: slice.records, field: field, weight: weight, tone: tone).html
            case .spider(let fields, let total, let isReversed):
                RecordSpider(type: type, records: slice.records, fields: fields, total: total, isReversed: isReversed)
                    .html
            case .radar(let rings, let sectors, let weight, let tone):
                RecordRadar(
                    type: type, records: slice.records, rings: rings, sectors: sectors, weight: weight, tone: tone
                ).html
            }
            if slice.total > slice.records.count {
                notice(
                    .warning,
                    Text(
                        zh: "共 \(slice.total) 条，此处显示前 \(slice.records.count) 条。请用筛选缩小范围，或切换到列表。",
                        en:
                            "There are \(slice.total); the first \(slice.records.count) are shown. Filter, or use the list."
                    ))
            }
        }
    }

    // MARK: Board

    private static func columns(_ type: RecordType, _ field: String?) -> [(id: String, name: Text)] {
        guard let field = field.flatMap({ type.field($0) }) else { return type.states.states.map { ($0.id, $0.name) } }
        return field.kind.choiceList.map { ($0.id, $0.name) }
    }

    private func board(_ records: [Record], by field: String?) -> HTML {
        let columns = Self.columns(type, field)
        let groups = Dictionary(grouping: records) { record in
            guard let field else { return record.state }
            return if case .text(let code) = record[field] { code } else { "" }
        }
        let rest = groups[""] ?? []
        return HTML {
            div(
                .class("board-columns"), .attribute("tabindex", "0"), .role("region"), .label(type.name),
                .attribute("data-board", "board"), .attribute("data-field", field ?? "")
            ) {
                for (id, name) in columns + (rest.isEmpty ? [] : [("", Text(zh: "未填写", en: "Empty"))]) {
                    section(.class("board-column"), .attribute("data-drop", id)) {
                        header {
                            h2 { name }
                            span(.class("quiet num"), .attribute("data-count", "")) { (groups[id] ?? []).count }
                        }
                        for record in groups[id] ?? [] { tile(record, field) }
                    }
                }
            }
            p(.class("field-help d-print-none")) {
                Text(
                    zh: "把卡片拖到另一列即可移动；用键盘时，在卡片的“移动…”中选择。",
                    en: "Drag a card to another column, or choose under “Move…” on the card with the keyboard.")
            }
        }
    }

    func tile(_ record: Record, _ field: String?) -> HTML {
        article(
            .class("board-tile"), .attribute("data-path", RecordDesk.path(record)),
            .attribute("data-version", String(record.version)),
            .attribute("draggable", "true").when(isMovable(record, field))
        ) {
            a(.href(RecordDesk.path(record)), .attribute("draggable", "false")) { record.title }
            div(.class("board-tile-foot")) {
                span(.class("quiet num")) { record.code }
                if isMovable(record, field) { mover(record, field) }
            }
        }
    }

    private func isMovable(_ record: Record, _ field: String?) -> Bool {
        if record.archivedAt != nil { return false }
        guard let field = field.flatMap({ type.field($0) }) else { return !moves(record).isEmpty }
        return reader.may(.edit, type, field) && !record.isLocked
    }

    private func moves(_ record: Record) -> [StateMove] {
        type.states.moves(from: record.state).filter { reader.may($0.needsApproval ? .edit : $0.action, type) }
    }

    /// Moves a tile without a mouse: the next column as a choice. A step that asks for more leads to a page that asks.
    private func mover(_ record: Record, _ field: String?) -> HTML {
        let targets: [(String, Text)] =
            field == nil
            ? moves(record).map { move in
                (move.id, move.needsApproval ? move.name + Text(zh: "（须审批）", en: " (needs approval)") : move.name)
            } : Self.columns(type, field).map { ($0.id, $0.name) }
        return postForm(RecordDesk.path(record) + "/place", .class("board-mover"), .attribute("data-auto", "1")) {
            input(.type("hidden"), .name("version"), .value(String(record.version)))
            input(.type("hidden"), .name("field"), .value(field ?? ""))
            select(.class("form-select"), .name("to"), .label(Text(zh: "移动 \(record.code)", en: "Move \(record.code)")))
            {
                option(.value("")) { Text(zh: "移动…", en: "Move…") }
                for (id, name) in targets { option(.value(id)) { name } }
            }
        }
    }

    // MARK: Calendar

    private func day(_ record: Record, _ field: String) -> Day? {
        if case .day(let day) = record[field] { day } else { nil }
    }

    private func calendar(_ records: [Record], on field: String) -> HTML {
        let today = visit.app.zone.day(of: visit.app.clock.now())
        let chosen = Day(visit.query.text("month") + "-01") ?? today
        let first = chosen - (chosen.dayOfMonth - 1)
        let start = first - first.weekday
        let weeks = (Day.length(ofMonth: first.month, year: first.year) + first.weekday + 6) / 7
        let byDay = Dictionary(grouping: records.filter { day($0, field) != nil }) { day($0, field) ?? today }
        return div(
            .class("stack-tight"), .attribute("data-board", "calendar"), .attribute("data-field", field)
        ) {
            monthPicker(first)
            div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(type.name)) {
                Web.table(.class("month-grid")) {
                    HTMLTags.caption { type.name }
                    thead { tr { for name in Self.weekdays { th(.scope("col")) { name } } } }
                    tbody {
                        for week in 0..<weeks {
                            tr {
                                for place in 0..<7 {
                                    let day = start + week * 7 + place
                                    td(
                                        .class(
                                            day.month == first.month ? (day == today ? "today" : "") : "other-month"),
                                        .attribute("data-drop", day.description)
                                    ) {
                                        span(.class("num")) { day.dayOfMonth }
                                        for record in byDay[day] ?? [] { entry(record, field) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// One on its day; dragged to another, it changes the date.
    func entry(_ record: Record, _ field: String) -> HTML {
        let may = type.field(field).map { reader.may(.edit, type, $0) } ?? false
        return a(
            .class("month-entry"), .href(RecordDesk.path(record)), .attribute("data-path", RecordDesk.path(record)),
            .attribute("data-version", String(record.version)),
            .attribute("draggable", "true").when(may && !record.isLocked)
        ) { record.title }
    }

    private static let weekdays = zip(
        ["一", "二", "三", "四", "五", "六", "日"], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    )
    .map { Text(zh: "周" + $0, en: $1) }

    private func monthPicker(_ first: Day) -> HTML {
        func address(_ day: Day) -> String { visit.address(setting: "month", to: String(day.description.prefix(7))) }
        return div(.class("month-head")) {
            a(.class("btn btn-icon"), .href(address(first - 1)), .label(Text(zh: "上个月", en: "Previous month"))) {
                icon("chevron-left")
            }
            strong(.class("num")) {
                Text(zh: "\(first.year) 年 \(first.month) 月", en: "\(first.year)-\(padded(first.month, 2))")
            }
            a(.class("btn btn-icon"), .href(address(first + 31)), .label(Text(zh: "下个月", en: "Next month"))) {
                icon("chevron-right")
            }
        }
    }

    // MARK: Timeline

    private func timeline(_ records: [Record], _ from: String, _ to: String) -> HTML {
        let bars = records.compactMap { record in
            day(record, from).map { (record: record, from: $0, to: max(day(record, to) ?? $0, $0)) }
        }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        guard let start = bars.map(\.from).min(), let end = bars.map(\.to).max() else {
            return emptyState(
                "calendar", Text(zh: "还没有带日期的记录", en: "Nothing has dates yet"),
                Text(zh: "填写起止日期后即可在此查看。", en: "Give records dates to see them here."))
        }
        let span = Double(max(1, end - start + 1))
        let height = bars.count * 30 + 28
        return div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(type.name)) {
            svg(.class("timeline"), .attribute("viewBox", "0 0 1000 \(height)"), .role("group"), .label(type.name)) {
                for month in Self.months(start, end) {
                    let x = Self.place(month, start, span)
                    element(
                        "line",
                        [
                            .class("rule"), .attribute("x1", x), .attribute("x2", x), .attribute("y1", "20"),
                            .attribute("y2", String(height)),
                        ])
                    element("text", [.class("tick"), .attribute("x", x), .attribute("y", "14")]) {
                        String(month.description.prefix(7))
                    }
                }
                for (row, bar) in bars.enumerated() { self.bar(bar, row, start, span) }
            }
        }
    }

    private func bar(_ bar: (record: Record, from: Day, to: Day), _ row: Int, _ start: Day, _ span: Double) -> HTML {
        let x = Self.place(bar.from, start, span)
        let width = max(6, Double(bar.to - bar.from + 1) / span * 980)
        let y = row * 30 + 26
        // A name begins in its bar; near the right edge it ends before it.
        let left = 10 + Double(bar.from - start) / span * 980
        let isLate = left > 800
        let nameX = Figure.plainDecimal(isLate ? left - 6 : left + 8)
        return element("a", [.href(RecordDesk.path(bar.record))]) {
            element(
                "rect",
                [
                    .class("bar"), .attribute("x", x), .attribute("y", y),
                    .attribute("width", Figure.plainDecimal(width)), .attribute("height", 22), .attribute("rx", 5),
                ])
            element(
                "text",
                [.class(isLate ? "bar-name before" : "bar-name"), .attribute("x", nameX), .attribute("y", y + 15)]
            ) { bar.record.title }
            element("title", []) { "\(bar.record.code) \(bar.record.title)  \(bar.from) – \(bar.to)" }
        }
    }

    private static func place(_ day: Day, _ start: Day, _ span: Double) -> String {
        Figure.plainDecimal(10 + Double(day - start) / span * 980)
    }

    private static func months(_ start: Day, _ end: Day) -> [Day] {
        var months: [Day] = []
        var month = (start - (start.dayOfMonth - 1)).adding(months: start.dayOfMonth == 1 ? 0 : 1)
        let step = max(1, (end - start) / 360)
        while month <= end {
            months.append(month)
            month = month.adding(months: step)
        }
        return months
    }

    // MARK: Matrix

    private func matrix(_ records: [Record], _ across: String, _ down: String) -> HTML {
        guard let x = type.field(across), let y = type.field(down) else { return HTML() }
        let cells = Dictionary(grouping: records) { [Self.code($0, across), Self.code($0, down)] }
        return div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(type.name)) {
            Web.table(.class("matrix-grid")) {
                HTMLTags.caption { type.name }
                thead {
                    tr {
                        th(.scope("col")) { y.name + Text(verbatim: " ＼ ") + x.name }
                        for step in Self.steps(x) { th(.scope("col")) { step.name } }
                    }
                }
                tbody {
                    for row in Self.steps(y).reversed() {
                        tr {
                            th(.scope("row")) { row.name }
                            for column in Self.steps(x) {
                                td {
                                    for record in cells[[column.id, row.id]] ?? [] {
                                        a(.class("month-entry"), .href(RecordDesk.path(record))) { record.title }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func steps(_ field: RecordField) -> [(id: String, name: Text)] {
        if case .scale(let range) = field.kind { return range.map { (String($0), Text(verbatim: String($0))) } }
        return field.kind.choiceList.map { ($0.id, $0.name) }
    }

    private static func code(_ record: Record, _ field: String) -> String {
        switch record[field] {
        case .text(let code): code
        case .whole(let step): String(step)
        default: ""
        }
    }
}

extension Figure {
    /// `12.5`, with a point and no grouping: for coordinates.
    static func plainDecimal(_ number: Double) -> String { String((number * 10).rounded() / 10) }
}
