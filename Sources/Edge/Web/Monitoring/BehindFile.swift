import Collecting
import Kernel
import Monitoring
import Records
import Warehouse

/// The orders or customers behind a number, all of them, without names: whoever needs those exports the customers.
enum BehindFile {
    static func list(_ desk: MetricDesk) -> ListExport {
        ListExport("/board/metrics/:metric/behind", seenBy: .allowed(.view, .order), exporting: .order) { visit in
            let metric = try MetricPages.named(visit)
            let isOrders = metric.behind == .orders
            if !isOrders { _ = try visit.scope(.export, .customer) }
            let look = try MetricView(visit, isOrders ? .order : .customer)
            guard let last = try await RollUpState.read(from: desk.warehouse).lastDay else {
                throw MonitoringProblem.noData
            }
            let period = ComparedPeriods(look.grain, upTo: min(look.day ?? last, last)).current
            let statement =
                isOrders
                ? OrdersBehind(period: period, filters: look.filters).statement
                : CustomersBehind(period: period, filters: look.filters, onlyNew: metric.behind == .newCustomers)
                    .statement
            guard metric.behind != .none, let statement else { throw WebProblem.pageUnknown }
            let about = visit.note(Text(zh: "指标", en: "Metric"), metric.name)
            return ExportSheet(
                isOrders ? "order" : "customer", name: name(metric, isOrders, period, visit),
                columns: isOrders ? orderColumns(visit) : customerColumns(visit), asking: statement.sql,
                statement.values,
                notes: [about] + MetricFiles.notes(PeriodName.days(period), look, visit))
        }
    }

    private static func name(_ metric: Metric, _ isOrders: Bool, _ period: Period, _ visit: Visit) -> String {
        let kind = isOrders ? Text(zh: "订单", en: "orders") : Text(zh: "客户", en: "customers")
        return "\(metric.name[visit.language])_\(kind[visit.language])_\(period.start)_\(period.lastDay)"
    }

    private static func orderColumns(_ visit: Visit) -> [ExportColumn] {
        let states = [
            ("paid", Text(zh: "已支付", en: "Paid")), ("returned", Text(zh: "已退货", en: "Returned")),
            ("cancelled", Text(zh: "已取消", en: "Cancelled")),
        ]
        return [
            visit.column("order_no", Text(zh: "订单号", en: "Order")),
            visit.column("ordered_on", Text(zh: "下单日期", en: "Day")),
            .local("ordered_at", Text(zh: "下单时间", en: "Ordered at")[visit.language], visit.app.zone),
            visit.column("customer_no", Text(zh: "客户编号", en: "Customer no.")),
            .named("channel", Dimension.channel.name[visit.language], ListNames.channels(visit.language)),
            .named("region", Dimension.region.name[visit.language], ListNames.regions(visit.language)),
            .named(
                "status", Text(zh: "状态", en: "State")[visit.language],
                states.map { (code: $0.0, name: $0.1[visit.language]) }),
            visit.column("item_count", Text(zh: "件数", en: "Items")),
            .money("amount_fen", Text(zh: "金额", en: "Amount")[visit.language], visit.app.currency),
        ]
    }

    private static func customerColumns(_ visit: Visit) -> [ExportColumn] {
        [
            visit.column("customer_no", Text(zh: "客户编号", en: "Customer no.")),
            .named("region", Dimension.region.name[visit.language], ListNames.regions(visit.language)),
            visit.column("orders", Text(zh: "期内订单", en: "Orders")),
            .money("amount_fen", Text(zh: "期内消费", en: "Spent")[visit.language], visit.app.currency),
            visit.column("last_on", Text(zh: "最近下单", en: "Last order")),
        ]
    }
}

/// Codes that stand in many lists, with their names in one language.
enum ListNames {
    static func regions(_ language: Language) -> [(code: String, name: String)] {
        RegionName.all.map { (code: $0.code, name: $0.name[language]) }
    }

    static func channels(_ language: Language) -> [(code: String, name: String)] {
        ChannelName.sales.map { (code: $0.code, name: $0.name[language]) }
    }
}
