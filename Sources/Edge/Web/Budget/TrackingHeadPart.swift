import Kernel
import Planning

/// The whole budget in five numbers and one bar.
struct TrackingHeadPart {
    let view: BudgetView
    let desk: BudgetDesk

    var html: HTML {
        let book = view.book
        let plan = book.sum { $0.adjusted }
        let spent = book.sum { $0.spent }
        let committed = book.sum { $0.committed }
        let forecast = book.sum { $0.forecast?.amount ?? 0 }
        let left = plan - spent - committed
        return div(.class("kpi-grid kpi-five")) {
            tile(Text(zh: "计划（含调剂）", en: "Plan, with transfers"), plan) {
                Text(zh: "\(book.positions.count) 行", en: "\(book.positions.count) lines")
            }
            tile(Text(zh: "已支出", en: "Spent"), spent) { part(spent, plan) }
            tile(Text(zh: "已批未付", en: "Committed"), committed) { part(committed, plan) }
            tile(Text(zh: "预测至期末", en: "Forecast to the end"), forecast) {
                if forecast > plan {
                    badge(Text(zh: "超出 ", en: "Over by ") + percent(forecast - plan, plan), .attention)
                } else {
                    badge(Text(zh: "在计划内", en: "Within the plan"), .good)
                }
            }
            tile(Text(zh: "可用余额", en: "Left"), left) { part(left, plan) }
        }
    }

    private func percent(_ amount: Int64, _ plan: Int64) -> Text {
        Text(verbatim: plan > 0 ? Figure.percent(Double(amount) / Double(plan)) : "—")
    }

    private func part(_ amount: Int64, _ plan: Int64) -> HTML {
        HTML {
            percent(amount, plan)
            shareBar(plan > 0 ? Double(amount) / Double(plan) : 0, tone: amount < 0 ? "bad" : "primary")
        }
    }

    private func tile(_ name: Text, _ amount: Int64, @HTMLBuilder _ more: () -> HTML) -> HTML {
        div(.class("kpi")) {
            span(.class("kpi-name")) { name }
            span(.class("kpi-value")) { desk.short(amount) }
            span(.class("kpi-target")) { more() }
        }
    }
}
