import Kernel
import Planning
import Records
import Warehouse

/// Values of a macro series by copy and paste (M-02): a form, what would be kept and what not, and then the keeping.
enum MacroPastePages {
    static let path = MacroPages.path + "/values"
    static let access = Access.allowed(.import, .sourceData)
    static let title = Text(zh: "粘贴数值", en: "Paste values")

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, access) { visit in
                .page(try await page(visit, Typed(name: visit.query.text("series"), unit: "", values: "")))
            },
            .post(path, access, body: .form(limitBytes: 8 << 20)) { visit in try await check(visit) },
        ]
    }

    struct Typed: Sendable {
        let name: String
        let unit: String
        let values: String
    }

    private static func check(_ visit: Visit) async throws -> Reply {
        let form = visit.form
        let typed = Typed(name: form.text("series"), unit: form.text("unit"), values: form.text("values"))
        let store = MacroSeriesStore(visit.app.warehouse, visit.app.desk.records.store)
        let result = try await FormTrouble.catching {
            let today = visit.app.zone.day(of: visit.app.clock.now())
            let paste = try MacroPaste(typed.values, today: today)
            let name = typed.name.isEmpty ? paste.heading ?? "" : typed.name
            return (paste, name, try await store.difference(paste.points, to: name))
        }
        switch result {
        case .failure(let trouble):
            return .page(try await page(visit, typed, trouble: trouble), status: trouble.status)
        case .success(let (paste, name, difference)):
            let named = Typed(name: name, unit: typed.unit, values: typed.values)
            let preview = MacroPastePreview(paste: paste, difference: difference)
            let refusal: MacroProblem? = name.isEmpty ? .noName : paste.points.isEmpty ? .nothingToKeep : nil
            if let refusal {
                let trouble = FormTrouble(refusal)
                return .page(try await page(visit, named, preview, trouble: trouble), status: trouble.status)
            }
            guard form.text("do") == "save" else { return .page(try await page(visit, named, preview)) }
            try await store.keep(
                paste.points, as: name, unit: named.unit, by: try RecordDesk.author(visit))
            return Reply.redirect(to: MacroPages.path).flashing(preview.kept(name))
        }
    }

    private static func page(
        _ visit: Visit, _ typed: Typed, _ preview: MacroPastePreview? = nil, trouble: FormTrouble? = nil
    ) async throws -> Page {
        let known = try await MacroSeries.all(from: visit.app.warehouse).map(\.name)
        var page = Page(
            title, pretitle: Text(zh: "宏观指标", en: "Macro indicators"),
            lead: Text(
                zh: "从表格复制“日期”和“数值”两列，粘贴后先检查，再保存。",
                en: "Copy a column of days and one of values from a spreadsheet; check them, then keep them.")
        ) {
            if let trouble { trouble.overall([]) }
            if let preview { preview.html }
            card { form(typed, known, preview) }
        }
        page.marked = PricePages.area
        return page
    }

    private static func form(_ typed: Typed, _ known: [String], _ preview: MacroPastePreview?) -> HTML {
        postForm(path, .class("stack-tight")) {
            label(.for("field-series")) { Text(zh: "指标名称", en: "Series") }
            input(
                .id("field-series"), .class("form-control"), .name("series"), .value(typed.name),
                .attribute("list", "known-series"), .attribute("maxlength", 120), .attribute("autocomplete", "off"))
            element("datalist", [.id("known-series")]) { for name in known { option(.value(name)) {} } }
            p(.class("field-help")) {
                Text(
                    zh: "选已有的指标会补充和更新它；空着时取首行的列标题。",
                    en:
                        "A series that is there is added to and corrected; left empty, the heading in the first line is taken."
                )
            }
            Field(
                "unit", Text(zh: "单位", en: "Unit"), value: typed.unit,
                help: Text(zh: "例如 %、点", en: "Such as % or points")
            )
            .html
            label(.for("field-values")) { Text(zh: "日期与数值", en: "Days and values") }
            textarea(
                .id("field-values"), .class("form-control paste-area"), .name("values"), .attribute("rows", 12),
                .attribute("spellcheck", "false"),
                .placeholder(Text(verbatim: "2026-07\t4.6%\n2026-08\t4.1%\n2026-09\t3.0%"))
            ) { typed.values }
            p(.class("field-help")) {
                Text(
                    zh: "日期可写 2026-09-30、2026/9、2026年9月、2026Q3、202609、Sep 2026；月和季度记为最后一天。一次最多 20,000 行。",
                    en:
                        "Days may read 2026-09-30, 2026/9, 2026年9月, 2026Q3, 202609 or Sep 2026; months and quarters stand for their last day. 20,000 lines at most."
                )
            }
            div(.class("row-wrap")) {
                if let count = preview?.keepable, count > 0 {
                    button(.class("btn btn-primary"), .type("submit"), .name("do"), .value("save")) {
                        Text(zh: "保存 \(count) 个数值", en: "Keep \(count) values")
                    }
                    button(.class("btn"), .type("submit"), .name("do"), .value("check")) {
                        Text(zh: "重新检查", en: "Check again")
                    }
                } else {
                    button(.class("btn btn-primary"), .type("submit"), .name("do"), .value("check")) {
                        Text(zh: "检查", en: "Check")
                    }
                }
                a(.class("btn"), .href(MacroPages.path)) { Text(zh: "返回", en: "Back") }
            }
        }
    }
}
