import Kernel
import Planning
import Records

/// Projects in four quadrants of benefit and urgency, and the resources booked for them (BU-07, BU-10).
enum QuadrantPages {
    static let title = Text(zh: "项目四象限", en: "Project quadrants")
    static let resourceTitle = Text(zh: "资源与联合活动池", en: "Resources and joint pool")

    static func routes(_ desk: BudgetDesk) -> [Route] {
        [
            .get(BudgetDesk.priorities, .allowed(.view, .budget), menu: MenuEntry(.plan, title, order: 18)) { visit in
                .page(try await page(visit, desk))
            },
            .get(
                BudgetDesk.resources, .allowed(.view, .jointPool), menu: MenuEntry(.plan, resourceTitle, order: 19)
            ) { visit in .page(try await resources(visit, desk)) },
        ]
    }

    private static func tabRow(_ here: String) -> HTML {
        tabs(
            [
                (title, BudgetDesk.priorities, here == BudgetDesk.priorities),
                (resourceTitle, BudgetDesk.resources, here == BudgetDesk.resources),
            ], label: title)
    }

    private static func projects(_ visit: Visit, _ desk: BudgetDesk) async throws -> [RankedProject] {
        let all = try await desk.reader.all(.marketingProject, [], for: try RecordDesk.author(visit))
        return PriorityQuadrant.ranked(all.filter { $0.state != "done" && $0.state != "dropped" })
    }

    private static func page(_ visit: Visit, _ desk: BudgetDesk) async throws -> Page {
        let ranked = try await projects(visit, desk)
        return Page(
            title, pretitle: Step.plan.name,
            lead: Text(
                zh: "效益 × 紧急程度决定先投谁；同一象限内，直接影响营收的优先。",
                en: "Benefit and urgency say who goes first; within a quadrant, what revenue hangs on.")
        ) {
            tabRow(BudgetDesk.priorities)
            if ranked.isEmpty {
                nothing(visit)
            } else {
                div(.class("two-thirds")) {
                    card(Text(zh: "四象限", en: "Four quadrants")) { QuadrantChart(projects: ranked).html }
                    card(Text(zh: "投入顺序", en: "Order"), flush: true) { order(ranked, desk).html }
                }
            }
        }
        .actions {
            if visit.may(.edit, .budget) {
                a(.class("btn btn-primary"), .href(RecordDesk.path(.marketingProject) + "/new")) {
                    Text(zh: "新建项目", en: "New project")
                }
            }
        }
    }

    private static func nothing(_ visit: Visit) -> HTML {
        card {
            emptyState(
                "target-arrow", Text(zh: "还没有项目", en: "No projects yet"),
                Text(zh: "新建项目并打分，或先取用示范项目看看效果。", en: "Add projects with their scores, or take the sample ones.")
            ) {
                if visit.may(.edit, .budget) {
                    postForm(RecordDesk.path(.marketingProject) + "/starter") {
                        button(.class("btn"), .type("submit")) { Text(zh: "取用示范项目", en: "Take the samples") }
                    }
                }
            }
        }
    }

    private static func order(_ ranked: [RankedProject], _ desk: BudgetDesk) -> DataTable<RankedProject> {
        DataTable(
            Text(zh: "投入顺序", en: "Order"), rows: ranked,
            columns: [
                .init(Text(zh: "项目", en: "Project")) { project in
                    a(.href(RecordDesk.path(project.record))) { project.record.title }
                    if project.isCritical {
                        span(.class("cell-sub")) { Text(zh: "直接影响营收", en: "Revenue hangs on it") }
                    }
                },
                .init(Text(zh: "象限", en: "Quadrant")) { $0.quadrant?.name ?? Text(zh: "待打分", en: "No scores") },
                .init(Text(zh: "需要", en: "Wanted"), figure: true) { desk.short($0.wanted) },
            ])
    }

    // MARK: Resources

    private static func resources(_ visit: Visit, _ desk: BudgetDesk) async throws -> Page {
        let author = try RecordDesk.author(visit)
        let bookings = try await desk.reader.all(.resourceBooking, [], for: author)
        let plan = ResourcePlan(bookings)
        let projects = Dictionary(
            // Those who pay know what for, also where they may see nothing else of a project.
            try await desk.reader.all(.marketingProject, [], for: .system).map { ($0.id, $0) }
        ) { first, _ in first }
        let seesBudgets = visit.may(.view, .budget)
        return Page(
            resourceTitle, pretitle: Step.plan.name,
            lead: Text(
                zh: "人员、技术、代理与合作方，按项目预订；市场、销售与产品的出资汇成联合活动池，由出资部门确认。",
                en:
                    "People, technology, agencies and partners by project; marketing, sales and product pay into one pool, each agreeing to its part."
            )
        ) {
            if seesBudgets { tabRow(BudgetDesk.resources) }
            if bookings.isEmpty {
                card {
                    emptyState(
                        "users", Text(zh: "还没有资源投入", en: "Nothing is booked"),
                        Text(
                            zh: "为项目预订资源后，这里按类别、部门与项目汇总。", en: "Book resources for projects to see them summed up here."
                        ))
                }
            } else {
                ResourcePart(plan: plan, projects: projects, desk: desk, linksProjects: seesBudgets).html
            }
        }
        .actions {
            if visit.may(.edit, .jointPool) {
                a(.class("btn btn-primary"), .href(RecordDesk.path(.resourceBooking) + "/new")) {
                    Text(zh: "预订资源", en: "Book a resource")
                }
            }
            a(.class("btn"), .href(RecordDesk.path(.resourceBooking) + "?view=timeline")) {
                Text(zh: "时间轴", en: "Timeline")
            }
        }
    }
}
