import Diagnosing
import Kernel
import Warehouse

/// The four figures in all, each with its change on the period before and on last year.
struct BasketHeadPart {
    let total: BasketRow
    let view: BasketView

    var html: HTML {
        div(.class("kpi-grid")) {
            figure(
                Text(zh: "客单价", en: "Average order value"), view.money(total.now.averageFen),
                Text(
                    zh: "\(Figure.grouped(total.now.orders)) 笔支付订单",
                    en: "\(Figure.grouped(total.now.orders)) paid orders"),
                basketChange(total.averageOnPrevious), basketChange(total.averageOnLastYear))
            figure(
                Text(zh: "复购率", en: "Repurchase rate"), total.now.repurchaseRate.map { Figure.percent($0, 2) } ?? "—",
                interval, basketChange(total.repurchaseOnPrevious, isShare: true),
                basketChange(total.repurchaseOnLastYear, isShare: true))
            figure(
                Text(zh: "连带率（件/单）", en: "Items per order"),
                total.now.itemsPerOrder.map { Figure.decimal($0, 2) } ?? "—",
                Text(zh: "\(Figure.grouped(total.now.items)) 件", en: "\(Figure.grouped(total.now.items)) items"),
                basketChange(total.itemsOnPrevious), basketChange(total.itemsOnLastYear))
            figure(
                Text(
                    zh: "客户价值（首 \(view.horizon.days) 天毛利）",
                    en: "Customer value (margin, first \(view.horizon.days) days)"),
                view.money(total.value.marginPerCustomer), valueNote, nil, basketChange(total.valueOnLastYear))
        }
    }

    private var interval: Text {
        guard let (lower, upper) = total.now.repurchaseInterval else {
            return Text(zh: "没有已识别的客户", en: "No known customers")
        }
        return Text(
            zh: "95% 区间 \(Figure.percent(lower, 2)) 至 \(Figure.percent(upper, 2))",
            en: "95 % interval \(Figure.percent(lower, 2)) to \(Figure.percent(upper, 2))")
    }

    private var valueNote: Text {
        let cohorts = view.horizon.cohorts(by: view.periods.current)
        guard total.value.customers > 0 else {
            return Text(
                zh: "需要满 \(view.horizon.days) 天的新客，数据还不够长",
                en: "Needs customers \(view.horizon.days) days old: too short a history")
        }
        guard total.value.marginPerCustomer != nil else {
            return Text(zh: "成本记录不足 95%，无法计算毛利", en: "Less than 95 % of sales have a known cost")
        }
        let months = "\(cohorts.start.description.prefix(7))–\((cohorts.end - 1).description.prefix(7))"
        return Text(
            zh: "\(months) 首购的 \(Figure.grouped(total.value.customers)) 位客户",
            en: "\(Figure.grouped(total.value.customers)) customers of \(months)")
    }

    private func figure(_ name: Text, _ value: String, _ note: Text, _ onPrevious: HTML?, _ onLastYear: HTML) -> HTML {
        div(.class("kpi")) {
            div(.class("kpi-head")) { span(.class("kpi-name")) { name } }
            div(.class("kpi-value")) { value }
            div(.class("kpi-target")) { note }
            div(.class("kpi-changes")) {
                if let onPrevious {
                    span {
                        Text.onPrevious
                        " "
                        onPrevious
                    }
                }
                span {
                    Text.onLastYear
                    " "
                    onLastYear
                }
            }
        }
    }
}

/// A change with an arrow: relative, or in percentage points for shares. More is better here.
func basketChange(_ amount: Double?, isShare: Bool = false) -> HTML {
    guard let amount, amount.isFinite else { return span(.class("quiet")) { "—" } }
    let isStill = abs(amount) < 0.000_05
    return span(.class(isStill ? "quiet" : amount > 0 ? "better" : "worse")) {
        if !isStill { icon(amount > 0 ? "arrow-up" : "arrow-down") }
        if isShare {
            Text(verbatim: (amount > 0 ? "+" : "") + Figure.decimal(amount * 100, 2)) + Text(zh: " 个百分点", en: " pp")
        } else {
            Figure.change(amount)
        }
    }
}
