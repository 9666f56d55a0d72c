import Kernel
import Planning
import Records

/// What waits for the person who is signed in, on one page; the bell on every page counts it.
enum TodayPages {
    static let path = "/today"
    static let title = Text(zh: "我的待办", en: "Waiting for me")

    static func routes(_ app: AppContext) -> [Route] {
        [.get(path, .signedIn, menu: MenuEntry(.overview, title, order: 90)) { visit in .page(try await page(visit)) }]
    }

    /// Nothing for kinds of records that this program does not have.
    static func duties(_ app: AppContext, _ reader: RecordAuthor) async throws -> [Duty] {
        guard app.desk.records.catalog.type("handbook_version") != nil else { return [] }
        return try await DutyStore(app.desk.records, zone: app.zone).duties(for: reader)
    }

    private static func page(_ visit: Visit) async throws -> Page {
        let duties = try await duties(visit.app, RecordDesk.author(visit))
        let now = visit.app.clock.now()
        return Page(
            title, pretitle: Step.overview.name,
            lead: Text(
                zh: "等您审批、处置、阅读的事项，最紧急的在前；处理完即消失。",
                en: "What waits for your decision, action or reading, the most pressing first; it goes when it is done."
            )
        ) {
            div(.class("stack")) {
                if duties.isEmpty {
                    card {
                        emptyState(
                            "circle-check", Text(zh: "没有等您处理的事项", en: "Nothing waits for you"),
                            Text(
                                zh: "待审批、预警的风险、处置中的事件与待读的手册会出现在这里。",
                                en: "Approvals, risks that warn, open incidents and handbooks to read appear here."))
                    }
                }
                for kind in Duty.Kind.allCases {
                    let own = duties.filter { $0.kind == kind }
                    if !own.isEmpty {
                        card(name(kind) + Text(zh: "（\(own.count)）", en: " (\(own.count))")) {
                            ul(.class("plain-list")) { for duty in own { row(duty, now, visit.app.zone) } }
                        }
                    }
                }
            }
        }
        .footnote(Text(zh: "时区：\(visit.app.zone.identifier)", en: "Time zone: \(visit.app.zone.identifier)"))
    }

    private static func row(_ duty: Duty, _ now: Instant, _ zone: BusinessZone) -> HTML {
        li {
            a(.class("record-link"), .href(link(duty))) {
                span(.class("record-code")) { duty.code }
                duty.title
            }
            if let due = duty.due {
                if duty.isLate(at: now) {
                    badge(Text(zh: "已逾期", en: "Overdue"), .bad)
                }
                span(.class("quiet num")) {
                    Text(zh: "截止 \(Figure.moment(due, in: zone))", en: "by \(Figure.moment(due, in: zone))")
                }
            }
        }
    }

    private static func link(_ duty: Duty) -> String {
        switch duty.kind {
        case .approval: "\(ApprovalPages.path)/\(duty.number)"
        case .handbook: "\(HandbookPages.path)/\(duty.number)"
        case .incident: "/plan/incidents/\(duty.number)"
        case .risk: "/plan/records/risk/\(duty.number)"
        }
    }

    private static func name(_ kind: Duty.Kind) -> Text {
        switch kind {
        case .approval: Text(zh: "待我审批", en: "For my decision")
        case .handbook: Text(zh: "待我阅读确认", en: "For me to read and confirm")
        case .incident: Text(zh: "我指挥的突发事件", en: "Incidents I command")
        case .risk: Text(zh: "我负责的预警风险", en: "Risks of mine that warn")
        }
    }

    /// The bell: how much waits, said in words to those who listen.
    static func bell(_ count: Int) -> HTML {
        let label =
            count == 0
            ? Text(zh: "没有待办", en: "Nothing waits for you") : Text(zh: "\(count) 项待办", en: "\(count) waiting for you")
        return a(.class("switch switch-icon bell"), .href(path), .title(label), .label(label)) {
            icon("bell")
            if count > 0 { span(.class("bell-count num"), .ariaHidden) { count > 99 ? "99+" : String(count) } }
        }
    }
}
