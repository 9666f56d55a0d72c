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
    /// Without one she is a name that content belongs to: she cannot sign in, and no approval waits for her.
    package var hasPassword = true

    package var isDisabled: Bool { disabledAt != nil }
    package var canSignIn: Bool { !isDisabled && hasPassword }
    package var standing: Text {
        isDisabled
            ? Text(zh: "已停用", en: "Disabled")
            : hasPassword ? Text(zh: "可登录", en: "Active") : Text(zh: "未设密码", en: "No password yet")
    }
    package var author: Author { .account(id: id, name: name) }

    package func allows(_ action: Action, _ resource: Resource) -> Bool { Policy.allows(roles, action, resource) }

    /// The rows she may act on; `nil` when she may not act on the kind at all.
    package func scope(_ action: Action, _ resource: Resource) -> RowScope? {
        Policy.scope(roles, action, resource, regions: regions, dealers: dealers)
    }
}
