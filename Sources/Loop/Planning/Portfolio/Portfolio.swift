import Engine
package import Kernel
package import Records
package import Warehouse

/// The product portfolio as the sales data have it on a day (PP-01, PP-03).
package struct Portfolio: Sendable {
    package let asOf: Day
    /// By sales, the largest first.
    package let lines: [PortfolioLine]
    package let products: [ProductLife]
    /// Above it a market grows fast.
    package let growthLine: Double
    /// The growth of all that is sold: the line, unless somebody draws another.
    package let ownGrowth: Double?

    /// `nil` where nothing was ever sold.
    /// - Parameters:
    ///   - growthLine: instead of the company's own growth.
    ///   - regions: only sales of these, `nil`: all.
    package static func read(
        asOf day: Day?, growthLine: Double? = nil, regions: Set<String>? = nil, from warehouse: Warehouse,
        _ records: RecordStore, for reader: RecordAuthor
    ) async throws -> Portfolio? {
        guard let last = try await RollUpState.read(from: warehouse).lastDay else { return nil }
        let asOf = min(day ?? last, last)
        let question = ProductSales(asOf: asOf, regions: regions)
        let products = try await warehouse.engine.query(question.sql, question.values).rows.map(ProductFigures.init)
        let judgements = try await judgements(records, for: reader)
        return products.isEmpty ? nil : Portfolio(products, judgements, on: asOf, growthLine: growthLine)
    }

    init(_ products: [ProductFigures], _ judgements: [String: Record], on day: Day, growthLine: Double?) {
        asOf = day
        let total = Totals(products)
        ownGrowth = total.growth
        let line = growthLine ?? total.growth ?? 0.1
        self.growthLine = line
        let categories = Dictionary(grouping: products, by: \.category)
        lines = categories.flatMap { category, members in
            Self.lines(category, members, judgements, line)
        }.sorted { ($1.sales, $0.id) < ($0.sales, $1.id) }
        self.products = zip(products, LifeSigns.all(products, on: day)).map { figures, signs in
            ProductLife(figures: figures, signs: signs, judgement: judgements["product \(figures.code)"])
        }
    }

    private struct Totals {
        let sales: Int64
        let earlier: Int64
        init(_ products: [ProductFigures]) {
            sales = products.reduce(0) { $0 + $1.yearSales }
            earlier = products.reduce(0) { $0 + $1.earlierSales }
        }
        var growth: Double? { earlier > 0 ? Double(sales) / Double(earlier) - 1 : nil }
    }

    private static func lines(
        _ category: String, _ members: [ProductFigures], _ judgements: [String: Record], _ growthLine: Double
    ) -> [PortfolioLine] {
        let series = Dictionary(grouping: members, by: \.series).mapValues(Totals.init).filter { $0.value.sales > 0 }
        let market = Totals(members)
        return series.map { name, totals in
            let judgement = judgements["line \(PortfolioLine.key(category, name))"]
            let rival = series.filter { $0.key != name }.map(\.value.sales).max() ?? 0
            let growth = judgement?.number("market_growth") ?? market.growth ?? 0
            // Alone in its category it has no rival to be compared with: it leads.
            let share =
                judgement?.number("relative_share") ?? (rival > 0 ? Double(totals.sales) / Double(rival) : 10)
            return PortfolioLine(
                category: category, series: name, sales: totals.sales, earlierSales: totals.earlier,
                marketGrowth: growth, relativeShare: share,
                computed: Quadrant(marketGrowth: growth, relativeShare: share, growthLine: growthLine),
                judgement: judgement)
        }
    }

    /// The latest judgement in force of each line and product: `line 洗护发/轻氧`, `product P001`.
    private static func judgements(_ records: RecordStore, for reader: RecordAuthor) async throws -> [String: Record] {
        guard let type = records.catalog.type("portfolio_judgement"), reader.may(.view, type) else { return [:] }
        let slice = try await records.list(
            type, RecordQuery([.state(["in_force"])], sort: RecordSort("number", ascending: false)), limit: 1_000,
            for: reader)
        return Dictionary(
            slice.records.map { ("\($0.text("level") ?? "") \($0.text("key") ?? "")", $0) },
            uniquingKeysWith: { latest, _ in latest })
    }
}
