/// A budget by the categories of one scheme: target, planned and actual shares.
package struct MixReport: Sendable {
    package struct Part: Sendable, Identifiable {
        package var id: String { category.id }
        package let category: MixScheme.Category
        package let target: Double?
        package let planned: Int64
        package let actual: Int64
        package let plannedShare: Double
        package let actualShare: Double

        /// Planned less target, in shares of one.
        package var gap: Double? { target.map { plannedShare - $0 } }
    }

    package let scheme: MixScheme
    package let parts: [Part]
    /// What no line's category says.
    package let unclassified: Int64
    package let total: Int64
    package let spent: Int64
    /// Targets of a whole that do not make 100 %.
    package let targetTotal: Double

    /// - Parameter targets: targets of one's own by category; without any for this scheme, the published ones count.
    package init(_ scheme: MixScheme, _ positions: [LinePosition], targets: [String: Double] = [:]) {
        self.scheme = scheme
        let total = positions.reduce(0) { $0 + $1.adjusted }
        let spent = positions.reduce(0) { $0 + $1.spent }
        self.total = total
        self.spent = spent
        func sums(_ category: MixScheme.Category) -> (Int64, Int64) {
            let own = positions.filter { position in
                let place = position.line.category(in: scheme)
                return category.id == "capability" ? place != nil : place == category.id
            }
            return (own.reduce(0) { $0 + $1.adjusted }, own.reduce(0) { $0 + $1.spent })
        }
        parts = scheme.categories.map { category in
            let (planned, actual) = sums(category)
            return Part(
                category: category, target: targets.isEmpty ? category.target : targets[category.id], planned: planned,
                actual: actual, plannedShare: total > 0 ? Double(planned) / Double(total) : 0,
                actualShare: spent > 0 ? Double(actual) / Double(spent) : 0)
        }
        unclassified = positions.filter { $0.line.category(in: scheme) == nil }.reduce(0) { $0 + $1.adjusted }
        targetTotal = parts.compactMap(\.target).reduce(0, +)
    }

    package var hasTargetTrouble: Bool { scheme.isWhole && abs(targetTotal - 1) > 1e-6 }
    package var unclassifiedShare: Double { total > 0 ? Double(unclassified) / Double(total) : 0 }
}
