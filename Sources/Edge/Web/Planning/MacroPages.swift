import Kernel
import Planning
import Records
import Store
import Warehouse

/// Macro indicators with their courses and the rules that watch them (M-02).
enum MacroPages {
    static let path = "/plan/macro"

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .allowed(.view, .plan)) { visit in .page(try await page(visit)) },
            .post(path + "/check", .allowed(.edit, .plan)) { visit in
                let cards = try await MacroWatchStore(visit.app.desk.records, visit.app.warehouse).run()
                let said =
                    cards.isEmpty
                    ? Text(zh: "已检查，没有新的因素卡需要跟踪。", en: "Checked; no card is newly taken up.")
                    : Text(
                        zh: "已检查，\(cards.joined(separator: "、")) 转为跟踪中。",
                        en: "Checked; \(cards.joined(separator: ", ")) are now followed.")
                return Reply.redirect(to: path).flashing(said)
            },
        ] + MacroPastePages.routes(app)
    }

    static let analyses = [
        Analysis(
            area: "market", path: path, icon: "activity", title: Text(zh: "宏观指标", en: "Macro indicators"),
            meaning: Text(
                zh: "走势与规则判断，触发后点亮 PEST 因素。", en: "Courses and rules; a rule that holds lights its PEST cards."))
    ]

    private static let importPath = "/data/import?target=macro_series"

    private static func page(_ visit: Visit) async throws -> Page {
        let records = visit.app.desk.records
        let reader = try RecordDesk.author(visit)
        let (rules, series) = try await MacroWatchStore(records, visit.app.warehouse).standings(for: reader)
        let mayEdit = records.catalog.type("macro_rule").map { reader.may(.edit, $0) } ?? false
        let cards = try await cards(rules, records, reader)
        let resting = try await MacroWatchStore(records, visit.app.warehouse).resting(
            on: Array(cards.values), for: reader)
        var page = Page(
            Text(zh: "宏观指标", en: "Macro indicators"), pretitle: Text(zh: "市场与竞争", en: "Market and rivals"),
            lead: Text(
                zh: "消费、物价、利率等外部数据，以及它们到什么程度要做什么。",
                en: "Consumption, prices, rates from outside, and what is to be done when they move."), hasCharts: true
        ) {
            if series.isEmpty {
                empty(visit)
            } else {
                MacroRulePart(rules: rules, cards: cards, resting: resting, mayEdit: mayEdit).html
            }
            div(.class("columns")) { for one in series { MacroSeriesPart(series: one, rules: rules).html } }
        }.actions {
            if visit.may(.import, .sourceData) {
                a(.class("btn"), .href(MacroPastePages.path)) {
                    icon("edit")
                    MacroPastePages.title
                }
                a(.class("btn"), .href(importPath)) {
                    icon("upload")
                    Text(zh: "导入数据", en: "Import data")
                }
            }
            if mayEdit, !series.isEmpty {
                postForm(path + "/check") {
                    button(.class("btn"), .type("submit")) {
                        icon("refresh")
                        Text(zh: "立即检查", en: "Check now")
                    }
                }
                a(.class("btn btn-primary"), .href("/plan/records/macro_rule/new"), .attribute("data-shortcut", "n")) {
                    icon("plus")
                    Text(zh: "新建规则", en: "New rule")
                }
            }
        }.footnote(
            Text(
                zh: "规则每小时检查；触发后，所列 PEST 因素卡由“新发现”转为“跟踪中”并写明数值。",
                en:
                    "Rules are checked every hour. One that holds moves its new PEST cards to “watched”, with the values."
            ))
        page.marked = PricePages.area
        return page
    }

    /// The PEST cards that rules name, by id.
    private static func cards(
        _ rules: [MacroStanding], _ records: RecordStore, _ reader: RecordAuthor
    ) async throws -> [Int64: Record] {
        guard let type = records.catalog.type("pest_card"), reader.may(.view, type) else { return [:] }
        let ids = Set(rules.flatMap(MacroRulePart.cardIDs))
        return try await records.store.read { db in try records.records(db, type, ids: ids, for: reader) }
            .filter { $0.value.archivedAt == nil }
    }

    private static func empty(_ visit: Visit) -> HTML {
        card {
            emptyState(
                "activity", Text(zh: "还没有宏观数据", en: "No macro data yet"),
                Text(zh: "导入一张表：指标、日期、数值、单位。", en: "Import a table: series, date, value, unit.")
            ) {
                if visit.may(.import, .sourceData) {
                    a(.class("btn btn-primary"), .href(MacroPastePages.path)) { MacroPastePages.title }
                    a(.class("btn"), .href(importPath)) { Text(zh: "去导入", en: "Import") }
                }
            }
        }
    }
}
