import Kernel
import Planning
import Records
import Warehouse

/// The strategy board: is the plan ahead or behind on any day, in which phase does it stand, what is due (S-01, S-03, S-04).
enum StrategyPages {
    static let path = "/plan/strategy-board"
    static let title = Text(zh: "战略执行看板", en: "Strategy board")

    static func routes(_ desk: GoalDesk) -> [Route] {
        [
            .get(path, .allowed(.view, .plan), menu: MenuEntry(.plan, title, order: 9)) { visit in
                .page(try await page(visit, desk))
            },
            .post(path + "/plans/:number/phases", .allowed(.edit, .plan)) { visit in try await makePhases(visit, desk)
            },
            .post(path + "/phases/:number/:move", .allowed(.edit, .plan)) { visit in try await movePhase(visit, desk) },
        ]
    }

    static func page(_ visit: Visit, _ desk: GoalDesk, trouble: FormTrouble? = nil) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let shelf = try await desk.desk.records.strategyShelf(for: reader)
        let today = desk.zone.day(of: visit.app.clock.now())
        let day = Day(visit.query.text("on")) ?? today
        guard let plan = shelf.plan(Int64(visit.query.text("plan"))) else { return empty(visit) }
        let mayRead = visit.may(.view, .board) ? try visit.scope(.view, .board) == .all : false
        let measures =
            mayRead
            ? try await desk.follower.measures(shelf.measures, of: plan, checkpoints: shelf.checkpoints, on: day) : []
        let tree = try await desk.tree(visit)
        let goals = tree.goals.values.filter { $0.strategy == plan.id && $0.isOpen }
        let board = StrategyBoard(
            plan: plan, shelf: shelf, measures: measures, showsMeasures: mayRead, day: day, today: today,
            okr: try await desk.desk.records.okrTree(for: reader), goals: goals,
            readings: try await desk.readings(goals, visit), currency: desk.currency,
            mayEdit: visit.may(.edit, .plan))
        let lit = try await MacroWatchStore(desk.desk.records, visit.app.warehouse).lit(for: plan, reader: reader)
        return Page(
            title, pretitle: Step.plan.name + Text(verbatim: " · ") + Text(verbatim: plan.title),
            lead: Text(
                zh: "任选一天，看关键指标领先还是落后于路径、处在哪个阶段、还有什么未完成。",
                en: "On any day: ahead of or behind the path, in which phase, and what is still open.")
        ) {
            if let trouble { trouble.overall([]) }
            chooser(shelf, plan, day)
            for (standing, cards) in lit { MacroRulePart.warning(standing, cards) }
            board.html
        }
        .actions {
            a(.class("btn"), .href(RecordDesk.path(plan))) {
                icon("file-text")
                Text(zh: "规划档案", en: "The plan")
            }
        }
        .footnote(Text(zh: "时区：\(desk.zone.identifier)", en: "Time zone: \(desk.zone.identifier)"))
    }

    private static func chooser(_ shelf: StrategyShelf, _ plan: Record, _ day: Day) -> HTML {
        queryForm(path, .class("filter-bar")) {
            if shelf.plans.count > 1 {
                select(.class("form-select"), .name("plan"), .label(Text(zh: "战略规划", en: "Plan"))) {
                    for one in shelf.plans {
                        option(.value(String(one.number)), .selected(one.id == plan.id)) { one.title }
                    }
                }
            }
            input(
                .class("form-control"), .type("date"), .name("on"), .value(day.description),
                .label(Text(zh: "查看日期", en: "On the day")))
            button(.class("btn"), .type("submit")) { Text(zh: "查看", en: "Show") }
        }
    }

    private static func empty(_ visit: Visit) -> Page {
        Page(title, pretitle: Step.plan.name) {
            card {
                emptyState(
                    "flag", Text(zh: "还没有战略规划", en: "No strategy plan yet"),
                    Text(
                        zh: "先写一份规划（周期、起止日期、方向与取舍），再加上战略指标；看板会按开始日推算三个阶段。",
                        en:
                            "Write a plan first (horizon, days, choices), then its measures; three phases follow from its first day."
                    )
                ) {
                    if visit.may(.edit, .plan) {
                        a(.class("btn btn-primary"), .href("/plan/records/strategy_plan/new")) {
                            Text(zh: "新建战略规划", en: "New strategy plan")
                        }
                        a(.class("btn"), .href("/plan/records/strategy_measure")) {
                            Text(zh: "采用参考内容", en: "Begin from samples")
                        }
                    }
                }
            }
        }
    }

    private static func makePhases(_ visit: Visit, _ desk: GoalDesk) async throws -> Reply {
        let type = try desk.desk.records.catalog.require("strategy_plan")
        let author = try RecordDesk.author(visit)
        let plan = try await desk.desk.records.find(type, number: try visit.number("number"), for: author)
        let count = try await desk.desk.records.makePhases(of: plan, in: visit.language, by: author)
        return Reply.redirect(to: "\(path)?plan=\(plan.number)")
            .flashing(Text(zh: "已建立 \(count) 个阶段。", en: "\(count) phases are written down."))
    }

    /// Starting or closing a phase; over open milestones only with a reason, which is kept with their codes.
    private static func movePhase(_ visit: Visit, _ desk: GoalDesk) async throws -> Reply {
        let type = try desk.desk.records.catalog.require("phase")
        let author = try RecordDesk.author(visit)
        let phase = try await desk.desk.records.find(type, number: try visit.number("number"), for: author)
        let result = try await FormTrouble.catching {
            try await desk.desk.records.move(
                phase, from: Int64(visit.form.text("version")) ?? 0, visit["move"], reason: visit.form.text("reason"),
                by: author)
        }
        switch result {
        case .success(let moved):
            return Reply.redirect(to: PreferencePages.ownPath(visit.form.text("next")))
                .flashing(
                    Text(
                        zh: "\(moved.title) 现为“\(moved.stateName.zh)”。",
                        en: "\(moved.title) is now: \(moved.stateName.en)."))
        case .failure(let trouble):
            return .page(try await page(visit, desk, trouble: trouble), status: trouble.status)
        }
    }
}
