import Kernel
import Planning
import Records
import Warehouse

/// One goal: its course with the forecast, and its breakdown, proposed, changed and balanced here.
enum GoalPage {
    static func routes(_ desk: GoalDesk) -> [Route] {
        let one = GoalPages.path + "/:number"
        return [
            .get(one, .allowed(.view, .plan)) { visit in .page(try await page(visit, desk)) },
            .post(one + "/split", .allowed(.edit, .plan)) { visit in try await split(visit, desk) },
            .post(one + "/parts", .allowed(.edit, .plan)) { visit in try await save(visit, desk) },
        ]
    }

    static func page(
        _ visit: Visit, _ desk: GoalDesk, trouble: FormTrouble? = nil, typed: [Int64: GoalPartsForm.Typed] = [:]
    ) async throws -> Page {
        let goal = try await desk.goal(visit)
        let tree = try await desk.tree(visit)
        let children = tree.children(of: goal).filter { $0.record.state != "dropped" }
        let readings = try await desk.readings([goal] + children, visit)
        let reading = readings[goal.id]
        var course: [GoalCoursePoint] = []
        if let reading { course = try await desk.follower.course(of: reading) }
        let names = try await desk.names([goal])
        let people = visit.may(.edit, .plan) ? try await desk.accounts.all().filter { $0.disabledAt == nil } : []
        let groups = GoalGroup.groups(of: goal, children)
        let ancestors = tree.ancestors(of: goal)
        return Page(
            Text(verbatim: goal.record.title),
            pretitle: GoalPages.title + Text(verbatim: " · \(goal.record.code) · ") + goal.record.stateName,
            lead: lead(goal), hasCharts: !course.isEmpty
        ) {
            if let trouble { trouble.overall([]) }
            if !ancestors.isEmpty { above(ancestors) }
            div(.class("two-thirds")) {
                div(.class("stack")) {
                    if let gap = goal.gap { incomplete(goal, gap, visit) }
                    if course.count > 1 { GoalCoursePart(goal: goal, points: course, currency: desk.currency).html }
                }
                div(.class("stack")) {
                    state(goal, reading, desk.currency)
                    about(goal, names, desk.currency)
                    GoalMarks.rule
                }
            }
            for group in groups {
                GoalGroupPart(
                    group: group, readings: readings, currency: desk.currency,
                    mayEdit: visit.may(.edit, .plan), typed: typed
                ).html
            }
            if visit.may(.edit, .plan), goal.gap == nil { splitForm(goal, groups, people) }
        }
        .actions {
            a(.class("btn"), .href(RecordDesk.path(goal.record))) {
                icon("file-text")
                Text(zh: "目标档案与审批", en: "Record and approval")
            }
            if visit.may(.edit, .plan), !goal.record.isLocked {
                a(.class("btn"), .href(RecordDesk.path(goal.record) + "/edit")) {
                    icon("edit")
                    Text(zh: "编辑", en: "Edit")
                }
            }
        }
        .footnote(GoalPages.footnote(reading?.asOf, desk.zone))
    }

    private static func lead(_ goal: Goal) -> Text? {
        guard let metric = goal.metric, let days = goal.days else { return nil }
        return metric.name + Text(zh: "，", en: ", ") + PeriodName.days(days)
    }

    private static func above(_ ancestors: [Goal]) -> HTML {
        nav(.class("goal-above small"), .label(Text(zh: "上级目标", en: "Goals above"))) {
            for goal in ancestors {
                a(.href(GoalPages.path(goal))) { goal.record.title }
                icon("chevron-right")
            }
        }
    }

    private static func incomplete(_ goal: Goal, _ gap: GoalGap, _ visit: Visit) -> HTML {
        card {
            emptyState("alert-triangle", Text(zh: "这个目标还不能跟踪", en: "This goal cannot be followed yet"), gap.text) {
                if visit.may(.edit, .plan), !goal.record.isLocked {
                    a(.class("btn btn-primary"), .href(RecordDesk.path(goal.record) + "/edit")) {
                        Text(zh: "去补填", en: "Fill in")
                    }
                }
            }
        }
    }

    private static func state(_ goal: Goal, _ reading: GoalReading?, _ currency: Currency) -> HTML {
        card(Text(zh: "能否达成", en: "Will it be reached?")) {
            if let reading {
                div(.class("kpi-head")) {
                    span(.class("kpi-value")) {
                        switch reading.prospect {
                        case .forecast(_, let probability): GoalMarks.percent(probability)
                        case .ended, .unknown: GoalMarks.value(reading.actual, goal, currency)
                        }
                    }
                    GoalMarks.light(reading.light)
                }
                GoalMarks.probability(reading, currency)
                facts([
                    (
                        Text(zh: "实际（至 \(reading.asOf)）", en: "Actual (to \(reading.asOf))"),
                        HTML(GoalMarks.value(reading.actual, goal, currency))
                    ),
                    (Text(zh: "路径应达", en: "Due by the path"), HTML(GoalMarks.value(reading.expected, goal, currency))),
                    (
                        Text(zh: "路径达成率", en: "Of the path"),
                        HTML(verbatim: reading.attainment.map { Figure.percent($0) } ?? "—")
                    ),
                ])
                if let forecast = reading.forecast {
                    p(.class("kpi-target")) {
                        Text(zh: "方法：", en: "Method: ") + forecast.method.text
                            + Text(
                                zh: "，依据 \(forecast.pastCount) 期历史。", en: "; \(forecast.pastCount) periods of history.")
                    }
                }
            } else {
                p(.class("quiet")) { Text(zh: "该目标的实际数据超出您的数据范围。", en: "Its actual data lie beyond what you may see.") }
            }
        }
    }

    private static func about(_ goal: Goal, _ names: RecordNames, _ currency: Currency) -> HTML {
        func text(_ field: String) -> HTML {
            guard let declared = goal.record.type.field(field) else { return HTML(verbatim: "—") }
            return RecordCell(field: declared, value: goal.record[field], names: names, currency: currency).html
        }
        return card(Text(zh: "要点", en: "At a glance")) {
            facts([
                (Text(zh: "负责人", en: "Owner"), text("owner")), (Text(zh: "指标", en: "Metric"), text("metric")),
                (Text(zh: "基线", en: "Baseline"), HTML(GoalMarks.value(goal.baseline, goal, currency))),
                (Text(zh: "目标值", en: "Target"), HTML(GoalMarks.value(goal.target, goal, currency))),
                (Text(zh: "核心任务", en: "Core task"), text("core_task")),
                (Text(zh: "关键动作", en: "Key move"), text("key_move")),
                (Text(zh: "对应战略", en: "Strategy"), text("strategy")),
            ])
        }
    }

    private static func splitForm(_ goal: Goal, _ groups: [GoalGroup], _ people: [Account]) -> HTML {
        let ways = GoalWay.open(to: goal).filter { way in !groups.contains { $0.way == way } }
        guard !ways.isEmpty else { return HTML() }
        return card(
            Text(zh: "分解目标", en: "Break it down"),
            note: Text(
                zh: "按去年同期的占比提出各部分的数值，合计与上级一分不差；提出后可修改、锁定、重新平衡。",
                en:
                    "Parts are proposed by last year's shares and sum to the goal to the last unit; then change, fix and balance them."
            )
        ) {
            postForm(GoalPages.path(goal) + "/split", .class("stack-tight")) {
                Field("way", Text(zh: "分解方式", en: "Way"))
                    .choice(ways.map { ($0.code, Text(zh: "按", en: "By ") + $0.name) })
                if ways.contains(.people), people.count > 1 {
                    details {
                        summary { Text(zh: "按个人分解时选择人员", en: "People, when broken down by person") }
                        div(.class("check-scroll")) {
                            for account in people {
                                element("label", [.class("field-check")]) {
                                    input(.type("checkbox"), .name("person"), .value(String(account.id)))
                                    account.name
                                }
                            }
                        }
                    }
                }
                submitButton(Text(zh: "提出分解方案", en: "Propose"))
            }
        }
    }

    private static func split(_ visit: Visit, _ desk: GoalDesk) async throws -> Reply {
        let result = try await FormTrouble.catching {
            let goal = try await desk.goal(visit)
            guard let way = GoalWay(code: visit.form.text("way")) else { throw GoalProblem.unknownWay }
            let chosen = Set(visit.form.all("person").compactMap(Int64.init))
            let people = try await desk.accounts.all().filter { chosen.contains($0.id) && $0.disabledAt == nil }
            let pieces = try await GoalPieces(goal, desk.follower).proposed(
                way, people: people.map { ($0.id, $0.name) })
            let made = try await desk.cascade.create(
                pieces, of: goal, by: way, in: visit.language, for: try RecordDesk.author(visit))
            return (goal, made.count)
        }
        switch result {
        case .success(let (goal, count)):
            return Reply.redirect(to: GoalPages.path(goal))
                .flashing(Text(zh: "已分解为 \(count) 个下级目标（草稿）。", en: "Broken down into \(count) goals, as drafts."))
        case .failure(let trouble):
            return .page(try await page(visit, desk, trouble: trouble), status: trouble.status)
        }
    }

    private static func save(_ visit: Visit, _ desk: GoalDesk) async throws -> Reply {
        let goal = try await desk.goal(visit)
        let tree = try await desk.tree(visit)
        let groups = GoalGroup.groups(of: goal, tree.children(of: goal).filter { $0.record.state != "dropped" })
        guard let group = groups.first(where: { $0.way.code == visit.form.text("way") }) else {
            throw GoalProblem.unknownWay
        }
        let form = GoalPartsForm(visit.form, group)
        let isBalancing = visit.form.text("do") == "balance"
        let result = try await FormTrouble.catching {
            var changes = try form.changes()
            if isBalancing { changes = try GoalCascade.balanced(changes, in: group) }
            try await desk.cascade.save(changes, by: try RecordDesk.author(visit))
        }
        switch result {
        case .success:
            let said =
                isBalancing
                ? Text(zh: "已重新平衡，各部分与上级目标一致。", en: "Balanced: the parts come to the goal.")
                : Text(zh: "已保存。", en: "Saved.")
            return Reply.redirect(to: GoalPages.path(goal)).flashing(said)
        case .failure(let trouble):
            return .page(
                try await page(visit, desk, trouble: trouble, typed: form.typed), status: trouble.status)
        }
    }
}
