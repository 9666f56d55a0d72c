package import Kernel
package import Store

/// Somebody who may sign in.
package struct Account: Sendable, Hashable, Identifiable {
    package let id: Int64
    package let name: String
    package let roles: Set<Role>
    /// Region codes that a region manager answers for.
    package let regions: Set<String>
    /// Codes of the dealers that a dealer's account belongs to.
    package let dealers: Set<String>
    /// Her own choice; `nil` follows the company's.
    package let language: Language?
    package let createdAt: Instant
    package let disabledAt: Instant?

    package var isDisabled: Bool { disabledAt != nil }
    package var author: Author { .account(id: id, name: name) }

    package func allows(_ action: Action, _ resource: Resource) -> Bool { Policy.allows(roles, action, resource) }

    /// The rows she may act on; `nil` when she may not act on the kind at all.
    package func scope(_ action: Action, _ resource: Resource) -> RowScope? {
        Policy.scope(roles, action, resource, regions: regions, dealers: dealers)
    }
}
