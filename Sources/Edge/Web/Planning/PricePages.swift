import Kernel
import Planning
import Records
import Warehouse

/// Rivals' prices beside ours: what asks for an answer, the index at a glance, and each product's course (M-05, M-06, M-09).
enum PricePages {
    static let path = "/plan/price-tracking"

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .allowed(.view, .plan)) { visit in .page(try await overview(visit)) },
            .get(path + "/:product", .allowed(.view, .plan)) { visit in .page(try await product(visit)) },
        ]
    }

    static let area = "/plan/market"

    static let analyses = [
        Analysis(
            area: "market", path: path, icon: "receipt", title: Text(zh: "竞品价格跟踪", en: "Rivals' prices"),
            meaning: Text(
                zh: "价格指数一览，越线按预案提示应对。", en: "Price indices at a glance; playbooks warn when the gap is too wide."))
    ]

    static let importPath = "/data/import?target=competitor_price"

    private static func overview(_ visit: Visit) async throws -> Page {
        let book = try await PriceBook.read(regions: regions(visit), from: visit.app.warehouse)
        let reader = try RecordDesk.author(visit)
        let rules = try await PriceRule.all(visit.app.desk.records, for: reader)
        let mayEdit = visit.app.desk.records.catalog.type("competitor_sign").map { reader.may(.edit, $0) } ?? false
        return page(
            Text(zh: "竞品价格跟踪", en: "Rivals' prices"), visit,
            lead: Text(
                zh: "价格指数＝我方成交均价 ÷ 对手价 × 100：高于 100 表示我方更贵。",
                en: "The index is the price paid for ours by the rival's, times 100: above 100 ours is dearer.")
        ) {
            if let book, !book.products.isEmpty {
                PriceAlertPart(
                    alerts: book.alerts(rules), rules: rules, currency: visit.app.currency, mayEdit: mayEdit
                ).html
                PriceLevelPart(book: book, wanted: visit.query.all("rival")).html
                PriceMatrixPart(book: book).html
            } else {
                empty(visit)
            }
        }
    }

    private static func product(_ visit: Visit) async throws -> Page {
        let code = visit["product"]
        let book = try await PriceBook.read(regions: regions(visit), from: visit.app.warehouse)
        guard let book, let product = book.products.first(where: { $0.code == code }) else {
            throw PriceProblem.unknownProduct(code)
        }
        return page(Text(verbatim: product.name), visit, lead: Text(verbatim: "\(product.category) · \(product.code)"))
        {
            PriceCoursePart(book: book, product: product, currency: visit.app.currency).html
        }
    }

    private static func page(
        _ title: Text, _ visit: Visit, lead: Text, @HTMLBuilder _ inside: () -> HTML
    ) -> Page {
        var page = Page(
            title, pretitle: Text(zh: "市场与竞争", en: "Market and rivals"), lead: lead, hasCharts: true, inside
        ).actions {
            if visit.may(.import, .sourceData) {
                a(.class("btn"), .href(importPath)) {
                    icon("upload")
                    Text(zh: "导入竞品价格", en: "Import prices")
                }
            }
        }.footnote(
            Text(
                zh: "我方价格：截至当日 28 天的成交均价（含折扣）；对手价格：同日多个来源取最低；超过 21 天未采集的不参与判断。",
                en:
                    "Ours: the mean price paid in the 28 days up to the day, discounts included. Theirs: the lowest source of a day; sightings older than 21 days are not judged."
            ))
        page.marked = area
        return page
    }

    private static func empty(_ visit: Visit) -> HTML {
        card {
            emptyState(
                "receipt", Text(zh: "还没有竞品价格", en: "No prices yet"),
                Text(
                    zh: "导入一张表：竞品、我方商品编码、采集日期、价格、来源。",
                    en: "Import a table: rival, our product code, day seen, price, source.")
            ) {
                if visit.may(.import, .sourceData) {
                    a(.class("btn btn-primary"), .href(importPath)) { Text(zh: "去导入", en: "Import") }
                }
            }
        }
    }

    /// The regions whose sales the reader may see; `nil`: all.
    private static func regions(_ visit: Visit) throws -> Set<String>? {
        switch try visit.scope(.view, .board) {
        case .all: nil
        case .only(let regions, _): regions
        }
    }

    static func address(_ product: PricedProduct) -> String { path + "/" + Percent.encode(product.code) }

    /// `118`: the index as people say it.
    static func index(_ index: Double) -> String { Figure.decimal(index * 100, 0) }
}
