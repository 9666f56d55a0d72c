import Kernel

/// A page that draws or computes something from the records of an area; it stands first on the area's page.
struct Analysis: Sendable {
    /// The id of the area.
    let area: String
    let path: String
    let icon: String
    let title: Text
    let meaning: Text

    static func of(_ area: String) -> [Analysis] { all.filter { $0.area == area } }

    private static let all = PortfolioPages.analyses + RegionRankPages.analyses + RiskPages.analyses
}
