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
        try await app.desk.duties?.duties(for: reader) ?? []
    }

    private static func page(_ visit: Visit) async throws -> Page {
        let duties = try await duties(visit.app, RecordDesk.author(visit))
        let now = visit.app.clock.now()
        let late = duties.filter { $0.isLate(at: now) }
            .sorted { ($0.due?.seconds ?? 0, $0.number) < ($1.due?.seconds ?? 0, $1.number) }
        return Page(
            title, pretitle: Step.overview.name,
            lead: Text(
                zh: "等您审批、处置、完成、签到、阅读的事项，最紧急的在前；处理完即消失。",
                en: "What waits for your decision, action or reading, the most pressing first; it goes when it is done."
            )
        ) {
            div(.class("stack")) {
                if duties.isEmpty { empty }
                group(Text(zh: "已逾期", en: "Overdue"), late, now, visit.app.zone, namesKind: true)
                for kind in Duty.Kind.allCases {
                    group(name(kind), duties.filter { $0.kind == kind && !$0.isLate(at: now) }, now, visit.app.zone)
                }
            }
        }
        .footnote(Text(zh: "时区：\(visit.app.zone.identifier)", en: "Time zone: \(visit.app.zone.identifier)"))
    }

    private static var empty: HTML {
        card {
            emptyState(
                "circle-check", Text(zh: "没有等您处理的事项", en: "Nothing waits for you"),
                Text(
                    zh: "待审批、处置中的事件、预警的风险、到期或可以开始的任务、待签到的 KR、待复盘的事件与待读的手册会出现在这里。",
                    en:
                        "Approvals, open incidents, risks that warn, tasks that are due or can begin, key results to check in, incidents to review and handbooks to read appear here."
                ))
        }
    }

    private static func group(
        _ title: Text, _ duties: [Duty], _ now: Instant, _ zone: BusinessZone, namesKind: Bool = false
    ) -> HTML {
        guard !duties.isEmpty else { return HTML() }
        return card(title + Text(zh: "（\(duties.count)）", en: " (\(duties.count))")) {
            ul(.class("plain-list")) { for duty in duties { row(duty, now, zone, namesKind: namesKind) } }
        }
    }

    private static func row(_ duty: Duty, _ now: Instant, _ zone: BusinessZone, namesKind: Bool) -> HTML {
        li {
            a(.class("record-link"), .href(link(duty))) {
                span(.class("record-code")) { duty.code }
                duty.title
            }
            if namesKind { badge(name(duty.kind)) }
            if duty.cause == .canBegin { badge(Text(zh: "可以开始", en: "Can begin")) }
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

    static func link(_ duty: Duty) -> String {
        switch duty.kind {
        case .approval: "\(ApprovalPages.path)/\(duty.number)"
        case .handbook: "\(HandbookPages.path)/\(duty.number)"
        case .incident: "/plan/incidents/\(duty.number)"
        case .risk: "/plan/records/risk/\(duty.number)"
        case .task: "/plan/records/task/\(duty.number)"
        case .review: "/plan/records/incident_review/\(duty.number)"
        case .checkIn: "\(OKRPages.path)?key_result=\(duty.code)#\(duty.code)"
        }
    }

    static func name(_ kind: Duty.Kind) -> Text {
        switch kind {
        case .approval: Text(zh: "待我审批", en: "For my decision")
        case .handbook: Text(zh: "待我阅读确认", en: "For me to read and confirm")
        case .incident: Text(zh: "我指挥的突发事件", en: "Incidents I command")
        case .risk: Text(zh: "我负责的预警风险", en: "Risks of mine that warn")
        case .task: Text(zh: "我的任务", en: "My tasks")
        case .review: Text(zh: "待我复盘的事件", en: "Incidents for me to review")
        case .checkIn: Text(zh: "待我签到的关键结果", en: "Key results to check in")
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
