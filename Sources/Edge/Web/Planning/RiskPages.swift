import Kernel
import Planning
import Records
import Warehouse

/// The risk register at a glance: heat map, live indicators, and the way into an emergency plan (RK-01, RK-02).
enum RiskPages {
    static let path = "/plan/risk-map"

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .allowed(.view, .plan)) { visit in .page(try await page(visit)) },
            .post(path + "/check", .allowed(.edit, .plan)) { visit in
                let moves = try await RiskWatchStore(visit.app.desk.records, visit.app.warehouse).run()
                let said =
                    moves.isEmpty
                    ? Text(zh: "已检查，状态无变化。", en: "Checked; no state changed.")
                    : Text(
                        zh: "已检查，\(moves.count) 项风险状态有变：\(moves.map(\.code).joined(separator: "、"))。",
                        en: "Checked; \(moves.count) changed: \(moves.map(\.code).joined(separator: ", ")).")
                return Reply.redirect(to: path).flashing(said)
            },
        ] + IncidentPages.routes(app)
    }

    static let area = "/plan/risk"

    static let analyses = [
        Analysis(
            area: "risk", path: path, icon: "flag", title: Text(zh: "风险热力图", en: "Risk map"),
            meaning: Text(zh: "可能性 × 影响，指标按最新数据自动预警。", en: "Likelihood by impact; indicators warn by themselves.")),
        Analysis(
            area: "risk", path: IncidentPages.startPath, icon: "clock",
            title: Text(zh: "启动应急预案", en: "Start an emergency plan"),
            meaning: Text(zh: "立即计时，逐步处置，全程留痕。", en: "The clock runs at once; steps and notes are logged.")),
    ]

    private static func page(_ visit: Visit) async throws -> Page {
        let reader = try RecordDesk.author(visit)
        let records = visit.app.desk.records
        let standings = try await RiskWatchStore(records, visit.app.warehouse).standings(for: reader)
        let mayEdit = records.catalog.type("risk").map { reader.may(.edit, $0) } ?? false
        let incidents = try await openIncidents(visit, reader)
        var page = Page(
            Text(zh: "风险热力图", en: "Risk map"), pretitle: Text(zh: "风险与应急", en: "Risk and emergency"),
            lead: Text(
                zh: "可能性 × 影响；带指标的风险每小时按最新数据自动升级或解除。",
                en: "Likelihood by impact. Risks with an indicator rise and calm by themselves every hour.")
        ) {
            if !incidents.isEmpty { IncidentPages.list(incidents, visit) }
            if standings.isEmpty {
                empty(mayEdit)
            } else {
                card { RiskMapPart(standings: standings).html }
                card(Text(zh: "预警指标", en: "Indicators"), flush: true) {
                    RiskTablePart(standings: standings, currency: visit.app.currency, mayEdit: mayEdit).html
                }
            }
        }.actions {
            if mayEdit, !standings.isEmpty {
                a(.class("btn"), .href(IncidentPages.startPath)) {
                    icon("clock")
                    Text(zh: "启动预案", en: "Start a plan")
                }
                postForm(path + "/check") {
                    button(.class("btn"), .type("submit")) {
                        icon("refresh")
                        Text(zh: "立即检查指标", en: "Check now")
                    }
                }
                a(.class("btn btn-primary"), .href("/plan/records/risk/new"), .attribute("data-shortcut", "n")) {
                    icon("plus")
                    Text(zh: "登记风险", en: "Add a risk")
                }
            }
        }.footnote(
            Text(zh: "指标取最近 30 天；时区：", en: "Indicators over the last 30 days; time zone: ")
                + Text(verbatim: visit.app.zone.identifier))
        page.marked = area
        return page
    }

    private static func openIncidents(_ visit: Visit, _ reader: RecordAuthor) async throws -> [Record] {
        let records = visit.app.desk.records
        guard let type = records.catalog.type("incident"), reader.may(.view, type) else { return [] }
        return try await records.list(
            type, RecordQuery([.state(["open", "contained"])], sort: RecordSort("created_at")), limit: 20, for: reader
        ).records
    }

    private static func empty(_ mayEdit: Bool) -> HTML {
        card {
            emptyState(
                "flag", Text(zh: "还没有登记风险", en: "No risks yet"),
                Text(
                    zh: "登记风险并设定指标与门槛，或采用七条参考风险。",
                    en: "Add risks with an indicator and threshold, or begin with seven samples.")
            ) {
                if mayEdit {
                    postForm("/plan/records/risk/starter") {
                        submitButton(Text(zh: "采用参考风险", en: "Begin with samples"))
                    }
                    a(.class("btn"), .href("/plan/records/risk/new")) { Text(zh: "登记风险", en: "Add a risk") }
                }
            }
        }
    }
}
