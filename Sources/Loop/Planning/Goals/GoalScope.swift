import Kernel
package import Records
package import Warehouse

/// For which part of the company a goal stands: the whole, a region, a channel, a category …, or a person's part of it.
package struct GoalScope: Sendable, Hashable {
    package let filters: [DimensionFilter]
    /// A person's part is no part of the data: it is followed on the whole of what stands above.
    package let isPerson: Bool

    package init(filters: [DimensionFilter] = [], isPerson: Bool = false) {
        self.filters = filters
        self.isPerson = isPerson
    }

    package init(_ record: Record) {
        var filters: [DimensionFilter] = []
        if case .text(let region) = record["region"] { filters.append(DimensionFilter(.region, [region])) }
        var isPerson = false
        if case .text(let by) = record["scope_by"] {
            isPerson = by == Self.person
            if let dimension = Dimension(rawValue: by), case .text(let member) = record["scope_member"] {
                filters.append(DimensionFilter(dimension, [member]))
            }
        }
        self.init(filters: filters, isPerson: isPerson)
    }

    package static let person = "person"

    /// Which field and value of a goal say that it stands for this member.
    static func values(_ dimension: Dimension, _ member: String) -> RecordValues {
        dimension == .region
            ? ["region": .text(member)] : ["scope_by": .text(dimension.rawValue), "scope_member": .text(member)]
    }
}
