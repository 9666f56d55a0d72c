import Collecting
import Diagnosing
import Kernel
import Monitoring
import Records
import Warehouse

/// What is taken out of the tiers' history: the size of each tier scoring by scoring, who moved, and who held which tier when.
enum TierFiles {
    static func history(_ desk: RFMDesk) -> ListExport {
        ListExport(TierHistoryPages.path, seenBy: .allowed(.view, .diagnosis), exporting: .diagnosis) { visit in
            guard let view = try await RFMView.open(visit, desk) else { throw RFMProblem.noRun }
            let standing = TierHistoryPages.standing(view, visit)
            let counts = try await view.rfm.tierCounts(standing: standing, regions: view.regions)
            let totals = Dictionary(counts.map { ("\($0.run) \($0.scheme)", $0.customers) }, uniquingKeysWith: +)
            let runs = Dictionary(view.runs.map { ($0.id, $0) }) { first, _ in first }
            let columns: [ExportColumn] = [
                visit.column("as_of", Text(zh: "统计日", en: "As of")),
                visit.column("scheme", Text(zh: "方案", en: "Scheme")),
                visit.column("rules_version", Text(zh: "规则版本", en: "Rules version")),
                visit.column("tier", Text(zh: "层级", en: "Tier")),
                visit.column("customers", Text(zh: "客户数", en: "Customers")),
                visit.column("share", Text(zh: "占比", en: "Share")),
                visit.column("amount", Text(zh: "实付金额", en: "Amount paid")),
            ]
            let rows = counts.map { count -> [ExportCell] in
                let scheme = runs[count.run]?.options.schemes.first { $0.id == count.scheme }
                let total = max(totals["\(count.run) \(count.scheme)"] ?? 0, 1)
                return [
                    .day(count.asOf), .text(scheme?.name[visit.language] ?? count.scheme), .count(scheme?.version ?? 1),
                    .text(scheme?.tier(count.tier)?.name[visit.language] ?? count.tier), .count(count.customers),
                    .number(Double(count.customers) / Double(total)),
                    .number(Double(count.monetaryFen) / view.currency.unitsPerWhole),
                ]
            }
            let name = Text(zh: "分层历史_\(standing.name.zh)", en: "tier_history_\(standing.rawValue)")[visit.language]
            return ExportSheet(
                "rfm.tier_history", name: name, columns: columns, rows: rows,
                notes: notes(view, standing, visit) + [visit.currencyNote])
        }
    }

    static func moves(_ desk: RFMDesk) -> ListExport {
        ListExport(TierMovePages.path, seenBy: .allowed(.view, .customer), exporting: .customer) { visit in
            guard let view = try await RFMView.open(visit, desk, .customer) else { throw RFMProblem.noRun }
            let scheme = try TierMovePages.scheme(view, visit)
            let statement = view.rfm.export(movedBy: view.run, try TierMovePages.filter(view, visit))
            let language = visit.language
            let tiers = scheme.tiers.map { (code: $0.id, name: $0.name[language]) }
            let columns: [ExportColumn] = [
                visit.column("customer_no", Text(zh: "客户编号", en: "Customer no.")),
                .named("region", Dimension.region.name[language], ListNames.regions(language)),
                visit.column("city", Text(zh: "城市", en: "City")),
                .named("channel", Dimension.channel.name[language], ListNames.channels(language)),
                .named("from_tier", Text(zh: "原层级", en: "Before")[language], tiers),
                .named("to_tier", Text(zh: "现层级", en: "Now")[language], tiers),
                visit.column("recency_days", Text(zh: "最近消费天数", en: "Recency days")),
                visit.column("frequency", Text(zh: "订单数", en: "Orders")),
                .money(
                    "monetary_fen",
                    Text(zh: "实付金额（\(view.currency.code)）", en: "Amount paid (\(view.currency.code))")[language],
                    view.currency),
            ]
            let about = [
                visit.note(Text(zh: "方案", en: "Scheme"), scheme.name),
                visit.note(Text(zh: "统计日", en: "As of"), Text(verbatim: "\(view.run.asOf)")),
                visit.note(Text(zh: "空白层级", en: "Empty tiers"), emptyTiers),
            ]
            return ExportSheet(
                "rfm.moves", name: Text(zh: "分层迁移_\(view.run.asOf)", en: "tier_moves_\(view.run.asOf)")[language],
                columns: columns, asking: statement.sql, statement.values,
                notes: about + notes(view, view.run.standing, visit) + [visit.currencyNote])
        }
    }

    private static let emptyTiers = Text(
        zh: "原层级空白为首次评分，现层级空白为不再评分", en: "no tier before: scored for the first time; none now: no longer scored")

    static func customers(_ desk: RFMDesk) -> ListExport {
        ListExport(TierHistoryPages.customersPath, seenBy: .allowed(.view, .customer), exporting: .customer) { visit in
            guard let view = try await RFMView.open(visit, desk, .customer) else { throw RFMProblem.noRun }
            let standing = TierHistoryPages.standing(view, visit)
            let statement = view.rfm.exportHistory(standing, regions: view.regions)
            let language = visit.language
            let schemes = view.run.options.schemes
            let columns: [ExportColumn] = [
                visit.column("customer_no", Text(zh: "客户编号", en: "Customer no.")),
                .named("region", Dimension.region.name[language], ListNames.regions(language)),
                visit.column("city", Text(zh: "城市", en: "City")),
                .named(
                    "scheme", Text(zh: "方案", en: "Scheme")[language],
                    schemes.map { (code: $0.id, name: $0.name[language]) }),
                .named(
                    "tier", Text(zh: "层级", en: "Tier")[language],
                    schemes.flatMap(\.tiers).map { (code: $0.id, name: $0.name[language]) }),
                visit.column("valid_from", Text(zh: "自", en: "From")),
                visit.column("valid_to", Text(zh: "至（不含）", en: "Up to, not including")),
            ]
            let name = Text(zh: "客户分层历史_\(standing.name.zh)", en: "customer_tiers_\(standing.rawValue)")[language]
            return ExportSheet(
                "rfm.customer_tiers", name: name, columns: columns, asking: statement.sql, statement.values,
                notes: notes(view, standing, visit))
        }
    }

    private static func notes(_ view: RFMView, _ standing: RFMStanding, _ visit: Visit) -> [ExportSheet.Note] {
        [
            visit.note(Text(zh: "评分性质", en: "Kind of scoring"), standing.name),
            visit.note(Dimension.region.name, view.regions.text), visit.zoneNote,
        ]
    }
}
