import Diagnosing
import Kernel
import Records

/// Customers by the month of their first order, and how many still buy (CU-10).
enum CohortPages {
    static let path = "/diagnose/cohorts"
    private static let title = Text(zh: "客户留存", en: "Retention by cohort")
    private static let mostMonths = 24

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .allowed(.view, .diagnosis), menu: MenuEntry(.diagnose, title, order: 20)) { visit in
                let regions = RegionChoice(try visit.scope(.view, .diagnosis))
                guard let table = try await Cohorts(visit.app.warehouse).kept(regions: regions) else {
                    return .page(empty())
                }
                return .page(page(table, visit))
            },
            RFMFiles.cohorts().route,
        ]
    }

    private static func empty() -> Page {
        Page(title, pretitle: Step.diagnose.name) {
            card {
                emptyState(
                    "table", Text(zh: "还没有留存数据", en: "No cohorts yet"),
                    Text(
                        zh: "导入订单并完成一次 RFM 评分后，这里会显示各月新客的留存。",
                        en:
                            "Once orders are in and customers are scored, the retention of each month’s new customers shows here."
                    )
                ) {
                    a(.class("btn btn-primary"), .href(RFMPages.path)) { Text(zh: "去 RFM 评分", en: "To RFM scoring") }
                }
            }
        }
    }

    private static func page(_ table: CohortTable, _ visit: Visit) -> Page {
        let showsCounts = visit.query.text("show") == "count"
        let partial = Text(
            zh: "\(table.asOf) 所在月份尚未结束，各行最后一格仍会增长，不计入平均。",
            en:
                "The month of \(table.asOf) still runs: the last cell of each row will grow and is left out of averages."
        )
        return Page(
            title, pretitle: Step.diagnose.name + Text(zh: " · 截至 \(table.asOf)", en: " · up to \(table.asOf)"),
            lead: Text(
                zh: "按首次购买月份分组，看之后每个月还有多少人购买。",
                en: "Customers by the month of their first order, and how many bought in each month after.")
        ) {
            tabs(
                [
                    (Text(zh: "留存率", en: "Retention"), visit.address(setting: "show", to: nil), !showsCounts),
                    (Text(zh: "客户数", en: "Customers"), visit.address(setting: "show", to: "count"), showsCounts),
                ], label: Text(zh: "显示", en: "Show"))
            card(note: table.lastMonthIsPartial ? partial : nil) { grid(table, showsCounts).html }
        }.footnote(
            Text(
                zh: "时区 \(visit.app.zone.identifier)；只计已付款且金额大于零的订单。",
                en: "Time zone \(visit.app.zone.identifier). Paid orders with an amount count.")
        ).actions { RFMFiles.cohorts().menu(visit) }
    }

    private static func grid(_ table: CohortTable, _ showsCounts: Bool) -> HeatGrid {
        let cohorts = table.cohorts.suffix(mostMonths)
        let ages = Array(0...max(0, min(mostMonths, cohorts.first.map { $0.active.count - 1 } ?? 0)))
        let most = cohorts.flatMap { cohort in ages.dropFirst().compactMap(cohort.retention) }.max() ?? 1
        let average = ages.map { age in
            let share = table.averageRetention(after: age)
            return HeatGrid.Cell(
                share.map { Figure.percent($0) } ?? "", share: age == 0 ? 0 : (share ?? 0) / max(most, 0.0001))
        }
        return HeatGrid(
            title, corner: Text(zh: "首购月份", en: "First order"),
            columns: ages.map { age in
                age == 0 ? Text(zh: "首月", en: "Month 0") : Text(zh: "+\(age) 月", en: "+\(age)")
            },
            rows: [(Text(zh: "加权平均", en: "Weighted mean"), average)]
                + cohorts.map { cohort in (month(cohort), ages.map { cell(cohort, $0, most, showsCounts) }) })
    }

    private static func month(_ cohort: Cohort) -> Text {
        Text(verbatim: "\(cohort.month.description.prefix(7)) · \(Figure.grouped(cohort.customers))")
    }

    private static func cell(_ cohort: Cohort, _ age: Int, _ most: Double, _ showsCounts: Bool) -> HeatGrid.Cell {
        guard let share = cohort.retention(after: age) else { return HeatGrid.Cell("", share: 0) }
        let count = Figure.grouped(cohort.active[age])
        let percent = Figure.percent(share)
        return HeatGrid.Cell(
            showsCounts ? count : percent,
            title: Text(
                zh: "\(cohort.month.description.prefix(7)) 首购，\(age) 个月后：\(count) 人，\(percent)",
                en:
                    "First order in \(cohort.month.description.prefix(7)), \(age) months later: \(count) customers, \(percent)"
            ),
            share: age == 0 ? 0 : share / max(most, 0.0001))
    }
}
