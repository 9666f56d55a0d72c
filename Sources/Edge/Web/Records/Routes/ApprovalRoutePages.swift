import Kernel
import Records
import Store

/// Who agrees to what: routes as data, read by everybody, written, ordered and tested by administrators.
enum ApprovalRoutePages {
    static let path = "/approve/routes"
    static let title = Text(zh: "审批流程", en: "Approval routes")

    static func path(_ type: RecordType) -> String { "\(path)/\(type.id)" }

    static func routes(_ desk: RecordDesk) -> [Route] {
        let change = Access.allowed(.administer, .plan)
        return [
            .get(path, .allowed(.view, .plan), menu: MenuEntry(.approve, title, order: 60)) {
                .page(try await overview($0, desk))
            },
            .get(path + "/:type", .allowed(.view, .plan)) { .page(try await page($0, desk)) },
            .get(path + "/:type/new", change) { .page(try await ApprovalRouteForm.new($0, desk)) },
            .post(path + "/:type", change) { try await ApprovalRouteForm.save($0, desk) },
            .get(path + "/:type/:route", change) { .page(try await ApprovalRouteForm.edit($0, desk)) },
            .post(path + "/:type/:route", change) { try await ApprovalRouteForm.save($0, desk) },
            .post(path + "/:type/:route/raise", change) { try await raise($0, desk) },
        ]
    }

    /// Kinds of records with a step that needs an approval, as far as the reader may see them.
    static func types(_ desk: RecordDesk, _ reader: RecordAuthor) -> [RecordType] {
        desk.areas.flatMap(\.types).filter { type in
            type.states.moves.contains(where: \.needsApproval) && reader.may(.view, type)
        }
    }

    static func type(_ visit: Visit, _ desk: RecordDesk) throws -> RecordType {
        let reader = try RecordDesk.author(visit)
        guard let type = types(desk, reader).first(where: { $0.id == visit["type"] }) else {
            throw WebProblem.pageUnknown
        }
        return type
    }

    static func words(_ visit: Visit, _ desk: RecordDesk) async throws -> ApprovalWords {
        let accounts = try await visit.app.accounts.all()
        let bodies = try await desk.records.store.read { try desk.approvals.bodies($0) }
        return ApprovalWords(desk, accounts, bodies)
    }

    // MARK: All kinds

    private struct Line: Sendable {
        let type: RecordType
        let routes: [ApprovalRoute]
    }

    private static func overview(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let words = try await words(visit, desk)
        let lines = try await desk.records.store.read { db in
            try types(desk, reader).map { Line(type: $0, routes: try desk.approvals.routes(db, $0)) }
        }
        return Page(
            title, pretitle: Step.approve.name,
            lead: Text(
                zh: "每类内容由谁审批、按什么顺序、多长时间。从上到下匹配，第一条适用的流程生效；没有设置时由一位高管在 48 小时内审批。",
                en:
                    "Who agrees to which kind of content, in which order and how fast. Routes are tried from the top, and the first that fits counts; without any, one executive decides within 48 hours."
            )
        ) {
            card(flush: true) {
                DataTable(
                    title, rows: lines,
                    columns: [
                        .init(Text(zh: "内容", en: "Content")) { line in
                            a(.href(path(line.type))) { line.type.name }
                            span(.class("cell-sub")) { desk.area(of: line.type)?.name }
                        },
                        .init(Text(zh: "流程与环节", en: "Routes and steps")) { line in
                            if line.routes.isEmpty {
                                span(.class("quiet")) { usual }
                            }
                            for route in line.routes {
                                div(.class("route-line")) { summary(route, line.type, words) }
                            }
                        },
                    ]
                ).html
            }
        }
    }

    static let usual = Text(zh: "默认：一位高管，48 小时内", en: "Usual: one executive, within 48 h")

    private static func summary(_ route: ApprovalRoute, _ type: RecordType, _ words: ApprovalWords) -> HTML {
        HTML {
            span(.class("mark mark-plain")) { words.condition(route.condition, type) }
            for (place, step) in route.steps.enumerated() {
                if place > 0 { icon("arrow-narrow-right") }
                span { step.name }
            }
            if !route.isActive { badge(Text(zh: "已停用", en: "Off")) }
        }
    }

    // MARK: One kind

    private static func page(_ visit: Visit, _ desk: RecordDesk) async throws -> Page {
        let type = try type(visit, desk)
        let words = try await words(visit, desk)
        let mayChange = visit.may(.administer, type.resource)
        let routes = try await desk.records.store.read { try desk.approvals.routes($0, type) }
        let test = try await ApprovalRouteTest.make(type, visit, desk, words)
        var page = Page(
            type.name + Text(zh: "的审批流程", en: ": approval routes"), pretitle: title,
            lead: Text(
                zh: "从上到下匹配，第一条适用的流程生效。修改只影响之后提交的申请。",
                en: "Tried from the top; the first that fits counts. Changes hold for requests sent afterwards.")
        ) {
            div(.class("two-thirds")) {
                div(.class("stack")) {
                    if routes.isEmpty { card { nothing(type, mayChange) } }
                    for (place, route) in routes.enumerated() {
                        self.route(route, place, in: routes, type, words, mayChange)
                    }
                }
                test.html
            }
        }.actions {
            if mayChange {
                a(.class("btn btn-primary"), .href(path(type) + "/new")) {
                    icon("plus")
                    Text(zh: "新建流程", en: "New route")
                }
            }
        }
        page.marked = path
        return page
    }

    private static func nothing(_ type: RecordType, _ mayChange: Bool) -> HTML {
        emptyState(
            "checkup-list", Text(zh: "使用默认流程", en: "The usual route"),
            Text(
                zh: "由一位高管在 48 小时内审批。可按金额、级别等条件设置多环节流程，也可交由治理机构表决。",
                en:
                    "One executive decides within 48 hours. Set up routes of several steps by amount or level, or let a governance body vote."
            )
        ) {
            if mayChange {
                a(.class("btn btn-primary"), .href(path(type) + "/new")) { Text(zh: "新建流程", en: "New route") }
            }
        }
    }

    private static func route(
        _ route: ApprovalRoute, _ place: Int, in all: [ApprovalRoute], _ type: RecordType, _ words: ApprovalWords,
        _ mayChange: Bool
    ) -> HTML {
        let isHidden = all.prefix(place).contains { $0.isActive && $0.condition == nil }
        return card(
            Text(verbatim: "\(place + 1). \(route.name)"), note: words.condition(route.condition, type),
            actions: HTML {
                if !route.isActive { badge(Text(zh: "已停用", en: "Off")) }
                span(.class("quiet nowrap")) { Text(zh: "第 \(route.version) 版", en: "Version \(route.version)") }
                if mayChange {
                    if place > 0 {
                        postForm("\(path(type))/\(route.id)/raise") {
                            button(
                                .class("btn btn-small"), .type("submit"),
                                .label(Text(zh: "上移 \(route.name)", en: "Try \(route.name) earlier"))
                            ) { icon("arrow-up") }
                        }
                    }
                    a(.class("btn btn-small"), .href("\(path(type))/\(route.id)")) {
                        icon("edit")
                        Text(zh: "修改", en: "Change")
                    }
                }
            }
        ) {
            if isHidden, route.isActive {
                notice(
                    .warning,
                    Text(
                        zh: "上面有一条适用于全部记录的流程，这一条不会用到。请上移，或给上面那条加条件。",
                        en:
                            "A route above fits all records, so this one is never used. Move it up, or give that one a condition."
                    ))
            }
            words.chain(route.steps)
        }
    }

    private static func raise(_ visit: Visit, _ desk: RecordDesk) async throws -> Reply {
        let type = try type(visit, desk)
        try await desk.approvals.raise(try visit.number("route"), by: try RecordDesk.author(visit))
        return Reply.redirect(to: path(type)).flashing(Text(zh: "已调整匹配顺序。", en: "The order is changed."))
    }
}
