import Kernel
import Records
import Store

/// Writing a route: a condition and steps. Adding, taking out and moving steps sends the form and shows it again; only "save"
/// keeps it.
struct ApprovalRouteForm: Sendable {
    let type: RecordType
    let route: ApprovalRoute?
    let words: ApprovalWords
    let people: [Account]
    var sent: ApprovalRouteText
    var trouble: FormTrouble?
    var versions: [ApprovalRouteVersion] = []
    var zone: BusinessZone

    static func new(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        var form = try await make(visit, desk, nil)
        form.sent = ApprovalRouteText(steps: [ApprovalRouteText.Step()])
        return form.page
    }

    static func edit(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let id = try visit.number("route")
        let route = try await desk.records.store.read { try desk.approvals.route($0, id) }
        return try await make(visit, desk, route).page
    }

    private static func make(_ visit: Visit, _ desk: RecordDesk, _ route: ApprovalRoute?) async throws
        -> ApprovalRouteForm
    {
        let type = try ApprovalRoutePages.type(visit, desk)
        if let route, route.type != type.id { throw WebProblem.pageUnknown }
        let words = try await ApprovalRoutePages.words(visit, desk)
        let versions = try await desk.records.store.read { db in
            try route.map { try desk.approvals.versions(db, of: $0.id) } ?? []
        }
        return ApprovalRouteForm(
            type: type, route: route, words: words,
            people: try await visit.app.accounts.all().filter { $0.canSignIn && $0.allows(.view, type.resource) },
            sent: route.map { ApprovalRouteText($0, type, desk.records.currency) } ?? ApprovalRouteText(steps: []),
            versions: versions, zone: visit.app.zone)
    }

    static func save(_ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        var route: ApprovalRoute?
        if !visit["route"].isEmpty {
            let id = try visit.number("route")
            route = try await desk.records.store.read { try desk.approvals.route($0, id) }
        }
        var form = try await make(visit, desk, route)
        form.sent = ApprovalRouteText(visit.form)
        if form.sent.rearranged(visit.form) { return .page(form.page) }
        let author = try RecordDesk.author(visit)
        let type = form.type
        let sent = form.sent
        let result = try await FormTrouble.catching {
            let draft = try sent.draft(type, desk.records.currency)
            if let route {
                guard let version = Int64(visit.form.text("version")) else { throw WebProblem.pageUnknown }
                try await desk.approvals.change(route.id, from: version, to: draft, by: author)
            } else {
                try await desk.approvals.add(draft, of: type, by: author)
            }
        }
        switch result {
        case .success:
            return Reply.redirect(to: ApprovalRoutePages.path(type)).flashing(
                Text(zh: "流程“\(sent.name)”已保存。可在右侧试一试。", en: "The route \(sent.name) is saved. Try it on the right."))
        case .failure(let trouble):
            form.trouble = trouble
            return .page(form.page, status: trouble.status)
        }
    }

    // MARK: Page

    private var path: String { ApprovalRoutePages.path(type) }

    private var page: Page {
        var page = Page(
            route.map { Text(verbatim: $0.name) } ?? Text(zh: "新建流程", en: "New route"),
            pretitle: ApprovalRoutePages.title + Text(verbatim: " · ") + type.name
        ) {
            trouble?.overall(["name", "field", "at_most"] + sent.steps.indices.map { "step-\($0)" })
            postForm(route.map { "\(path)/\($0.id)" } ?? path, .class("stack")) {
                // Enter in a field saves, and does not move steps.
                button(.class("visually-hidden"), .type("submit"), .attribute("tabindex", "-1"), .ariaHidden) { "" }
                if let route { input(.type("hidden"), .name("version"), .value(String(route.version))) }
                card(Text(zh: "什么时候用", en: "When it is used")) { when }
                for (place, step) in sent.steps.enumerated() { self.step(step, place) }
                div(.class("form-foot")) {
                    button(.class("btn"), .type("submit"), .name("add"), .value("1")) {
                        icon("plus")
                        Text(zh: "添加环节", en: "Add a step")
                    }
                    submitButton(Text(zh: "保存流程", en: "Save the route"))
                    a(.class("btn"), .href(path)) { Text(zh: "取消", en: "Cancel") }
                }
            }
            if !versions.isEmpty { card(Text(zh: "历史版本", en: "Versions")) { history } }
        }
        page.marked = ApprovalRoutePages.path
        return page
    }

    private var when: HTML {
        div(.class("record-form")) {
            Field(
                "name", Text(zh: "流程名称", en: "Name"), value: sent.name, problem: trouble?.about("name"),
                required: true, autocomplete: "off", first: route == nil
            ).html
            Field(
                "field", Text(zh: "条件", en: "Condition"), value: sent.field,
                help: Text(zh: "不选条件则适用于全部记录", en: "Without one it fits all records"), problem: trouble?.about("field")
            ).choice([("", Text(zh: "全部记录", en: "All records"))] + fields)
            Field("at_least", Text(zh: "不低于（含）", en: "At least"), value: sent.atLeast).html
            Field(
                "at_most", Text(zh: "不高于（含）", en: "At most"), value: sent.atMost, problem: trouble?.about("at_most")
            ).html
            Field(
                "any_of", Text(zh: "或：属于以下选项", en: "Or: one of these answers"), value: sent.anyOf,
                help: Text(zh: "多个用“；”分隔", en: "Separate several by semicolons")
            ).html
            HTMLTags.label(.class("field-check")) {
                input(.type("checkbox"), .name("active"), .value("1"), .checked(sent.isActive))
                span { Text(zh: "启用", en: "In use") }
            }
        }
    }

    /// What can be asked for: amounts, numbers, scores, shares, choices, and the type's facts.
    private var fields: [(value: String, label: Text)] {
        let own = type.fields.filter { field in
            switch field.kind {
            case .money, .number, .scale, .share, .choice, .region: true
            default: false
            }
        }
        return own.map { ($0.id, $0.name) } + type.facts.map { ($0.id, $0.name) }
    }

    private func step(_ step: ApprovalRouteText.Step, _ place: Int) -> HTML {
        card(
            Text(zh: "环节 \(place + 1)", en: "Step \(place + 1)"),
            actions: HTML {
                if place > 0 { act("up", place, "arrow-up", Text(zh: "上移", en: "Earlier")) }
                if sent.steps.count > 1 { act("drop", place, "trash", Text(zh: "删除环节", en: "Take out")) }
            }
        ) {
            if let problem = trouble?.about("step-\(place)") { notice(.danger, problem) }
            div(.class("record-form")) {
                Field("zh-\(place)", Text(zh: "环节名称（中文）", en: "Name in Chinese"), value: step.zh).html
                Field("en-\(place)", Text(zh: "环节名称（英文）", en: "Name in English"), value: step.en).html
                for (number, who) in step.offered.enumerated() {
                    picker(
                        "who-\(place)", number == 0 ? Text(zh: "审批人", en: "Who decides") : Text(zh: "以及", en: "and"),
                        who,
                        id: "who-\(place)-\(number)")
                }
                Field(
                    "rule-\(place)", Text(zh: "通过条件", en: "Passes when"), value: step.rule,
                    help: Text(zh: "治理机构按自身的表决规则与法定人数", en: "A governance body has its own rule and quorum")
                ).choice([
                    ("any", Text(zh: "任一人同意", en: "Any one agrees")), ("all", Text(zh: "全部同意", en: "All agree")),
                    ("at_least", Text(zh: "至少几人同意", en: "So many agree")),
                    ("each", Text(zh: "每个角色各一人同意", en: "One of each role agrees")),
                ])
                Field("count-\(place)", Text(zh: "至少人数", en: "How many at least"), value: step.count, type: "number")
                    .html
                Field(
                    "hours-\(place)", Text(zh: "时限（小时）", en: "Time (hours)"), value: step.hours, type: "number",
                    help: Text(
                        zh: "到期前提醒；空着则不计时（机构按自身时限）", en: "Reminds before the end; empty: no clock, or the body's own")
                ).html
                picker("late-\(place)", Text(zh: "逾期升级至", en: "Overdue goes to"), step.escalation, id: "late-\(place)")
            }
        }
    }

    private func act(_ name: String, _ place: Int, _ mark: String, _ label: Text) -> HTML {
        button(
            .class("btn btn-small"), .type("submit"), .name(name), .value(String(place)), .flag("formnovalidate"),
            .label(label + Text(verbatim: " \(place + 1)"))
        ) {
            icon(mark)
            label
        }
    }

    private func picker(_ name: String, _ label: Text, _ value: String, id: String) -> HTML {
        div(.class("field")) {
            HTMLTags.label(.class("form-label"), .for("field-\(id)")) { label }
            select(.id("field-\(id)"), .class("form-select"), .name(name)) {
                option(.value("")) { "—" }
                group(Text(zh: "角色", en: "Roles"), roles, value)
                if !words.bodies.isEmpty {
                    group(
                        Text(zh: "治理机构", en: "Governance bodies"),
                        words.bodies.map { ("body:\($0.id)", Text(verbatim: $0.name)) }, value)
                }
                group(
                    Text(zh: "人员", en: "People"),
                    people.map { ("account:\($0.id)", Text(verbatim: $0.name)) }, value)
            }
        }
    }

    /// Roles whose holders may see such records; who only runs the system does not decide.
    private var roles: [(String, Text)] {
        Role.allCases.filter { $0 != .administrator && Policy.allows($0, .view, type.resource) }
            .map { ("role:\($0.rawValue)", $0.name) }
    }

    private func group(_ label: Text, _ choices: [(String, Text)], _ value: String) -> HTML {
        optgroup(.attribute("label", label)) {
            for (code, name) in choices { option(.value(code), .selected(code == value)) { name } }
        }
    }

    private var history: HTML {
        ol(.class("history")) {
            for version in versions {
                li {
                    div(.class("history-head")) {
                        strong { Text(zh: "第 \(version.version) 版", en: "Version \(version.version)") }
                        RecordPage.person(version.author)
                        if let at = version.at { span(.class("quiet num")) { Figure.moment(at, in: zone) } }
                        if !version.draft.isActive { badge(Text(zh: "已停用", en: "Off")) }
                    }
                    p(.class("cell-sub")) {
                        "\(version.draft.name) · "
                        words.condition(version.draft.condition, type)
                    }
                    words.chain(version.draft.steps)
                }
            }
        }
    }
}
