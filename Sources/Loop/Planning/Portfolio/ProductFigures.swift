import Engine
package import Kernel

/// What a product sold: the ground of life cycle and portfolio.
package struct ProductFigures: Sendable, Hashable {
    package let code: String
    package let name: String
    package let category: String
    package let series: String
    /// As the master data say; `nil` where they do not.
    package let launchedOn: Day?
    package let firstSoldOn: Day
    /// Smallest currency units of the last 365 days, and of the 365 before.
    package let yearSales: Int64
    package let earlierSales: Int64
    /// Units of the last 90 days, of the 90 before, and of the same 90 a year ago.
    package let recentUnits: Int64
    package let earlierUnits: Int64
    package let yearAgoUnits: Int64
    /// Distinct customers of the last 365 days.
    package let buyers: Int64

    /// Days on sale up to a day: from the launch, or from the first sale where the launch is unknown or later.
    package func age(on day: Day) -> Int { day - min(launchedOn ?? firstSoldOn, firstSoldOn) }
}

extension ProductFigures {
    init(_ row: EngineRow) throws {
        self.init(
            code: try row.text("code"),
            name: try row.text("name"),
            category: try row.text("category"),
            series: try row.text("series"),
            launchedOn: try row.optionalDay("launched_on"),
            firstSoldOn: try row.day("first_on"),
            yearSales: try row.int("year_fen"),
            earlierSales: try row.int("before_fen"),
            recentUnits: try row.int("recent"),
            earlierUnits: try row.int("earlier"),
            yearAgoUnits: try row.int("year_ago"),
            buyers: try row.int("buyers"))
    }
}
