import Kernel
import Planning
import Records
import Warehouse

/// The tree of goals: each with metric, path, actual and the probability of reaching it (S-06, S-07).
package enum GoalPages {
    static let path = "/plan/goals"
    static let title = Text(zh: "目标树", en: "Goals")

    static func path(_ goal: Goal) -> String { "\(path)/\(goal.record.number)" }

    package static func routes(_ app: AppContext) -> [Route] {
        let desk = GoalDesk(app)
        return [
            .get(path, .allowed(.view, .plan), menu: MenuEntry(.plan, title, order: 10)) { visit in
                .page(try await tree(visit, desk))
            }
        ] + GoalPage.routes(desk) + StrategyPages.routes(desk) + OKRPages.routes(desk)
            + PriorityPages.routes(desk) + LookBackPages.routes(desk)
    }

    private static func tree(_ visit: Visit, _ desk: GoalDesk) async throws -> Page {
        let tree = try await desk.tree(visit)
        let goals = Array(tree.goals.values)
        let part = GoalTreePart(
            tree: tree, readings: try await desk.readings(goals, visit), names: try await desk.names(goals),
            currency: desk.currency, visit: visit)
        return Page(
            title, pretitle: Step.plan.name,
            lead: Text(
                zh: "每个目标的路径、实际与达成概率；黄灯在还来得及时亮起。",
                en: "Path, actual and chance of every goal; amber comes while there is time.")
        ) {
            if goals.isEmpty { empty(visit) } else { part.html }
        }
        .actions {
            if visit.may(.edit, .plan) {
                a(.class("btn btn-primary"), .href("/plan/records/goal/new")) {
                    icon("plus")
                    Text(zh: "新建目标", en: "New goal")
                }
            }
        }
        .footnote(footnote(part.asOf, desk.zone))
    }

    static func footnote(_ asOf: Day?, _ zone: BusinessZone) -> Text {
        let upTo = asOf.map { Text(zh: "数据截至 \($0)；", en: "Data up to \($0); ") } ?? Text(verbatim: "")
        return upTo + Text(zh: "时区：\(zone.identifier)", en: "time zone: \(zone.identifier)")
    }

    private static func empty(_ visit: Visit) -> HTML {
        card {
            emptyState(
                "target-arrow", Text(zh: "还没有目标", en: "No goals yet"),
                Text(
                    zh: "新建一个年度目标并绑定指标，就能看到路径、实际与达成概率；之后可逐级分解到季、月、周，以及区域、渠道和个人。",
                    en:
                        "Make a goal for the year and bind it to a metric: path, actual and chance show at once. Then break it down by quarter, month, week, region, channel and person."
                )
            ) {
                if visit.may(.edit, .plan) {
                    a(.class("btn btn-primary"), .href("/plan/records/goal/new")) { Text(zh: "新建目标", en: "New goal") }
                    a(.class("btn"), .href("/plan/records/goal")) {
                        Text(zh: "看看参考目标", en: "Look at sample goals")
                    }
                }
            }
        }
    }
}
