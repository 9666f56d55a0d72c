import Kernel
import Planning
import Records
import Warehouse

/// The table of the tree: a row a goal, indented below its parent. Two levels stand open; others open on a click.
struct GoalTreePart {
    let tree: GoalTree
    let readings: [Int64: GoalReading]
    let names: RecordNames
    let currency: Currency
    let visit: Visit

    private static let openLevels = 2
    private static let mostDepth = 6

    var asOf: Day? { readings.values.map(\.asOf).max() }

    var html: HTML {
        HTML {
            summary
            card(flush: true) { table(rows) }
            GoalMarks.rule
        }
    }

    private struct Row {
        let goal: Goal
        let depth: Int
        /// How many goals stand below that are not shown.
        let hidden: Int
        /// The way in which the goal above is broken down, at the first of its parts where there are several ways.
        var way: Text?
    }

    private var chosen: GoalLight? { GoalLight(rawValue: visit.query.text("light")) }

    private func light(_ goal: Goal) -> GoalLight { readings[goal.id]?.light ?? .unknown }

    /// The whole tree, or a flat list of one light's goals.
    private var rows: [Row] {
        if let chosen {
            return tree.goals.values.filter { light($0) == chosen && $0.isOpen }
                .sorted { $0.record.number < $1.record.number }.map { Row(goal: $0, depth: 0, hidden: 0) }
        }
        let opened = Set(visit.query.all("open").compactMap(Int64.init))
        return tree.roots.filter(\.isShown).flatMap { rows(of: $0, depth: 0, opened) }
    }

    private func rows(of goal: Goal, depth: Int, _ opened: Set<Int64>) -> [Row] {
        let children = tree.children(of: goal).filter(\.isShown)
        let isOpen = depth + 1 < Self.openLevels && children.count <= 16 || opened.contains(goal.record.number)
        guard isOpen || children.isEmpty else {
            return [Row(goal: goal, depth: depth, hidden: tree.descendants(of: goal))]
        }
        let ways = children.map { GoalWay(of: $0, in: goal) }
        let hasSeveral = Set(ways).count > 1
        return [Row(goal: goal, depth: depth, hidden: 0)]
            + children.indices.flatMap { place in
                var below = rows(of: children[place], depth: depth + 1, opened)
                if hasSeveral, place == 0 || ways[place] != ways[place - 1] { below[0].way = ways[place].name }
                return below
            }
    }

    /// How many goals show each light; each number is a filter.
    private var summary: HTML {
        let open = tree.goals.values.filter(\.isOpen)
        return nav(.class("chip-row"), .label(Text(zh: "按亮灯筛选", en: "By light"))) {
            a(.class("chip chip-view"), .href(GoalPages.path), .current(chosen == nil)) {
                Text(zh: "全部 \(open.count)", en: "All \(open.count)")
            }
            for light in GoalLight.allCases {
                let count = open.count { self.light($0) == light }
                if count > 0 {
                    a(
                        .class("chip chip-view"), .href("\(GoalPages.path)?light=\(light.rawValue)"),
                        .current(chosen == light)
                    ) {
                        icon(GoalMarks.tone(light).icon)
                        light.word + Text(verbatim: " \(count)")
                    }
                }
            }
        }
    }

    private func table(_ rows: [Row]) -> HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(GoalPages.title)) {
            Web.table(.class("data-table goal-table")) {
                HTMLTags.caption { GoalPages.title }
                thead {
                    tr {
                        head(Text(zh: "目标", en: "Goal"))
                        head(Text(zh: "亮灯", en: "Light"))
                        head(Text(zh: "基线 → 目标值", en: "Baseline → target"), figure: true)
                        head(Text(zh: "今日应达", en: "Due by now"), figure: true)
                        head(Text(zh: "实际", en: "Actual"), figure: true)
                        head(Text(zh: "达成率", en: "Reached"), figure: true)
                        head(Text(zh: "达成概率与预计", en: "Chance and forecast"))
                    }
                }
                tbody {
                    for row in rows {
                        if let way = row.way { self.way(way, row.depth) }
                        line(row)
                    }
                }
            }
        }
    }

    private func head(_ text: Text, figure: Bool = false) -> HTML {
        th(.scope("col"), .class("digits").when(figure)) { text }
    }

    private func way(_ name: Text, _ depth: Int) -> HTML {
        tr(.class("goal-way")) {
            td(.colspan(7), .class("goal-name depth-\(min(depth, Self.mostDepth))")) { Text(zh: "按", en: "By ") + name }
        }
    }

    private func line(_ row: Row) -> HTML {
        let goal = row.goal
        let reading = readings[goal.id]
        return tr {
            td(.class("goal-name depth-\(min(row.depth, Self.mostDepth))")) { name(row) }
            td { GoalMarks.light(light(goal)) }
            td(.class("digits nowrap")) {
                GoalMarks.value(goal.baseline, goal, currency)
                " → "
                strong { GoalMarks.value(goal.target, goal, currency) }
            }
            td(.class("digits")) { GoalMarks.value(reading?.expected, goal, currency) }
            td(.class("digits")) { GoalMarks.value(reading?.actual, goal, currency) }
            td(.class("digits")) { reading?.attainment.map { Figure.percent($0, 0) } ?? "—" }
            td {
                if let reading {
                    GoalMarks.probability(reading, currency)
                    if goal.gap != nil, !goal.record.isLocked, visit.may(.edit, .plan) {
                        a(.href(RecordDesk.path(goal.record) + "/edit")) { Text(zh: "去补填", en: "Fill in") }
                    }
                } else {
                    span(.class("quiet small")) {
                        Text(zh: "超出您的数据范围", en: "Beyond the data you may see")
                    }
                }
            }
        }
    }

    private func name(_ row: Row) -> HTML {
        let goal = row.goal
        return HTML {
            a(.class("record-link"), .href(GoalPages.path(goal))) { goal.record.title }
            span(.class("cell-sub")) {
                about(goal)
                if row.hidden > 0 {
                    " · "
                    a(.href(opening(goal))) {
                        Text(zh: "展开 \(row.hidden) 个下级", en: "Open \(row.hidden) below")
                    }
                }
            }
        }
    }

    private func about(_ goal: Goal) -> Text {
        var parts = [Text(verbatim: goal.record.code)]
        if let metric = goal.metric { parts.append(metric.name) }
        if let owner = goal.owner.flatMap({ names.people[$0] }) { parts.append(Text(verbatim: owner)) }
        if let days = goal.days { parts.append(Text(zh: "截至 \(days.lastDay)", en: "by \(days.lastDay)")) }
        if goal.record.state != "active" { parts.append(goal.record.stateName) }
        return parts.dropFirst().reduce(parts[0]) { $0 + Text(verbatim: " · ") + $1 }
    }

    private func opening(_ goal: Goal) -> String {
        let opened = visit.query.all("open") + [String(goal.record.number)]
        return GoalPages.path + "?" + FieldValues(opened.map { ("open", $0) }).encoded
    }
}

extension Goal {
    /// What was dropped is history: the list of records has it.
    fileprivate var isShown: Bool { record.state != "dropped" }
}
