import Kernel
import Planning
import Records
import Store

/// Starting an emergency plan, and handling the incident against its clock (RK-02).
enum IncidentPages {
    static let startPath = "/plan/emergency/start"
    private static func path(_ incident: Record) -> String { "/plan/incidents/\(incident.number)" }

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(startPath, .allowed(.edit, .plan)) { visit in .page(try await startPage(visit)) },
            .post(startPath, .allowed(.edit, .plan)) { visit in try await start(visit) },
            .get("/plan/incidents/:number", .allowed(.view, .plan)) { visit in .page(try await page(visit)) },
            .post("/plan/incidents/:number/log", .allowed(.edit, .plan)) { visit in try await note(visit) },
        ]
    }

    private static func desk(_ visit: Visit) -> IncidentStore {
        IncidentStore(visit.app.desk.records, zone: visit.app.zone)
    }

    // MARK: Starting

    private static func startPage(_ visit: Visit) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let records = visit.app.desk.records
        guard let planType = records.catalog.type("emergency_plan"), let riskType = records.catalog.type("risk") else {
            throw WebProblem.pageUnknown
        }
        var risk: Record?
        if let number = Int64(visit.query.text("risk")) {
            risk = try await records.find(riskType, number: number, for: reader)
        }
        let plans = try await records.list(planType, RecordQuery(sort: RecordSort("number")), limit: 200, for: reader)
            .records
            .filter { $0.state != "retired" }
        var page = Page(
            Text(zh: "启动应急预案", en: "Start an emergency plan"), pretitle: Text(zh: "风险与应急", en: "Risk and emergency"),
            lead: Text(
                zh: "启动后立即计时，步骤按各自时限倒数，所有动作写入日志。", en: "The clock runs at once; each step counts down; all is logged.")
        ) {
            card {
                if plans.isEmpty {
                    emptyState(
                        "clipboard-list", Text(zh: "还没有应急预案", en: "No emergency plans yet"),
                        Text(zh: "先写好预案，或采用参考预案。", en: "Write one first, or begin with the samples.")
                    ) {
                        a(.class("btn btn-primary"), .href(RecordDesk.path(planType))) {
                            Text(zh: "去准备", en: "Prepare them")
                        }
                    }
                } else {
                    form(plans, risk)
                }
            }
        }
        page.marked = RiskPages.area
        return page
    }

    private static func form(_ plans: [Record], _ risk: Record?) -> HTML {
        let chosen = plans.first { plan in risk?["response"] == .whole(plan.id) }
        return postForm(startPath, .class("narrow-form")) {
            if let risk {
                input(.type("hidden"), .name("risk"), .value(String(risk.number)))
                p { Text(zh: "来自风险：", en: "From the risk: ") + Text(verbatim: "\(risk.code) \(risk.title)") }
            }
            Field(
                "plan", Text(zh: "启用预案", en: "Plan"), value: chosen.map { String($0.number) } ?? "", required: true
            ).choice(plans.map { (String($0.number), Text(verbatim: "\($0.code) \($0.title)")) })
            div(.class("field")) {
                HTMLTags.label(.class("form-label"), .for("field-situation")) { Text(zh: "情况", en: "Situation") }
                textarea(.class("form-control"), .id("field-situation"), .name("situation"), .attribute("rows", 3)) {}
            }
            submitButton(Text(zh: "启动并开始计时", en: "Start the clock"))
        }
    }

    private static func start(_ visit: Visit) async throws -> Reply {
        guard let plan = Int64(visit.form.text("plan")) else { throw WebProblem.pageUnknown }
        let incident = try await desk(visit).start(
            plan: plan, risk: Int64(visit.form.text("risk")), situation: visit.form.text("situation"),
            by: try RecordDesk.author(visit))
        return Reply.redirect(to: path(incident)).flashing(
            Text(zh: "\(incident.code) 已启动，开始计时。", en: "\(incident.code) is started; the clock runs."))
    }

    // MARK: Handling

    private static func page(_ visit: Visit) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let clock = try await desk(visit).clock(try visit.number("number"), for: reader)
        let now = visit.app.clock.now()
        let review = try await visit.app.store.read {
            try IncidentReviewStore(visit.app.desk.records).review($0, of: clock.incident)
        }
        let mayEdit = reader.may(.edit, clock.incident.type) && !clock.incident.isLocked
        var page = Page(
            Text(verbatim: clock.incident.title),
            pretitle: Text(zh: "应急处置 ", en: "Incident ") + Text(verbatim: clock.incident.code),
            lead: situation(clock.incident)
        ) {
            IncidentClockPart(clock: clock, now: now, zone: visit.app.zone, currency: visit.app.currency).html
            if !clock.isOpen { IncidentReviewPart(review: review, today: visit.app.zone.day(of: now)).html }
            div(.class("two-thirds")) {
                card(Text(zh: "预案步骤", en: "Steps of the plan")) {
                    if clock.steps.isEmpty {
                        p(.class("quiet")) { Text(zh: "此预案还没有步骤。", en: "This plan has no steps yet.") }
                    }
                    ul(.class("plain-list")) {
                        for step in clock.steps { line(step, clock, now, visit.app.zone, mayEdit) }
                    }
                }
                card(Text(zh: "处置日志", en: "Log")) {
                    if mayEdit { noteForm(clock.incident) }
                    ul(.class("plain-list")) { for entry in clock.log.reversed() { li { entry } } }
                }
            }
        }.actions {
            a(.class("btn"), .href(RecordDesk.path(clock.incident))) { Text(zh: "状态与记录", en: "State and record") }
        }
        page.marked = RiskPages.area
        return page
    }

    private static func situation(_ incident: Record) -> Text? {
        if case .text(let text)? = incident["situation"] { Text(verbatim: text) } else { nil }
    }

    private static func line(
        _ step: IncidentClock.StepClock, _ clock: IncidentClock, _ now: Instant, _ zone: BusinessZone, _ mayEdit: Bool
    ) -> HTML {
        li(.class("incident-step")) {
            step.isDone
                ? badge(Text(zh: "已完成", en: "Done"), .good)
                : step.isLate(at: now) ? badge(Text(zh: "超时", en: "Late"), .bad) : badge(Text(zh: "待办", en: "Open"))
            div {
                a(.href(RecordDesk.path(step.step))) { step.step.title }
                if case .text(let action)? = step.step["action"] { p(.class("quiet small")) { action } }
            }
            if let due = step.dueAt { span(.class("num quiet nowrap")) { Figure.moment(due, in: zone) } }
            if mayEdit, !step.isDone {
                postForm(path(clock.incident) + "/log") {
                    input(.type("hidden"), .name("step"), .value(String(step.step.number)))
                    button(.class("btn btn-small"), .type("submit")) { Text(zh: "完成", en: "Done") }
                }
            }
        }
    }

    private static func noteForm(_ incident: Record) -> HTML {
        postForm(path(incident) + "/log", .class("inline-form")) {
            input(
                .class("form-control"), .name("text"), .required, .label(Text(zh: "做了什么", en: "What was done")),
                .placeholder(Text(zh: "做了什么、结果如何", en: "What was done, with what result")))
            button(.class("btn btn-primary"), .type("submit")) { Text(zh: "记入日志", en: "Log it") }
        }
    }

    private static func note(_ visit: Visit) async throws -> Reply {
        let number = try visit.number("number")
        try await desk(visit).note(
            visit.form.text("text"), step: Int64(visit.form.text("step")), on: number, by: try RecordDesk.author(visit))
        return Reply.redirect(to: "/plan/incidents/\(number)").flashing(Text(zh: "已记入日志。", en: "It is logged."))
    }

    /// Open incidents over the risk map.
    static func list(_ incidents: [Record], _ visit: Visit) -> HTML {
        card(Text(zh: "正在处置", en: "Being handled")) {
            ul(.class("plain-list")) {
                for incident in incidents {
                    li {
                        a(.class("record-link"), .href(path(incident))) {
                            span(.class("record-code")) { incident.code }
                            incident.title
                        }
                        RecordListPart.state(incident)
                        span(.class("quiet num")) { Figure.moment(incident.createdAt, in: visit.app.zone) }
                    }
                }
            }
        }
    }
}
