import Kernel
import Planning
import Records

/// The marketing calendar (BR-06): festivals, solar terms, shopping days, launches, content and promotions in one place.
enum CalendarPages {
    static let path = "/plan/calendar"

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(
                path, .allowed(.view, .campaign),
                menu: MenuEntry(.plan, Text(zh: "营销日历", en: "Marketing calendar"), order: 19)
            ) { visit in .page(try await page(visit)) }
        ] + CalendarFeedPages.routes(app) + RhythmPages.routes(app)
    }

    private static func page(_ visit: Visit) async throws -> Page {
        let look = CalendarLook(visit)
        let reader = try RecordDesk.author(visit)
        let calendar = MarketingCalendar(visit.app.desk.records)
        let shown = try await calendar.items(in: look.period, for: reader).filter { look.kinds.contains($0.kind) }
        let warnings = try await calendar.warnings(on: look.today, for: reader)
        let entry = visit.app.desk.records.catalog.type("calendar_entry")
        let mayAdd = entry.map { reader.may(.edit, $0) } ?? false
        return Page(
            Text(zh: "营销日历", en: "Marketing calendar"), pretitle: Step.plan.name,
            lead: Text(
                zh: "节日、节气与购物节自动推算；活动、上市与内容来自各自的记录。",
                en:
                    "Festivals, solar terms and shopping days are computed; promotions, launches and content are your records."
            )
        ) {
            CalendarWarningPart(warnings: warnings, today: look.today, mayAdd: mayAdd).html
            toolbar(look, visit)
            legend(look, visit)
            switch look.grain {
            case .year: CalendarYearPart(look: look, items: shown, visit: visit).html
            case .quarter: CalendarQuarterPart(look: look, items: shown).html
            default: CalendarMonthPart(look: look, items: shown, mayAdd: mayAdd).html
            }
        }.actions {
            CalendarFeedPages.menu(visit)
            a(.class("btn"), .href(RhythmPages.path)) {
                icon("activity")
                RhythmPages.title
            }
            if let entry, mayAdd {
                a(
                    .class("btn btn-primary"),
                    .href(RecordDesk.path(entry) + "/new?starts_on=\(max(look.today, look.period.start))"),
                    .attribute("data-shortcut", "n")
                ) {
                    icon("plus")
                    Text(zh: "新建条目", en: "New entry")
                }
            }
        }.footnote(
            Text(zh: "农历与节气按北京时间推算；其余日期按公司时区：", en: "Lunar days and solar terms by Beijing time, all other days in ")
                + Text(verbatim: visit.app.zone.identifier))
    }

    private static func toolbar(_ look: CalendarLook, _ visit: Visit) -> HTML {
        func address(_ day: Day) -> String { visit.address(setting: "on", to: day.description) }
        let views: [(Grain, Text)] = [
            (.month, Text(zh: "月", en: "Month")), (.quarter, Text(zh: "季度", en: "Quarter")),
            (.year, Text(zh: "年", en: "Year")),
        ]
        return div(.class("calendar-bar")) {
            div(.class("month-head")) {
                a(
                    .class("btn btn-icon"), .href(address(look.grain.advance(look.period.start, by: -1))),
                    .label(Text(zh: "往前", en: "Earlier"))
                ) { icon("chevron-left") }
                h2 { look.title }
                a(
                    .class("btn btn-icon"), .href(address(look.period.end)), .label(Text(zh: "往后", en: "Later"))
                ) { icon("chevron-right") }
                if !look.period.contains(look.today) {
                    a(.class("btn"), .href(visit.address(setting: "on", to: nil))) { Text(zh: "今天", en: "Today") }
                }
            }
            tabs(
                views.map { ($0.1, visit.address(setting: "view", to: $0.0.rawValue), $0.0 == look.grain) },
                label: Text(zh: "视图", en: "Views"))
        }
    }

    /// What the colours mean; each is also a way to see only that.
    private static func legend(_ look: CalendarLook, _ visit: Visit) -> HTML {
        let isAll = look.kinds.count == CalendarItem.Kind.allCases.count
        return nav(.class("chip-row"), .label(Text(zh: "只看某类", en: "Show one kind"))) {
            a(.class("chip chip-view"), .href(visit.address(setting: "kind", to: nil)), .current(isAll)) {
                Text(zh: "全部", en: "All")
            }
            for kind in CalendarItem.Kind.allCases {
                a(
                    .class("chip chip-view"), .href(visit.address(setting: "kind", to: kind.rawValue)),
                    .current(!isAll && look.kinds.contains(kind))
                ) {
                    span(.class("kind-dot kind-\(kind.rawValue)"), .ariaHidden) {}
                    kind.name
                }
            }
        }
    }

    static func entryPath(_ item: CalendarItem) -> String? { item.record.map(RecordDesk.path) }

    /// A form for an entry that is planned for an occasion.
    static func plan(_ item: CalendarItem) -> String {
        let values = FieldValues([
            ("title", item.title.zh), ("kind", item.kind == .shopping ? "shopping" : "festival"),
            ("starts_on", item.first.description), ("ends_on", item.last.description),
            ("lead_days", String(item.leadDays)),
        ])
        return "/plan/records/calendar_entry/new?" + values.encoded
    }
}
