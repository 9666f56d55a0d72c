import Kernel
import Planning

/// One classification of a budget: target, plan and actual as bars of the same colours, and each category in numbers.
struct MixPart {
    let report: MixReport
    let desk: BudgetDesk

    /// Farther from the target than this, a share is marked.
    private static let tolerance = 0.05

    var html: HTML {
        card(report.scheme.name, note: report.scheme.meaning) {
            div(.class("stack-tight")) {
                div(.class("mix-bars")) {
                    if report.scheme.isWhole { bar(Text(zh: "目标", en: "Target")) { $0.target ?? 0 } }
                    bar(Text(zh: "计划", en: "Plan")) { $0.plannedShare }
                    if report.spent > 0 { bar(Text(zh: "实际", en: "Actual")) { $0.actualShare } }
                }
                table
                troubles
            }
        }
    }

    private var shown: [(part: MixReport.Part, colour: Int)] {
        report.parts.enumerated().map { ($1, report.scheme.isWhole ? $0 + 1 : $0) }
    }

    private func bar(_ name: Text, _ share: (MixReport.Part) -> Double) -> HTML {
        HTML {
            span(.class("quiet small")) { name }
            BudgetBars.stacked(
                shown.filter { $0.colour > 0 }.map { .init(share: share($0.part), colour: $0.colour) },
                mark: report.scheme.isWhole ? nil : report.parts.first?.target)
        }
    }

    private var table: HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .label(report.scheme.name)) {
            Web.table(.class("mix-table")) {
                HTMLTags.caption { report.scheme.name }
                thead {
                    tr {
                        th(.scope("col")) { Text(zh: "类别", en: "Category") }
                        for name in [
                            Text(zh: "目标", en: "Target"), Text(zh: "计划", en: "Plan"), Text(zh: "实际", en: "Actual"),
                        ] {
                            th(.scope("col"), .class("digits")) { name }
                        }
                    }
                }
                tbody {
                    for (part, colour) in shown { row(part, colour) }
                    if report.unclassified > 0, report.scheme.isWhole {
                        tr {
                            th(.scope("row")) {
                                span(.class("swatch seg-0")) {}
                                Text(zh: "未分类", en: "Unclassified")
                            }
                            td(.class("digits")) { "—" }
                            td(.class("digits")) { Figure.percent(report.unclassifiedShare) }
                            td(.class("digits")) { "" }
                        }
                    }
                }
            }
        }
    }

    private func row(_ part: MixReport.Part, _ colour: Int) -> HTML {
        tr {
            th(.scope("row")) {
                span(.class("swatch seg-\(colour)")) {}
                part.category.name
            }
            td(.class("digits")) { part.target.map { Figure.percent($0, 0) } ?? "—" }
            td(.class("digits"), .title(Text(verbatim: desk.money(part.planned)))) {
                Figure.percent(part.plannedShare)
                if let gap = part.gap, isOff(gap) {
                    span(.class("mix-gap")) {
                        icon(gap > 0 ? "arrow-up" : "arrow-down")
                        "\(Figure.decimal(abs(gap) * 100, 0))"
                        Text(zh: " 点", en: " pp")
                    }
                }
            }
            td(.class("digits"), .title(Text(verbatim: desk.money(part.actual)))) {
                report.spent > 0 ? Figure.percent(part.actualShare) : "—"
            }
        }
    }

    /// A capability share above its target is no gap.
    private func isOff(_ gap: Double) -> Bool {
        report.scheme.isWhole ? abs(gap) > Self.tolerance : gap < -0.005
    }

    private var troubles: HTML {
        HTML {
            if report.hasTargetTrouble {
                notice(
                    .warning,
                    Text(
                        zh: "目标占比合计 \(Figure.percent(report.targetTotal))，应为 100%。",
                        en: "The targets make \(Figure.percent(report.targetTotal)); they should make 100 %."))
            }
        }
    }
}
