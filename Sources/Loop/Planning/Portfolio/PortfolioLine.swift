import Kernel
package import Records

/// A product line (the series of a category) in the growth-share matrix.
package struct PortfolioLine: Sendable, Identifiable {
    package let category: String
    package let series: String
    /// Smallest currency units of the last 365 days, and of the 365 before.
    package let sales: Int64
    package let earlierSales: Int64
    /// Of its category among our own sales, unless a judgement says what the market's is.
    package let marketGrowth: Double
    /// To the largest other line of the category among our own, unless a judgement says what it is to the largest rival.
    package let relativeShare: Double
    package let computed: Quadrant
    /// What a person decided instead, with her reason.
    package let judgement: Record?

    package var id: String { Self.key(category, series) }
    package static func key(_ category: String, _ series: String) -> String { "\(category)/\(series)" }

    package var quadrant: Quadrant { judgement?.text("quadrant").flatMap(Quadrant.init) ?? computed }
    package var isOverruled: Bool { quadrant != computed }
    package var hasMarketData: Bool { judgement?["market_growth"] != nil || judgement?["relative_share"] != nil }
    /// The line's own growth; `nil` where nothing was sold the year before.
    package var growth: Double? { earlierSales > 0 ? Double(sales) / Double(earlierSales) - 1 : nil }
}

/// A product with its stage of life.
package struct ProductLife: Sendable, Identifiable {
    package let figures: ProductFigures
    package let signs: LifeSigns
    package let judgement: Record?

    package var id: String { figures.code }
    package var computed: LifeStage { signs.stage }
    package var stage: LifeStage { judgement?.text("stage").flatMap(LifeStage.init) ?? computed }
    package var isOverruled: Bool { stage != computed }
}
