import Kernel
import Planning
import Records
import Warehouse

/// Every line with its course: what is spent, committed and forecast against the plan.
struct TrackingTablePart {
    let view: BudgetView
    let desk: BudgetDesk

    var html: HTML {
        card(
            Text(zh: "逐行执行", en: "Line by line"),
            note: Text(
                zh: "条形：深色已支出，中色已批未付，浅色预测；竖线为计划",
                en: "Bar: dark spent, middle committed, pale forecast; the line is the plan"),
            flush: true
        ) {
            if view.positions.isEmpty {
                emptyState(
                    "table", Text(zh: "还没有预算行", en: "No lines yet"),
                    Text(zh: "先在“预算编制”中添加预算行。", en: "Add lines under Budgets first."))
            } else {
                table.html
            }
        }
    }

    private var table: DataTable<LinePosition> {
        let desk = desk
        let view = view
        let ranked = view.positions.sorted { $0.adjusted > $1.adjusted }
        return DataTable(
            Text(zh: "逐行执行", en: "Line by line"), rows: ranked,
            columns: [
                .init(Text(zh: "预算行", en: "Line")) { position in
                    div(.class("tracking-line")) {
                        a(.href(RecordDesk.path(position.line.record))) { position.line.title }
                        span(.class("cell-sub")) {
                            a(.class("quiet"), .href("\(BudgetDesk.spending)?line=\(position.line.code)")) {
                                Text(zh: "查看支出申请", en: "Spend requests")
                            }
                        }
                    }
                },
                .init(Text(zh: "进度", en: "Course")) { position in
                    div(.class("course-cell")) { BudgetBars.course(position, state: view.state(position)) }
                },
                .init(Text(zh: "计划", en: "Plan"), figure: true) { position in
                    desk.short(position.adjusted)
                    if position.moved != 0 {
                        span(.class("cell-sub")) {
                            Text(zh: "调剂 ", en: "moved ")
                            (position.moved > 0 ? "+" : "") + desk.money(position.moved)
                        }
                    }
                },
                .init(Text(zh: "已批未付", en: "Committed"), figure: true) { desk.short($0.committed) },
                .init(Text(zh: "已支出", en: "Spent"), figure: true) { position in
                    desk.short(position.spent)
                    span(.class("cell-sub")) { Figure.percent(position.spentShare, 0) }
                },
                .init(Text(zh: "预测", en: "Forecast"), figure: true) { position in
                    span(.title(TrackingPages.basis(position))) { desk.short(position.forecast?.amount ?? 0) }
                },
                .init(Text(zh: "余额", en: "Left"), figure: true) { desk.short($0.remaining) },
                .init(Text(zh: "投产比 / ROI", en: "Return / ROI"), figure: true) { Self.returns($0, view) },
                .init(Text(zh: "状态", en: "State")) { TrackingPages.mark(view.state($0)) },
            ])
    }

    private static func returns(_ position: LinePosition, _ view: BudgetView) -> HTML {
        guard position.line.source == .media, let code = position.line.outside, let found = view.returns[code] else {
            return span(.class("quiet"), .title(Text(zh: "没有可归因的渠道", en: "No channel to attribute to"))) { "—" }
        }
        return HTML {
            found.onSpend.number.map { Figure.decimal($0, 2) } ?? "—"
            span(.class("cell-sub")) { found.onMargin.number.map { Figure.change($0, 0) } ?? "—" }
        }
    }
}
