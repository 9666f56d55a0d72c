import Diagnosing
import Kernel
import Records
import Store

/// The RFM grid, the tiers of both schemes, their history and migration (CU-01, CU-02, CU-04).
enum RFMPages {
    static let path = "/diagnose/rfm"
    static let title = Text(zh: "RFM 客户分层", en: "RFM customer tiers")

    static func routes(_ app: AppContext) -> [Route] {
        let desk = RFMDesk(app)
        return [
            .get(path, .allowed(.view, .diagnosis), menu: MenuEntry(.diagnose, title, order: 10)) { visit in
                guard let view = try await RFMView.open(visit, desk) else { return .page(try await empty(visit, desk)) }
                return .page(try await page(view, visit, desk))
            },
            RFMFiles.grid(desk).route,
        ] + RFMCustomerPages.routes(desk) + RFMScorePages.routes(app, desk) + RFMSchemePages.routes(app)
            + TierRulePages.routes(desk) + TierMovePages.routes(desk) + TierHistoryPages.routes(desk)
    }

    private static func empty(_ visit: Visit, _ desk: RFMDesk) async throws -> Page {
        let hasOrders = try await desk.rfm().lastOrderDay() != nil
        let next =
            hasOrders
            ? Text(zh: "订单已就绪，现在就可以评分。", en: "Orders are there: scoring can begin now.")
            : Text(
                zh: "评分需要已付款订单和客户编号。请先在“数据”中导入订单，或生成演示公司。",
                en:
                    "Scoring needs paid orders with customer numbers. Import orders under “Data” first, or make the demonstration company."
            )
        return Page(title, pretitle: Step.diagnose.name) {
            card {
                emptyState("grid-dots", Text(zh: "还没有评分", en: "Nothing is scored yet"), next) {
                    if hasOrders, visit.may(.edit, .diagnosis) {
                        a(.class("btn btn-primary"), .href(RFMScorePages.path)) {
                            Text(zh: "开始评分", en: "Score customers")
                        }
                    }
                }
            }
        }
    }

    private static func page(_ view: RFMView, _ visit: Visit, _ desk: RFMDesk) async throws -> Page {
        let grid = try await view.rfm.grid(of: view.run, regions: view.regions)
        let counts = try await view.rfm.tierCounts(standing: view.run.standing, regions: view.regions)
        var moves: [TierMigration] = []
        for scheme in view.run.options.schemes {
            if let found = try await view.rfm.migration(in: scheme, of: view.run, regions: view.regions) {
                moves.append(found)
            }
        }
        let history = TierHistoryPart(view: view, counts: counts)
        let change = try await changedRules(view, visit)
        return Page(
            title, pretitle: Step.diagnose.name + Text(verbatim: " · ") + view.title(of: view.run), hasCharts: true
        ) {
            toolbar(view)
            if let change { notice(.warning, change) }
            RFMGridPart(view: view, grid: grid, isLinked: visit.may(.view, .customer), visit: visit).html
            div(.class("columns")) {
                for scheme in view.run.options.schemes {
                    TierPart(
                        view: view, grid: grid, scheme: scheme, before: history.before,
                        isLinked: visit.may(.view, .customer)
                    )
                    .html
                }
            }
            history.html
            div(.class("columns")) {
                for migration in moves {
                    TierMovesPart(migration: migration, view: view, isLinked: visit.may(.view, .customer)).html
                }
            }
        }
        .actions { actions(view, visit, desk) }
        .footnote(view.zoneNote)
    }

    /// The latest figures were counted with other rules than the next ones will be.
    private static func changedRules(_ view: RFMView, _ visit: Visit) async throws -> Text? {
        let store = RFMOptionStore(visit.app.store)
        let kept = try await visit.app.store.read { try store.options($0) }.schemes
        let other = view.run.options.schemes.filter { used in
            kept.contains { $0.id == used.id && !$0.divides(as: used) }
        }
        guard let first = other.first else { return nil }
        let names = other.dropFirst().reduce(first.name) { $0 + Text(zh: "、", en: ", ") + $1.name }
        return Text(zh: "本次评分使用的规则与现行规则不同：", en: "This scoring used other rules than those in force now: ") + names
            + Text(zh: "。需要时请重新评分。", en: ". Score again where that matters.")
    }

    @HTMLBuilder
    private static func actions(_ view: RFMView, _ visit: Visit, _ desk: RFMDesk) -> HTML {
        if visit.may(.export, .customer), view.run.hasScores {
            exportMenu(
                RFMCustomerPages.path, view.fields, label: Text(zh: "导出客户", en: "Export customers"))
        }
        RFMFiles.grid(desk).menu(visit, label: Text(zh: "导出网格", en: "Export the grid"))
        if visit.may(.edit, .diagnosis) {
            a(.class("btn btn-primary"), .href(RFMScorePages.path)) {
                icon("refresh")
                Text(zh: "重新评分", en: "Score again")
            }
        }
    }

    private static func toolbar(_ view: RFMView) -> HTML {
        queryForm(path, .class("row-wrap")) {
            chooser(
                "run", Text(zh: "评分", en: "Run"), chosen: String(view.run.id),
                view.runs.prefix(60).map { (String($0.id), view.title(of: $0)) })
            chooser(
                "region", Text(zh: "大区", en: "Region"), chosen: view.region ?? "",
                [("", Text(zh: "全部可见大区", en: "All regions I may see"))]
                    + view.offeredRegions.map { ($0, RegionText.of($0)) })
            element("button", [.class("btn"), .type("submit")]) { Text(zh: "查看", en: "Show") }
        }
    }

    static func chooser(_ name: String, _ label: Text, chosen: String, _ options: [(value: String, label: Text)])
        -> HTML
    {
        HTML {
            HTMLTags.label(.class("visually-hidden"), .for("choose-\(name)")) { label }
            select(.id("choose-\(name)"), .class("form-select w-auto"), .name(name)) {
                for choice in options {
                    option(.value(choice.value), .selected(choice.value == chosen)) { choice.label }
                }
            }
        }
    }
}
