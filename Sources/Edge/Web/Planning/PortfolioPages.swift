import Foundation
import Kernel
import Planning
import Records

/// The product portfolio from sales data: growth-share matrix, life cycle, exits, buckets, large buyers (PP-01 to PP-07, M-04).
enum PortfolioPages {
    static let path = "/plan/portfolio-matrix"

    static func routes(_ app: AppContext) -> [Route] {
        [
            .get(path, .allowed(.view, .plan)) { visit in .page(try await page(visit)) }
        ]
    }

    static let area = "/plan/portfolio"

    static let analyses = Tab.allCases.map { tab in
        Analysis(area: "portfolio", path: tab.path, icon: tab.icon, title: tab.name, meaning: tab.meaning)
    }

    /// `?tab=`
    private enum Tab: String, CaseIterable {
        case matrix, life, exits, buckets, buyers

        var path: String { PortfolioPages.path + "?tab=" + rawValue }

        var icon: String {
            switch self {
            case .matrix: "chart-dots"
            case .life: "activity"
            case .exits: "scale"
            case .buckets: "chart-pie"
            case .buyers: "users"
            }
        }

        var name: Text {
            switch self {
            case .matrix: Text(zh: "波士顿矩阵", en: "Growth-share matrix")
            case .life: Text(zh: "生命周期", en: "Life cycle")
            case .exits: Text(zh: "退出评分", en: "Exit scores")
            case .buckets: Text(zh: "战略桶", en: "Strategic buckets")
            case .buyers: Text(zh: "大客户集中度", en: "Large buyers")
            }
        }

        var meaning: Text {
            switch self {
            case .matrix:
                Text(
                    zh: "产品线按市场增长与相对份额归入四个象限，可人工修正。",
                    en: "Lines by market growth and relative share, to be overruled by hand.")
            case .life:
                Text(zh: "由销量动量判断每个商品处于哪个阶段。", en: "The stage of each product, told from the momentum of its sales.")
            case .exits: Text(zh: "按维护成本、替代品、协同打分，建议维持、收割或退出。", en: "Keep, harvest or exit, by weighted score.")
            case .buckets: Text(zh: "研发项目预算的实际占比与计划占比对照。", en: "Development budgets by bucket beside the plan.")
            case .buyers:
                Text(zh: "前五大客户占销售额多少，超过 30% 报警。", en: "What the five largest accounts buy; an alarm above 30 %.")
            }
        }
    }

    private static func page(_ visit: Visit) async throws -> Page {
        let tab = Tab(rawValue: visit.query.text("tab")) ?? .matrix
        let body = try await body(tab, visit)
        var page = Page(
            Text(zh: "产品组合分析", en: "Portfolio analysis"), pretitle: Text(zh: "产品组合", en: "Portfolio"),
            lead: Text(
                zh: "从销售数据自动推算，结论可以人工修正并写明理由。",
                en: "Computed from sales; people may overrule it and say why.")
        ) {
            tabs(
                Tab.allCases.map { (title: $0.name, address: $0.path, isChosen: $0 == tab) },
                label: Text(zh: "分析", en: "Analyses"))
            body
        }.footnote(
            Text(zh: "统计日按公司时区：", en: "Days are counted in ") + Text(verbatim: visit.app.zone.identifier))
        page.marked = area
        return page
    }

    private static func body(_ tab: Tab, _ visit: Visit) async throws -> HTML {
        let records = visit.app.desk.records
        let reader = try RecordDesk.author(visit)
        switch tab {
        case .exits: return try await ExitPart.html(records, reader)
        case .buckets: return try await BucketPart.html(visit, reader)
        case .buyers: return try await BuyerPart.html(visit, regions(visit))
        case .matrix, .life:
            let line = Double(visit.query.text("growth")).flatMap { $0.isFinite ? $0 / 100 : nil }
            guard
                let portfolio = try await Portfolio.read(
                    asOf: Day(visit.query.text("to")), growthLine: line, regions: regions(visit),
                    from: visit.app.warehouse, records, for: reader)
            else { return noSales }
            let mayJudge = records.catalog.type("portfolio_judgement").map { reader.may(.edit, $0) } ?? false
            return tab == .matrix
                ? PortfolioMatrixPart(portfolio: portfolio, currency: visit.app.currency, mayJudge: mayJudge).html
                : LifeCyclePart(portfolio: portfolio, currency: visit.app.currency, mayJudge: mayJudge).html
        }
    }

    /// The regions whose sales the reader may see; `nil`: all.
    private static func regions(_ visit: Visit) throws -> Set<String>? {
        switch try visit.scope(.view, .board) {
        case .all: nil
        case .only(let regions, _): regions
        }
    }

    static let noSales = card {
        emptyState(
            "chart-dots", Text(zh: "还没有销售数据", en: "No sales yet"),
            Text(zh: "导入订单与商品后自动生成。", en: "Import orders and products, and it draws itself.")
        ) { a(.class("btn btn-primary"), .href("/data/import")) { Text(zh: "去导入", en: "Import") } }
    }

    /// A form that overrules what was computed.
    static func judge(_ level: String, _ key: String, _ title: String, _ more: [(String, String)]) -> String {
        let values = FieldValues([("title", title), ("level", level), ("key", key)] + more)
        return "/plan/records/portfolio_judgement/new?" + values.encoded
    }

    /// The mark of a judgement: that a person decided, why, and where it is written.
    static func judgement(_ record: Record?) -> HTML {
        guard let record, case .text(let reason) = record["reason"] else { return HTML() }
        return a(.class("judged"), .href(RecordDesk.path(record)), .title(Text(verbatim: reason))) {
            icon("edit")
            Text(zh: "人工：", en: "By hand: ") + Text(verbatim: String(reason.prefix(24)))
        }
    }
}
