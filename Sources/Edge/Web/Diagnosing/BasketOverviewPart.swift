import Diagnosing
import Kernel
import Warehouse

/// Average order value, repurchase, items and customer value, in all and by channel, category or product.
enum BasketOverviewPart {
    static func page(_ view: BasketView, _ visit: Visit) async throws -> Page {
        async let counted = view.baskets.table(
            by: view.kind, view.periods, valuedOver: view.horizon, regions: view.regions)
        async let curves = view.baskets.valueCurves(view.state, regions: view.regions)
        let table = try await counted
        let member = visit.query["member"].flatMap { code in
            table.rows.first { $0.member == (code == MetricView.blank ? "" : code) }
        }
        let course = try await Course(view, member)
        let valueCurves = try await curves
        return Page(
            BasketPages.title, pretitle: Step.diagnose.name + Text(verbatim: " · ") + view.periodName,
            lead: Text(
                zh: "每单多少钱、客户会不会再来、一位客户值多少：按渠道、品类、商品与时间看升降。",
                en:
                    "What an order brings, whether customers return and what one is worth: by channel, category, product and time."
            ),
            hasCharts: true
        ) {
            BasketPages.views(visit)
            BasketPages.toolbar(view, visit, horizonChooser(view))
            BasketHeadPart(total: table.total, view: view).html
            div(.class("columns")) { course.charts(view) }
            BasketTablePart(table: table, view: view, visit: visit).html
            ValueCurvePart(curves: valueCurves, view: view).html
        }
        .actions { BasketFiles.menu(visit, BasketPages.path) }
        .footnote(view.footnote)
    }

    private static func horizonChooser(_ view: BasketView) -> HTML {
        RFMPages.chooser(
            "horizon", Text(zh: "客户价值的时长", en: "Customer value over"), chosen: String(view.horizon.days),
            ValueHorizon.allCases.map {
                (String($0.days), Text(zh: "客户价值：首 \($0.days) 天", en: "Customer value: first \($0.days) days"))
            })
    }

    /// The course of order value and repurchase over the periods up to the chosen one, of all baskets or of one member.
    private struct Course {
        let now: [BasketFigures]
        let lastYear: [BasketFigures]
        let name: Text

        init(_ view: BasketView, _ member: BasketRow?) async throws {
            let chosen = member.map { (kind: view.kind, code: $0.member) }
            let history = view.periods.history
            async let recent = view.baskets.course(of: chosen, history, regions: view.regions)
            async let old = view.baskets.course(of: chosen, history.map(\.lastYear), regions: view.regions)
            (now, lastYear) = (try await recent, try await old)
            name = member.map { Text(zh: " · ", en: " · ") + view.name($0.member) } ?? Text(verbatim: "")
        }

        @HTMLBuilder
        func charts(_ view: BasketView) -> HTML {
            chart(Text(zh: "客单价走势", en: "Average order value"), .money(view.currency), view) {
                view.plain($0.averageFen)
            }
            chart(Text(zh: "复购率走势", en: "Repurchase rate"), .percent, view) { $0.repurchaseRate }
        }

        private func chart(
            _ title: Text, _ unit: ChartUnit, _ view: BasketView, _ value: (BasketFigures) -> Double?
        ) -> HTML {
            card(title + name) {
                Chart(
                    .trend, title, unit: unit, size: .low, labelName: Text(zh: "期间", en: "Period"),
                    labels: view.periods.history.map { Text(verbatim: PeriodName.axis($0, view.grain)) },
                    series: [
                        Chart.Series(Text(zh: "实际", en: "Actual"), now.map(value), as: .actual),
                        Chart.Series(Text(zh: "去年同期", en: "Last year"), lastYear.map(value), as: .lastYear),
                    ]
                ).html
            }
        }
    }
}
