import Kernel
import Monitoring
import Planning
import Records
import Warehouse

/// The look-back on a past year, computed from data, and attached to a plan (S-09).
enum LookBackPages {
    static let path = "/plan/look-back"
    static let title = Text(zh: "年度回顾", en: "Look-back")

    static func routes(_ desk: GoalDesk) -> [Route] {
        [
            .get(path, .allowed(.view, .plan), menu: MenuEntry(.plan, title, order: 13)) { visit in
                .page(try await page(visit, desk))
            },
            .post(path, .allowed(.edit, .plan)) { visit in try await attach(visit, desk) },
        ]
    }

    /// The year asked for, or the last whole one of the data. `nil` where there are no data, or not all of them may be seen.
    private static func read(_ visit: Visit, _ desk: GoalDesk, year asked: String) async throws -> LookBack? {
        guard visit.may(.view, .board), try visit.scope(.view, .board) == .all else { return nil }
        guard let last = try await RollUpState.read(from: desk.follower.warehouse).lastDay else { return nil }
        let whole = (last + 1).year - 1
        let year = Int(asked).flatMap { (1990...2100).contains($0) ? $0 : nil } ?? whole
        return try await desk.follower.lookBack(on: year, goals: Array(try await desk.tree(visit).goals.values))
    }

    private static func page(_ visit: Visit, _ desk: GoalDesk) async throws -> Page {
        let shelf = try await desk.desk.records.strategyShelf(for: try RecordDesk.author(visit))
        guard let back = try await read(visit, desk, year: visit.query.text("year")) else {
            return Page(title, pretitle: Step.plan.name) {
                card {
                    emptyState(
                        "history", Text(zh: "暂时无法回顾", en: "Nothing to look back on"),
                        Text(
                            zh: "需要全公司的数据：请先导入数据，或请有权限的同事打开。",
                            en: "It needs the data of the whole company: import them, or ask somebody who may see them."
                        ))
                }
            }
        }
        let year = back.year.start.year
        return Page(
            title, pretitle: Step.plan.name + Text(zh: " · \(year) 年", en: " · \(year)"),
            lead: Text(
                zh: "全部由数据算出：目标达成、渠道回报、弱响应活动，以及保留与调整清单。",
                en: "All computed: goals attained, returns by channel, weak campaigns, what to keep and change.")
        ) {
            chooser(year)
            div(.class("columns")) {
                lessons(back, true)
                lessons(back, false)
            }
            goals(back, desk.currency)
            div(.class("columns")) {
                spending(
                    Text(zh: "渠道按回报排名", en: "Channels by return"), back.channels, desk.currency,
                    none: Text(zh: "该年没有广告数据。", en: "No advertising data in that year."))
                spending(
                    Text(zh: "弱响应活动（回报不足总体一半）", en: "Weak campaigns (under half of the whole return)"), back.weak,
                    desk.currency,
                    none: Text(zh: "没有弱响应活动。", en: "No weak campaigns."))
            }
            if visit.may(.edit, .plan), !shelf.plans.isEmpty { attachForm(shelf, year) }
        }
        .footnote(
            PeriodName.days(back.year)
                + Text(zh: "；时区：\(desk.zone.identifier)", en: "; time zone: \(desk.zone.identifier)"))
    }

    private static func chooser(_ year: Int) -> HTML {
        nav(.class("chip-row"), .label(Text(zh: "年份", en: "Year"))) {
            for one in [year - 1, year, year + 1] {
                a(.class("chip chip-view"), .href("\(path)?year=\(one)"), .current(one == year)) { String(one) }
            }
        }
    }

    static func words(_ lesson: LookBack.Lesson) -> Text {
        switch lesson {
        case .keepChannel(let part):
            Text(zh: "加大或保持 ", en: "Keep or raise ") + part.name
                + Text(verbatim: " (ROAS \(Figure.decimal(part.returned, 2)))")
        case .changeChannel(let part):
            Text(zh: "压缩或改造 ", en: "Cut or mend ") + part.name
                + Text(verbatim: " (ROAS \(Figure.decimal(part.returned, 2)))")
        case .stopCampaign(let part):
            Text(zh: "停办或重做活动 ", en: "Stop or redo ") + part.name
                + Text(verbatim: " (ROAS \(Figure.decimal(part.returned, 2)))")
        case .keepGoal(let reading):
            Text(zh: "沿用达成目标的做法：", en: "Keep what reached: ") + Text(verbatim: reading.goal.record.title)
        case .changeGoal(let reading):
            Text(zh: "复盘未达成目标：", en: "Find out why it was missed: ") + Text(verbatim: reading.goal.record.title)
        }
    }

    private static func lessons(_ back: LookBack, _ isKeep: Bool) -> HTML {
        let list = back.lessons.filter { $0.isKeep == isKeep }
        return card(isKeep ? Text(zh: "保留", en: "Keep") : Text(zh: "调整", en: "Change")) {
            if list.isEmpty {
                p(.class("quiet")) { Text(zh: "数据没有给出建议。", en: "The data suggest nothing here.") }
            } else {
                ul(.class("plain-list")) { for lesson in list { li { words(lesson) } } }
            }
        }
    }

    private static func goals(_ back: LookBack, _ currency: Currency) -> HTML {
        card(Text(zh: "目标达成", en: "Goals attained"), flush: true) {
            if back.goals.isEmpty {
                p(.class("goal-balance quiet")) { Text(zh: "该年没有到期的目标。", en: "No goal was due in that year.") }
            } else {
                DataTable(
                    Text(zh: "目标达成", en: "Goals attained"), rows: back.goals,
                    columns: [
                        .init(Text(zh: "目标", en: "Goal")) { reading in
                            a(.href(GoalPages.path(reading.goal))) { reading.goal.record.title }
                        },
                        .init(Text(zh: "目标值", en: "Target"), figure: true) { reading in
                            HTML(GoalMarks.value(reading.goal.target, reading.goal, currency))
                        },
                        .init(Text(zh: "实际", en: "Actual"), figure: true) { reading in
                            HTML(GoalMarks.value(reading.actual, reading.goal, currency))
                        },
                        .init(Text(zh: "达成率", en: "Reached"), figure: true) { reading in
                            HTML(verbatim: reading.attainment.map { Figure.percent($0) } ?? "—")
                        },
                        .init(Text(zh: "结果", en: "Outcome")) { reading in GoalMarks.probability(reading, currency) },
                    ]
                ).html
            }
        }
    }

    private static func spending(_ title: Text, _ parts: [LookBack.Spending], _ currency: Currency, none: Text) -> HTML
    {
        card(title, flush: true) {
            if parts.isEmpty {
                p(.class("goal-balance quiet")) { none }
            } else {
                DataTable(
                    title, rows: Array(parts.prefix(20)),
                    columns: [
                        .init(Text(zh: "名称", en: "Name")) { part in HTML(part.name) },
                        .init(Text(zh: "费用", en: "Cost"), figure: true) { part in
                            HTML(MetricFigure.short(part.cost, .money, currency))
                        },
                        .init(Text(verbatim: "ROAS"), figure: true) { part in
                            HTML(verbatim: Figure.decimal(part.returned, 2))
                        },
                        .init(Text(verbatim: "CTR"), figure: true) { part in
                            HTML(verbatim: part.clickRate.map { Figure.percent($0, 2) } ?? "—")
                        },
                    ]
                ).html
            }
        }
    }

    private static func attachForm(_ shelf: StrategyShelf, _ year: Int) -> HTML {
        card(
            Text(zh: "附到规划", en: "Attach to a plan"),
            note: Text(
                zh: "把以上结论作为评论写入战略规划，连同计算日期一并留存。",
                en: "Writes the findings on the plan as a comment, with the day they were computed.")
        ) {
            postForm(path, .class("row-wrap")) {
                input(.type("hidden"), .name("year"), .value(String(year)))
                select(.class("form-select"), .name("plan"), .label(Text(zh: "战略规划", en: "Plan"))) {
                    for plan in shelf.plans.reversed() { option(.value(String(plan.number))) { plan.title } }
                }
                submitButton(Text(zh: "附到规划", en: "Attach"))
            }
        }
    }

    private static func attach(_ visit: Visit, _ desk: GoalDesk) async throws -> Reply {
        let author = try RecordDesk.author(visit)
        let type = try desk.desk.records.catalog.require("strategy_plan")
        guard let number = Int64(visit.form.text("plan")),
            let back = try await read(visit, desk, year: visit.form.text("year"))
        else { throw WebProblem.pageUnknown }
        let plan = try await desk.desk.records.find(type, number: number, for: author)
        let today = desk.zone.day(of: visit.app.clock.now())
        try await desk.desk.records.comment(
            summary(back, today, desk.currency)[visit.language], on: plan, by: author)
        return Reply.redirect(to: RecordDesk.path(plan))
            .flashing(Text(zh: "回顾已附到 \(plan.code)。", en: "The look-back is attached to \(plan.code)."))
    }

    /// The findings in plain words, at most 5,000 characters.
    static func summary(_ back: LookBack, _ today: Day, _ currency: Currency) -> Text {
        var lines = [
            Text(
                zh: "\(back.year.start.year) 年回顾（\(today) 计算）",
                en: "Look-back on \(back.year.start.year) (computed on \(today))")
        ]
        for reading in back.goals.prefix(15) {
            lines.append(
                Text(verbatim: "· \(reading.goal.record.title)：")
                    + GoalMarks.value(reading.actual, reading.goal, currency) + Text(verbatim: " / ")
                    + GoalMarks.value(reading.goal.target, reading.goal, currency)
                    + Text(verbatim: reading.attainment.map { "（\(Figure.percent($0))）" } ?? ""))
        }
        lines += back.lessons.prefix(15).map { lesson in
            (lesson.isKeep ? Text(zh: "保留：", en: "Keep: ") : Text(zh: "调整：", en: "Change: ")) + words(lesson)
        }
        let joined = lines.dropFirst().reduce(lines[0]) { $0 + Text(verbatim: "\n") + $1 }
        return Text(zh: String(joined.zh.prefix(4_900)), en: String(joined.en.prefix(4_900)))
    }
}
