import Collecting
import Diagnosing
import Kernel
import Monitoring
import Records
import Warehouse

/// What the diagnosis is taken out as: customers with scores and tiers, the grid's 125 cells, and the cohorts.
enum RFMFiles {
    static func customers(_ desk: RFMDesk) -> ListExport {
        ListExport(RFMCustomerPages.path, seenBy: .allowed(.view, .customer), exporting: .customer) { visit in
            guard let view = try await RFMView.open(visit, desk, .customer) else { throw RFMProblem.noRun }
            _ = try await view.rfm.customers(of: view.run, limit: 1)
            let statement = view.rfm.export(of: view.run, try RFMCustomerPages.filter(view, visit))
            return ExportSheet(
                "rfm.customers", name: "RFM_\(view.run.asOf)", columns: customerColumns(view, visit),
                asking: statement.sql, statement.values, notes: notes(view, visit))
        }
    }

    private static func customerColumns(_ view: RFMView, _ visit: Visit) -> [ExportColumn] {
        let language = visit.language
        let tiers = view.run.options.schemes.enumerated().map { index, scheme in
            ExportColumn.named(
                "tier_\(index + 1)", scheme.name[language], scheme.tiers.map { (code: $0.id, name: $0.name[language]) })
        }
        return [
            visit.column("customer_no", Text(zh: "客户编号", en: "Customer no.")),
            .named("region", Dimension.region.name[language], ListNames.regions(language)),
            visit.column("city", Text(zh: "城市", en: "City")),
            .named("channel", Dimension.channel.name[language], ListNames.channels(language)),
            visit.column("recency_days", Text(zh: "最近消费天数", en: "Recency days")),
            visit.column("frequency", Text(zh: "订单数", en: "Orders")),
            .money(
                "monetary_fen",
                Text(zh: "实付金额（\(view.currency.code)）", en: "Amount paid (\(view.currency.code))")[language],
                view.currency),
            visit.column("r_score", Text(verbatim: "R")), visit.column("f_score", Text(verbatim: "F")),
            visit.column("m_score", Text(verbatim: "M")),
        ] + tiers
    }

    static func grid(_ desk: RFMDesk) -> ListExport {
        ListExport(RFMPages.path, seenBy: .allowed(.view, .diagnosis), exporting: .diagnosis) { visit in
            guard let view = try await RFMView.open(visit, desk) else { throw RFMProblem.noRun }
            let grid = try await view.rfm.grid(of: view.run, regions: view.regions)
            let schemes = view.run.options.schemes
            let titles = [
                ("r", Text(verbatim: "R")), ("f", Text(verbatim: "F")), ("m", Text(verbatim: "M")),
                ("customers", Text(zh: "客户数", en: "Customers")), ("share", Text(zh: "占比", en: "Share")),
                ("orders", Text(zh: "订单数", en: "Orders")), ("amount", Text(zh: "实付金额", en: "Amount paid")),
                ("mean_recency_days", Text(zh: "平均最近消费天数", en: "Mean recency, days")),
            ]
            let columns =
                titles.map { visit.column($0.0, $0.1) }
                + schemes.enumerated().map { visit.column("tier_\($0 + 1)", $1.name) }
            let all = Double(max(grid.total.customers, 1))
            let rows = RFMCell.all.reversed().map { cell -> [ExportCell] in
                let totals = grid[cell]
                return [
                    .count(cell.recency), .count(cell.frequency), .count(cell.monetary), .count(totals.customers),
                    .number(Double(totals.customers) / all), .count(totals.orders),
                    .number(Double(totals.monetaryFen) / view.currency.unitsPerWhole), .number(totals.meanRecencyDays),
                ] + schemes.map { .text($0.tier(of: cell)?.name[visit.language]) }
            }
            return ExportSheet(
                "rfm.grid", name: Text(zh: "RFM网格_\(view.run.asOf)", en: "RFM_grid_\(view.run.asOf)")[visit.language],
                columns: columns, rows: rows, notes: notes(view, visit))
        }
    }

    static func cohorts() -> ListExport {
        ListExport(CohortPages.path, seenBy: .allowed(.view, .diagnosis), exporting: .diagnosis) { visit in
            let scope = try visit.scope(.view, .diagnosis)
            guard let table = try await Cohorts(visit.app.warehouse).kept(regions: RegionChoice(scope)) else {
                throw WebProblem.pageUnknown
            }
            let columns = [
                visit.column("cohort", Text(zh: "首购月份", en: "First order")),
                visit.column("months_after", Text(zh: "之后第几个月", en: "Months after")),
                visit.column("cohort_customers", Text(zh: "首购客户数", en: "Customers of the cohort")),
                visit.column("active_customers", Text(zh: "当月购买客户数", en: "Still buying")),
                visit.column("retention", Text(zh: "留存率", en: "Retention")),
                visit.column("is_partial", Text(zh: "月份未结束", en: "Month still running")),
            ]
            let rows = table.cohorts.flatMap { cohort in
                cohort.active.enumerated().map { age, active -> [ExportCell] in
                    let isLast = age == cohort.active.count - 1
                    return [
                        .day(cohort.month), .count(age), .count(cohort.customers), .count(active),
                        .number(cohort.retention(after: age)), .flag(isLast && table.lastMonthIsPartial),
                    ]
                }
            }
            let name = Text(zh: "客户留存_\(table.asOf)", en: "cohorts_\(table.asOf)")[visit.language]
            let reach = visit.note(Dimension.region.name, RegionChoice(scope).text)
            return ExportSheet("cohorts", name: name, columns: columns, rows: rows, notes: [reach, visit.zoneNote])
        }
    }

    private static func notes(_ view: RFMView, _ visit: Visit) -> [ExportSheet.Note] {
        let square = ["r", "f", "m"].compactMap { name in
            visit.query.int(name, in: 1...5).map { "\(name.uppercased())\($0)" }
        }
        let filter =
            square.isEmpty
            ? [] : [visit.note(Text(zh: "得分", en: "Scores"), Text(verbatim: square.joined(separator: " ")))]
        return [
            visit.note(Text(zh: "统计日", en: "As of"), Text(verbatim: "\(view.run.asOf)")),
            visit.note(Dimension.region.name, view.regions.text),
        ] + filter + [visit.zoneNote, visit.currencyNote]
    }
}

extension RegionChoice {
    /// In words.
    var text: Text {
        switch self {
        case .all: Text(zh: "全部", en: "All")
        case .only(let codes) where codes.isEmpty: Text(zh: "（无权查看）", en: "(none visible)")
        case .only(let codes):
            Text(
                zh: codes.sorted().map { RegionName.text($0).zh }.joined(separator: "、"),
                en: codes.sorted().map { RegionName.text($0).en }.joined(separator: ", "))
        }
    }
}
