import Kernel
import Planning
import Records
import Warehouse

/// One breakdown of a goal: its parts with path, actual and chance, whether they come to the goal, and the fields to change them.
struct GoalGroupPart {
    let group: GoalGroup
    let readings: [Int64: GoalReading]
    let currency: Currency
    let mayEdit: Bool
    let typed: [Int64: GoalPartsForm.Typed]

    private var isEditable: Bool { mayEdit && group.children.contains { !$0.record.isLocked } }

    var html: HTML {
        card(Text(zh: "按", en: "By ") + group.way.name + Text(zh: "分解", en: ""), note: note, flush: true) {
            div(.class("goal-balance")) {
                balance
                for text in unevenDays { notice(.warning, text) }
            }
            if isEditable {
                postForm(GoalPages.path(group.parent) + "/parts") {
                    input(.type("hidden"), .name("way"), .value(group.way.code))
                    table
                    div(.class("form-foot goal-foot")) {
                        button(.class("btn btn-primary"), .type("submit"), .name("do"), .value("save")) {
                            Text(zh: "保存", en: "Save")
                        }
                        button(.class("btn"), .type("submit"), .name("do"), .value("balance")) {
                            icon("scale")
                            Text(zh: "保存并重新平衡", en: "Save and balance")
                        }
                    }
                }
            } else {
                table
            }
        }
    }

    private var note: Text {
        switch group.rule {
        case .sum:
            Text(
                zh: "各部分相加应等于上级目标。重新平衡时，锁定、已生效和刚改过的不动，其余按比例分摊差额。",
                en:
                    "Parts sum to the goal. When balanced, what is fixed, in force or just changed stays; the rest takes the difference in proportion."
            )
        case .weightedMean:
            Text(
                zh: "比率按权重（去年同期分母）加权平均，应等于上级目标。",
                en: "The mean of the rates, weighted by what stood under the line a year before, is the goal.")
        case .last: Text(zh: "水平类指标以最后一期为准，应等于上级目标。", en: "Of a level the last part counts: it is the goal.")
        }
    }

    private var unit: MetricUnit { group.parent.metric?.unit ?? .count }

    private func written(_ typed: Double) -> String {
        MetricFigure.full(group.parent.unit.own(typed), unit, currency)
    }

    private var balance: HTML {
        guard let reached = group.reached, let difference = group.difference else {
            return notice(.warning, Text(zh: "有下级目标缺少目标值，无法核对。", en: "A part has no target: they cannot be checked."))
        }
        if difference == 0 {
            return badge(
                group.rule.name + Text(zh: " \(written(reached))，与上级一致", en: " \(written(reached)): comes to the goal"),
                .good)
        }
        let sign = difference > 0 ? Text(zh: "多出 ", en: "over by ") : Text(zh: "还差 ", en: "short by ")
        return badge(
            group.rule.name + Text(verbatim: " \(written(reached))")
                + Text(zh: "，", en: ", ") + sign + Text(verbatim: written(abs(difference))), .attention)
    }

    private var unevenDays: [Text] {
        let days = group.unevenDays
        return days.missing.map { missing in
            Text(zh: "没有下级目标覆盖 ", en: "No part covers ") + PeriodName.days(missing)
        }
            + days.doubled.map { doubled in
                Text(zh: "有两个下级目标重叠于 ", en: "Two parts overlap on ") + PeriodName.days(doubled)
            }
    }

    private var table: HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(group.way.name)) {
            Web.table(.class("data-table goal-parts")) {
                HTMLTags.caption { group.way.name }
                thead {
                    tr {
                        th(.scope("col")) { Text(zh: "下级目标", en: "Part") }
                        th(.scope("col"), .class("digits")) { Text(zh: "基线", en: "Baseline") }
                        th(.scope("col"), .class("digits")) { targetHead }
                        if group.rule == .weightedMean {
                            th(.scope("col"), .class("digits")) { Text(zh: "权重", en: "Weight") }
                        }
                        if isEditable { th(.scope("col")) { Text(zh: "锁定", en: "Fixed") } }
                        th(.scope("col"), .class("digits")) { Text(zh: "实际", en: "Actual") }
                        th(.scope("col")) { Text(zh: "达成概率", en: "Chance") }
                        th(.scope("col")) { Text(zh: "亮灯", en: "Light") }
                    }
                }
                tbody { for child in group.children { line(child) } }
            }
        }
    }

    private var targetHead: Text {
        let name = Text(zh: "目标值", en: "Target")
        switch unit {
        case .money:
            return name + Text(zh: "（\(currency.code == "CNY" ? "元" : currency.code)）", en: " (\(currency.code))")
        case .percent: return name + Text(zh: "（%）", en: " (%)")
        default: return name
        }
    }

    private func line(_ child: Goal) -> HTML {
        let reading = readings[child.id]
        return tr {
            td {
                a(.href(GoalPages.path(child))) { shortTitle(child) }
                span(.class("cell-sub")) { Text(verbatim: child.record.code + " · ") + child.record.stateName }
            }
            td(.class("digits")) { GoalMarks.value(child.baseline, child, currency) }
            td(.class("digits")) { target(child) }
            if group.rule == .weightedMean {
                td(.class("digits")) { child.weight.map { Figure.short($0) } ?? Text(verbatim: "1") }
            }
            if isEditable { td { fixed(child) } }
            td(.class("digits")) { GoalMarks.value(reading?.actual, child, currency) }
            td { if let reading { GoalMarks.probability(reading, currency) } }
            td { GoalMarks.light(reading?.light ?? .unknown) }
        }
    }

    /// What stands after the parent's title.
    private func shortTitle(_ child: Goal) -> String {
        let prefix = group.parent.record.title + " · "
        return child.record.title.hasPrefix(prefix)
            ? String(child.record.title.dropFirst(prefix.count)) : child.record.title
    }

    private func target(_ child: Goal) -> HTML {
        guard isEditable, !child.record.isLocked else { return HTML(GoalMarks.value(child.target, child, currency)) }
        let shown =
            typed[child.id]?.text
            ?? child.target.map { Figure.decimal(child.unit.typed($0), child.unit.decimals).replacing(",", with: "") }
            ?? ""
        return HTML {
            input(.type("hidden"), .name("version-\(child.record.number)"), .value(String(child.record.version)))
            input(
                .class("form-control goal-input"), .type("text"), .attribute("inputmode", "decimal"),
                .name("target-\(child.record.number)"), .value(shown),
                .label(Text(zh: "目标值：", en: "Target: ") + Text(verbatim: child.record.title)))
        }
    }

    private func fixed(_ child: Goal) -> HTML {
        if child.record.isLocked { return icon("lock") }
        return input(
            .type("checkbox"), .class("form-check-input"), .name("fixed-\(child.record.number)"), .value("1"),
            .checked(typed[child.id]?.isFixed ?? child.isFixed),
            .label(Text(zh: "锁定：", en: "Fixed: ") + Text(verbatim: child.record.title)))
    }
}
