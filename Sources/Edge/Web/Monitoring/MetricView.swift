import Kernel
import Monitoring
import Records
import Warehouse

/// What part of the company, and which time, a page of metrics looks at: read from the address, narrowed by the reader's
/// rights.
struct MetricView: Sendable {
    let grain: Grain
    /// The last day looked at, where the address names one.
    let day: Day?
    /// What the reader chose.
    let chosen: [DimensionFilter]
    /// What the reader may see at all, and of it what was chosen.
    let filters: [DimensionFilter]

    /// Fields: `grain`, `to`, and one for each dimension filtered on (`region=east`).
    init(_ visit: Visit, _ resource: Resource = .board) throws {
        grain = Grain(rawValue: visit.query.text("grain")) ?? .month
        let to = visit.query.text("to")
        day = Day(to)
        if !to.isEmpty, day == nil { throw MonitoringProblem.unreadableDay(to) }
        chosen = Dimension.allCases.compactMap { dimension in
            let members = visit.query.all(dimension.rawValue).filter { !$0.isEmpty }
            return members.isEmpty ? nil : DimensionFilter(dimension, members.map { $0 == Self.blank ? "" : $0 })
        }
        filters = Self.narrow(chosen, to: try visit.scope(.view, resource))
    }

    /// Stands for "not stated" in addresses.
    static let blank = "~"

    /// What was chosen, and only rows of the scope. Somebody with regions and dealerships sees her regions.
    static func narrow(_ chosen: [DimensionFilter], to scope: RowScope) -> [DimensionFilter] {
        guard case .only(let regions, let dealers) = scope else { return chosen }
        let limit =
            regions.isEmpty
            ? DimensionFilter(.dealer, dealers.sorted()) : DimensionFilter(.region, regions.sorted())
        guard let wish = chosen.first(where: { $0.dimension == limit.dimension }) else { return chosen + [limit] }
        let allowed = DimensionFilter(limit.dimension, wish.members.filter(limit.members.contains))
        return chosen.map { $0.dimension == limit.dimension ? allowed : $0 }
    }

    /// `?grain=month&to=…&region=east`, with changes.
    func query(
        grain newGrain: Grain? = nil, adding filter: DimensionFilter? = nil, dropping dimension: Dimension? = nil,
        extra: [(String, String)] = []
    ) -> String {
        var fields = [("grain", (newGrain ?? grain).rawValue)]
        if let day { fields.append(("to", day.description)) }
        let kept = chosen.filter { $0.dimension != dimension && $0.dimension != filter?.dimension }
        for kept in kept + (filter.map { [$0] } ?? []) {
            fields += kept.members.map { (kept.dimension.rawValue, $0.isEmpty ? Self.blank : $0) }
        }
        let pairs = (fields + extra).map { Percent.encode($0.0) + "=" + Percent.encode($0.1) }
        return "?" + pairs.joined(separator: "&")
    }
}

extension BoardView {
    /// The view that a person's duties call for.
    static func fitting(_ roles: Set<Role>) -> BoardView {
        let order: [(Role, BoardView)] = [
            (.executive, .executive), (.administrator, .executive), (.analyst, .executive), (.dataOwner, .executive),
            (.finance, .finance), (.marketing, .marketing), (.regionManager, .region), (.sales, .region),
            (.dealer, .region),
            (.service, .customer), (.product, .executive), (.technology, .marketing),
        ]
        return order.first { roles.contains($0.0) }?.1 ?? .executive
    }
}
