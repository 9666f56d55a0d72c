import Kernel
import Monitoring
import Records
import Warehouse

/// The orders or customers that a number was counted from.
enum BehindPages {
    static func routes(_ desk: MetricDesk) -> [Route] {
        [
            .get("/board/metrics/:metric/behind", .allowed(.view, .order)) { visit in
                let metric = try MetricPages.named(visit)
                return .page(try await page(metric, visit, desk))
            },
            BehindFile.list(desk).route,
        ]
    }

    private static func page(_ metric: Metric, _ visit: Visit, _ desk: MetricDesk) async throws -> Page {
        let look = try MetricView(visit, metric.behind == .orders ? .order : .customer)
        let state = try await RollUpState.read(from: desk.warehouse)
        guard let last = state.lastDay else { throw MonitoringProblem.noData }
        let periods = ComparedPeriods(look.grain, upTo: min(look.day ?? last, last))
        let slice = PageOfList(visit.query)
        let content =
            metric.behind == .orders
            ? try await orders(look, periods, slice, visit, desk)
            : try await customers(metric, look, periods, slice, visit, desk)
        return Page(
            metric.behind == .orders
                ? Text(zh: "背后的订单", en: "Orders behind it") : Text(zh: "背后的客户", en: "Customers behind it"),
            pretitle: metric.name + Text(verbatim: " · ") + PeriodName.days(periods.current),
            lead: Text(
                zh: "与指标同一口径、同一筛选条件逐笔列出。", en: "Row by row, by the metric’s own definition and the same filters.")
        ) {
            div(.class("row-wrap")) {
                a(.class("btn"), .href(MetricPages.path(metric) + look.query())) {
                    icon("arrow-left")
                    Text(zh: "返回指标", en: "Back to the metric")
                }
            }
            card(flush: true) { content }
        }.footnote(
            Text(
                zh: "时区：\(desk.warehouse.zone.identifier)；姓名已脱敏",
                en: "Time zone: \(desk.warehouse.zone.identifier). Names are masked.")
        ).actions {
            if metric.behind == .orders || visit.may(.export, .customer) { BehindFile.list(desk).menu(visit) }
        }
    }

    private static func orders(
        _ look: MetricView, _ periods: ComparedPeriods, _ slice: PageOfList, _ visit: Visit, _ desk: MetricDesk
    ) async throws -> HTML {
        let question = OrdersBehind(
            period: periods.current, filters: look.filters, limit: slice.size, offset: slice.offset)
        guard let (rows, total) = try await question.answer(from: desk.warehouse) else { return noRows() }
        let zone = desk.warehouse.zone
        let currency = desk.warehouse.currency
        let table = DataTable(
            Text(zh: "订单", en: "Orders"), rows: rows,
            columns: [
                .init(Text(zh: "订单号", en: "Order")) { row in code { row.orderNumber } },
                .init(Text(zh: "下单时间", en: "Ordered")) { row in
                    row.orderedAt.map { Figure.moment($0, in: zone) } ?? row.day.description
                },
                .init(Text(zh: "客户", en: "Customer")) { row in
                    maskedName(row.customerName)
                    span(.class("cell-sub")) { row.customerNumber ?? "" }
                },
                .init(Text(zh: "渠道", en: "Channel")) { Dimension.channel.text(of: $0.channel) },
                .init(Text(zh: "大区", en: "Region")) { Dimension.region.text(of: $0.region) },
                .init(Text(zh: "状态", en: "State")) { state($0.status) },
                .init(Text(zh: "件数", en: "Items"), figure: true) { Figure.grouped($0.items) },
                .init(Text(zh: "金额", en: "Amount"), figure: true) {
                    Figure.money(Money(minorUnits: $0.amountFen, currency: currency))
                },
            ])
        return table.html + slice.links(total: total, visit)
    }

    private static func customers(
        _ metric: Metric, _ look: MetricView, _ periods: ComparedPeriods, _ slice: PageOfList, _ visit: Visit,
        _ desk: MetricDesk
    ) async throws -> HTML {
        let question = CustomersBehind(
            period: periods.current, filters: look.filters, onlyNew: metric.behind == .newCustomers, limit: slice.size,
            offset: slice.offset)
        guard let (rows, total) = try await question.answer(from: desk.warehouse) else { return noRows() }
        let currency = desk.warehouse.currency
        let table = DataTable(
            Text(zh: "客户", en: "Customers"), rows: rows,
            columns: [
                .init(Text(zh: "客户", en: "Customer")) { row in
                    maskedName(row.name)
                    span(.class("cell-sub")) { row.customerNumber }
                },
                .init(Text(zh: "大区", en: "Region")) { Dimension.region.text(of: $0.region) },
                .init(Text(zh: "期内订单", en: "Orders"), figure: true) { Figure.grouped($0.orders) },
                .init(Text(zh: "期内消费", en: "Spent"), figure: true) {
                    Figure.money(Money(minorUnits: $0.amountFen, currency: currency))
                },
                .init(Text(zh: "最近下单", en: "Last order"), figure: true) { $0.lastDay.description },
            ])
        return table.html + slice.links(total: total, visit)
    }

    private static func noRows() -> HTML {
        emptyState(
            "database-off", Text(zh: "此筛选条件无法追溯到明细", en: "These filters cannot be followed to single rows"),
            Text(zh: "请减少筛选维度后再查看。", en: "Take a filter off and try again."))
    }

    private static func state(_ status: String) -> HTML {
        switch status {
        case "paid": badge(Text(zh: "已支付", en: "Paid"), .good)
        case "returned": badge(Text(zh: "已退货", en: "Returned"), .attention)
        default: badge(Text(verbatim: status), .neutral)
        }
    }

    /// 林静 → 林*; Anna → A***: whom it was is not this page's business.
    static func maskedName(_ name: String?) -> Text {
        guard let name, let first = name.first else { return Text(zh: "未登记客户", en: "Guest") }
        return Text(verbatim: String(first) + String(repeating: "*", count: min(3, max(1, name.count - 1))))
    }
}
