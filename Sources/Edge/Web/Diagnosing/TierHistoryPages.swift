import Diagnosing
import Kernel
import Records

/// The size of each tier scoring by scoring (CU-02): what the chart draws, as figures and as files.
enum TierHistoryPages {
    static let path = "/diagnose/rfm/history"
    /// The tiers of every customer over time: a file only.
    static let customersPath = path + "/customers"
    static let title = Text(zh: "分层历史", en: "History of the tiers")
    private static let mostRuns = 60

    static func routes(_ desk: RFMDesk) -> [Route] {
        [
            .get(path, .allowed(.view, .diagnosis)) { visit in
                guard let view = try await RFMView.open(visit, desk) else { throw RFMProblem.noRun }
                return .page(try await page(view, visit, desk))
            },
            TierFiles.history(desk).route, TierFiles.customers(desk).route,
        ]
    }

    /// Official or provisional runs; those of the run shown unless the address says otherwise.
    static func standing(_ view: RFMView, _ visit: Visit) -> RFMStanding {
        RFMStanding(rawValue: visit.query.text("standing")) ?? view.run.standing
    }

    private static func page(_ view: RFMView, _ visit: Visit, _ desk: RFMDesk) async throws -> Page {
        let standing = standing(view, visit)
        let counts = try await view.rfm.tierCounts(standing: standing, regions: view.regions)
        return Page(
            title, pretitle: RFMPages.title,
            lead: Text(
                zh: "每次评分后各层级的客户数与占比，最近的在前。", en: "Customers of each tier after each scoring, the latest first.")
        ) {
            tabs(
                RFMStanding.allCases.filter(\.writesHistory).map {
                    ($0.name, visit.address(setting: "standing", to: $0.rawValue), $0 == standing)
                }, label: Text(zh: "评分性质", en: "Kind of scoring"))
            if counts.isEmpty {
                card {
                    emptyState(
                        "history", Text(zh: "还没有\(standing.name.zh)评分", en: "No such scoring yet"),
                        Text(zh: "选择另一种评分性质，或先评分一次。", en: "Choose the other kind, or score customers first."))
                }
            } else {
                for scheme in view.run.options.schemes { table(scheme, counts, view) }
            }
        }
        .actions {
            a(.class("btn"), .href(view.address(RFMPages.path))) {
                icon("arrow-left")
                Text(zh: "返回分层", en: "Back to the tiers")
            }
            TierFiles.history(desk).menu(visit, label: Text(zh: "导出历史", en: "Export the history"))
            if visit.may(.export, .customer) {
                exportMenu(
                    customersPath,
                    FieldValues(view.fields.pairs.map { ($0.name, $0.value) } + [("standing", standing.rawValue)]),
                    label: Text(zh: "导出每位客户的历史", en: "Export each customer’s"))
            }
        }
        .footnote(view.zoneNote)
    }

    private static func table(_ scheme: TierScheme, _ counts: [TierCount], _ view: RFMView) -> HTML {
        let own = counts.filter { $0.scheme == scheme.id }
        let versions = Dictionary(
            view.runs.map { ($0.id, $0.options.schemes.first { $0.id == scheme.id }?.version ?? 1) }
        ) { first, _ in first }
        let byRun = Dictionary(grouping: own, by: \.run)
        let runs = byRun.values.compactMap(\.first).sorted { ($1.asOf, $1.run) < ($0.asOf, $0.run) }.prefix(mostRuns)
        let start: [DataTable<TierCount>.Column] = [
            .init(Text(zh: "统计日", en: "As of")) { run in span(.class("num nowrap")) { run.asOf.description } },
            .init(Text(zh: "规则", en: "Rules")) { run in
                Text(zh: "第 \(versions[run.run] ?? 1) 版", en: "version \(versions[run.run] ?? 1)")
            },
        ]
        let tiers = scheme.tiers.map { tier in
            DataTable<TierCount>.Column(tier.name, figure: true) { run in
                let all = byRun[run.run] ?? []
                let customers = all.filter { $0.tier == tier.id }.reduce(0) { $0 + $1.customers }
                let total = max(all.reduce(0) { $0 + $1.customers }, 1)
                Figure.grouped(customers)
                span(.class("cell-sub")) { Figure.percent(Double(customers) / Double(total)) }
            }
        }
        return card(scheme.name, flush: true) {
            DataTable(scheme.name, rows: Array(runs), columns: start + tiers).html
        }
    }
}
