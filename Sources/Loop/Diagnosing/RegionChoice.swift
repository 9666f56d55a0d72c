import Engine

/// Whose customers are looked at: those of all regions, or of some. Set from the reader's row scope and the page's filter.
package enum RegionChoice: Sendable, Hashable {
    case all
    /// Customers without a region belong to none of them; an empty set is nobody.
    case only(Set<String>)

    /// Only the regions of both.
    package func and(_ other: RegionChoice) -> RegionChoice {
        switch (self, other) {
        case (.all, let one), (let one, .all): one
        case (.only(let mine), .only(let theirs)): .only(mine.intersection(theirs))
        }
    }

    /// A condition on a column of region codes.
    func condition(on column: StaticString = "region") -> String {
        switch self {
        case .all: "true"
        case .only(let codes) where codes.isEmpty: "false"
        case .only(let codes): "\(column) IN (\(codes.map { _ in "?" }.joined(separator: ", ")))"
        }
    }

    /// The same condition on customers, for tables that do not know the region.
    var customerCondition: String {
        self == .all ? "true" : "customer_id IN (SELECT customer_id FROM customer WHERE \(condition()))"
    }

    var values: [EngineValue] {
        switch self {
        case .all: []
        case .only(let codes): codes.sorted().map { .text($0) }
        }
    }
}
