import Foundation
import Kernel
package import Records
package import Warehouse

/// A part of the market, as our own sales can be told apart for it (S-02).
package struct MarketSegment: Sendable, Identifiable {
    package let record: Record
    package var id: Int64 { record.id }
    /// What belongs to it; none: all that we sell.
    package let filters: [DimensionFilter]

    package init(_ record: Record) {
        self.record = record
        var filters: [DimensionFilter] = []
        let categories = Self.names(record.text("categories") ?? "")
        if !categories.isEmpty { filters.append(DimensionFilter(.category, categories)) }
        if case .codes(let channels)? = record["channels"], !channels.isEmpty {
            filters.append(DimensionFilter(.channel, channels))
        }
        if case .codes(let regions)? = record["regions"], !regions.isEmpty {
            filters.append(DimensionFilter(.region, regions))
        }
        self.filters = filters
    }

    /// Whether it lies within these regions; `nil`: all of them.
    package func lies(within regions: Set<String>?) -> Bool {
        guard let regions else { return true }
        return filters.first { $0.dimension == .region }.map { regions.isSuperset(of: $0.members) } ?? false
    }

    private static func names(_ line: String) -> [String] {
        var seen = Set<String>()
        return line.split { "、，,;；\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}
