/// The one place where rights are decided: role × action × resource, and the rows that go with it.
package enum Policy {
    package static func allows(_ role: Role, _ action: Action, _ resource: Resource) -> Bool {
        PolicyTable.duties[role]?[resource]?.contains(action) ?? false
    }

    /// Several roles allow what any of them allows.
    package static func allows(_ roles: Set<Role>, _ action: Action, _ resource: Resource) -> Bool {
        roles.contains { allows($0, action, resource) }
    }

    /// The rows that `roles` may act on, or `nil` when they may not act on the kind at all.
    /// Only roles that allow the action widen the scope: a dealer who is also an analyst elsewhere gains nothing here.
    package static func scope(
        _ roles: Set<Role>, _ action: Action, _ resource: Resource, regions: Set<String>, dealers: Set<String>
    ) -> RowScope? {
        let allowing = roles.filter { allows($0, action, resource) }
        if allowing.isEmpty { return nil }
        return allowing.reduce(.none) { scope, role in
            switch role.reach {
            case .everything: .all
            case .assignedRegions: scope.union(.regions(regions))
            case .assignedDealers: scope.union(.dealers(dealers))
            }
        }
    }
}
