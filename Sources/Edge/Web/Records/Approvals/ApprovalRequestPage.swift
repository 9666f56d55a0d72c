import Kernel
import Planning
import Records
import Store

/// One request with all that a decision needs: what differs, what it costs, what is at risk, who has spoken.
struct ApprovalRequestPage: Sendable {
    let desk: RecordDesk
    let visit: Visit
    let request: ApprovalRequest
    let record: Record
    let asked: RecordVersion?
    let inForce: RecordVersion?
    let names: RecordNames
    let brief: ApprovalBriefPart
    let words: ApprovalWords
    let people: [Account]
    let reader: RecordAuthor
    /// Those that wait for the reader, this one among them.
    let waiting: [Int64]
    let trouble: FormTrouble?

    static func page(_ visit: Visit, _ desk: RecordDesk, trouble: FormTrouble? = nil) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let id = try visit.number("request")
        let found = try await desk.records.store.read { db in
            let request = try desk.approvals.require(db, id)
            let record = try desk.records.find(
                db, desk.records.catalog.require(request.record.type), number: request.record.number, for: reader)
            let history = try desk.records.history(db, record, for: reader)
            let asked = history.first { $0.version == request.version }
            let inForce = history.first { version in
                version.version < request.version
                    && record.type.states.moves.contains { $0.needsApproval && $0.id == version.action }
            }
            let versions = [asked, inForce].compactMap { $0 }.map { version in record.holding(version.values) }
            return (
                request, record, asked, inForce, try desk.records.names(db, of: versions + [record]),
                try desk.approvals.near(db, record, "risk", for: reader).filter { $0.state != "closed" }
            )
        }
        let (request, record, asked, inForce, names, risks) = found
        let values = asked?.values ?? record.values
        let brief = ApprovalBriefPart(
            desk: desk, amounts: amounts(record.type, values, inForce?.values, reader),
            effects: try await BudgetReader(desk.records, visit.app.warehouse)
                .effects(of: record.holding(values), for: reader),
            risks: risks, obstacle: try await desk.approvals.obstacle(request), isOpen: request.state == .open)
        return ApprovalRequestPage(
            desk: desk, visit: visit, request: request, record: record, asked: asked, inForce: inForce, names: names,
            brief: brief, words: try await ApprovalRoutePages.words(visit, desk),
            people: try await visit.app.accounts.all().filter { $0.canSignIn && $0.id != request.requestedBy },
            reader: reader,
            waiting: try await desk.approvals.inbox(.waiting, of: reader.account?.id ?? 0).map(\.id),
            trouble: trouble
        ).page
    }

    private static func amounts(
        _ type: RecordType, _ values: RecordValues, _ before: RecordValues?, _ reader: RecordAuthor
    ) -> [ApprovalBriefPart.Amount] {
        type.fields.compactMap { field in
            guard field.kind == .money, reader.may(.view, type, field), case .whole(let after) = values[field.id] else {
                return nil
            }
            let old: Int64? = if case .whole(let units) = before?[field.id] { units } else { nil }
            return ApprovalBriefPart.Amount(field: field, before: old, after: after)
        }
    }

    private var isMine: Bool { reader.account.map { request.waits(for: $0.id) } ?? false }

    private var page: Page {
        var page = Page(
            Text(verbatim: record.title),
            pretitle: Text(zh: "审批 · ", en: "Approval · ") + record.type.name + Text(verbatim: " · \(record.code)")
        ) {
            trouble?.overall(["text", "to"])
            div(.class("record-columns")) {
                div(.class("stack")) {
                    card { head }
                    brief.html
                    ApprovalDifferencePart(
                        type: record.type, before: inForce, asked: asked?.values ?? record.values,
                        version: request.version, names: names, reader: reader, currency: desk.records.currency
                    ).html
                }
                div(.class("stack")) {
                    if isMine { card(Text(zh: "您的意见", en: "Your decision"), .id("decide")) { decision } }
                    if request.state == .open, reader.account?.id == request.requestedBy { card { withdrawal } }
                    card(Text(zh: "审批进度", en: "Progress")) {
                        ApprovalProgressPart(request: request, words: words, visit: visit).html
                    }
                }
            }
        }.actions { actions }
        page.marked = ApprovalPages.path
        return page
    }

    @HTMLBuilder
    private var actions: HTML {
        if let place = waiting.firstIndex(of: request.id), waiting.count > 1 {
            span(.class("quiet num")) { "\(place + 1) / \(waiting.count)" }
            if place > 0 { step(waiting[place - 1], "chevron-left", Text(zh: "上一条", en: "Previous"), "k") }
            if place + 1 < waiting.count {
                step(waiting[place + 1], "chevron-right", Text(zh: "下一条", en: "Next"), "j")
            }
        }
        a(.class("btn"), .href(RecordDesk.path(record))) { Text(zh: "打开记录", en: "Open the record") }
        if isMine {
            a(.class("btn btn-primary only-narrow"), .href("#decide")) { Text(zh: "去审批", en: "Decide") }
        }
    }

    private func step(_ id: Int64, _ mark: String, _ label: Text, _ key: String) -> HTML {
        a(
            .class("btn"), .href("\(ApprovalPages.path)/\(id)"), .label(label),
            .title(label + Text(verbatim: " (\(key))")),
            .attribute("data-shortcut", key)
        ) { icon(mark) }
    }

    private var head: HTML {
        facts([
            (
                Text(zh: "事项", en: "Step"),
                HTML(record.type.states.moves.first { $0.id == request.move }?.name ?? Text(verbatim: request.move))
            ),
            (Text(zh: "状态", en: "State"), ApprovalPages.state(request)),
            (Text(zh: "申请人", en: "Requester"), person(request.requesterName, request.requestedAt)),
            (
                Text(zh: "版本", en: "Version"),
                HTML {
                    Text(zh: "第 \(request.version) 版", en: "Version \(request.version)")
                    if let asked { stamp(asked.author, asked.at) }
                }
            ),
            (Text(zh: "本环节截止", en: "This step ends"), ApprovalPages.due(request, visit)),
            (Text(zh: "流程", en: "Route"), route),
            (Text(zh: "说明", en: "Note"), HTML(verbatim: request.note.isEmpty ? "—" : request.note)),
        ])
    }

    private func person(_ name: String, _ at: Instant) -> HTML {
        HTML {
            name
            span(.class("cell-sub num")) { Figure.moment(at, in: visit.app.zone) }
        }
    }

    private func stamp(_ author: String, _ at: Instant) -> HTML {
        span(.class("cell-sub")) {
            RecordPage.person(author)
            " "
            Figure.moment(at, in: visit.app.zone)
        }
    }

    private var route: HTML {
        let name = request.route.isEmpty ? Text(zh: "默认流程", en: "Usual route") : Text(verbatim: request.route)
        let version = request.routeVersion.map { Text(zh: "第 \($0) 版", en: "version \($0)") }
        return HTML {
            a(.href(ApprovalRoutePages.path(record.type))) { name }
            if let version { span(.class("cell-sub")) { version } }
        }
    }

    // MARK: Deciding

    private var decision: HTML {
        div(.class("stack-tight")) {
            postForm(ApprovalPages.path(request) + "/decide", .class("stack-tight")) {
                element(
                    "textarea",
                    [
                        .class("form-control"), .name("text"), .attribute("rows", 3),
                        .attribute("data-shortcut", "r"), .label(Text(zh: "意见", en: "Comment")),
                        .placeholder(Text(zh: "意见（退回或驳回时必填）", en: "Comment (required to return or reject)")),
                        .attribute("aria-invalid", "true").when(trouble?.about("text") != nil),
                    ]
                ) { visit.form["text"] ?? "" }
                if let problem = trouble?.about("text") { fieldProblem(problem) }
                button(
                    .class("btn btn-primary btn-wide"), .type("submit"), .name("decision"), .value("approve"),
                    .attribute("data-shortcut", "a")
                ) { Text(zh: "同意", en: "Approve") }
                button(.class("btn btn-wide"), .type("submit"), .name("decision"), .value("return")) {
                    Text(zh: "退回修改", en: "Ask for changes")
                }
                button(.class("btn btn-danger btn-wide"), .type("submit"), .name("decision"), .value("reject")) {
                    Text(zh: "驳回", en: "Reject")
                }
            }
            details(.open(trouble?.about("to") != nil)) {
                summary { Text(zh: "转交他人", en: "Hand over") }
                if let problem = trouble?.about("to") { fieldProblem(problem) }
                handOver
            }
            p(.class("field-help d-print-none")) {
                Text(
                    zh: "键盘：a 到“同意”，r 写意见，j / k 下一条、上一条。",
                    en: "Keys: a goes to Approve, r to the comment, j and k to the next and the previous one."
                )
            }
        }
    }

    private var handOver: HTML {
        postForm(ApprovalPages.path(request) + "/hand-over", .class("inline-form")) {
            select(.class("form-select"), .name("to"), .required, .label(Text(zh: "转交给", en: "To"))) {
                option(.value("")) { "—" }
                for person in people where isOffered(person) {
                    option(.value(String(person.id))) { person.name }
                }
            }
            button(.class("btn"), .type("submit")) { Text(zh: "转交", en: "Hand over") }
        }
    }

    private func isOffered(_ person: Account) -> Bool {
        !person.roles.subtracting([.administrator]).isEmpty && person.allows(.view, record.type.resource)
            && !request.seats.contains { $0.step == request.step && $0.accountID == person.id }
    }

    private func fieldProblem(_ problem: Text) -> HTML {
        p(.class("field-problem")) {
            icon("alert-circle")
            problem
        }
    }

    private var withdrawal: HTML {
        postForm(
            ApprovalPages.path(request) + "/withdraw", .confirm(Text(zh: "确定撤回这份申请吗？", en: "Withdraw this request?"))
        ) {
            button(.class("btn btn-wide"), .type("submit")) { Text(zh: "撤回申请", en: "Withdraw") }
        }
    }
}
