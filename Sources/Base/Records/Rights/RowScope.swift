/// Which rows of a kind somebody may see.
package enum RowScope: Sendable, Hashable {
    case all
    /// Rows of one of these regions or of one of these dealers (codes). Both empty: no row at all.
    case only(regions: Set<String>, dealers: Set<String>)

    package static func regions(_ codes: Set<String>) -> RowScope { .only(regions: codes, dealers: []) }
    package static func dealers(_ codes: Set<String>) -> RowScope { .only(regions: [], dealers: codes) }
    package static let none = RowScope.only(regions: [], dealers: [])

    /// What either of two scopes shows.
    package func union(_ other: RowScope) -> RowScope {
        switch (self, other) {
        case (.all, _), (_, .all): .all
        case (.only(let regions, let dealers), .only(let moreRegions, let moreDealers)):
            .only(regions: regions.union(moreRegions), dealers: dealers.union(moreDealers))
        }
    }

    /// Whether a row of this region and dealer may be seen.
    package func shows(region: String?, dealer: String?) -> Bool {
        switch self {
        case .all: true
        case .only(let regions, let dealers):
            region.map(regions.contains) ?? false || dealer.map(dealers.contains) ?? false
        }
    }
}
