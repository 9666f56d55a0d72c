import Kernel
import Records

/// A page that draws or computes something from the records of an area; it stands first on the area's page.
struct Analysis: Sendable {
    /// The id of the area.
    let area: String
    let path: String
    let icon: String
    let title: Text
    let meaning: Text

    /// The pages that compute, and the kinds of records that have a drawing.
    static func of(_ area: RecordArea) -> [Analysis] {
        all.filter { $0.area == area.id }
            + area.types.flatMap { type in type.views.compactMap { drawing($0, type, area) } }
    }

    private static func drawing(_ view: RecordView, _ type: RecordType, _ area: RecordArea) -> Analysis? {
        let (id, name) = RecordViews.name(view, of: type)
        guard let (icon, meaning) = about(view) else { return nil }
        return Analysis(
            area: area.id, path: RecordDesk.path(type) + "?view=" + id, icon: icon,
            title: type.name + Text(verbatim: " · ") + name, meaning: meaning)
    }

    private static func about(_ view: RecordView) -> (icon: String, meaning: Text)? {
        switch view {
        case .quadrants:
            ("layout-grid", Text(zh: "分格列出，影响大的排在前面。", en: "A field for each kind, what weighs most first."))
        case .spider: ("activity", Text(zh: "各项得分一图比较，并给出总分。", en: "All scores in one web, with a total."))
        case .radar: ("target", Text(zh: "按领域与影响时间定位，点越大影响越强。", en: "By field and nearness; the larger the stronger."))
        case .board, .calendar, .timeline, .matrix: nil
        }
    }

    private static let all =
        SharePages.analyses + PricePages.analyses + MacroPages.analyses + PortfolioPages.analyses
        + RegionRankPages.analyses + RiskPages.analyses
}
