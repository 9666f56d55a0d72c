package import Kernel

/// Who is signed in, for the length of one request.
package struct Signed: Sendable, Hashable {
    package var accountId: Int64
    /// Shown in the corner and written into the audit.
    package var name: String
    package var role: Role
    /// Which rows the person sees.
    package var scope: RowScope
    /// `nil` when the account has not chosen one.
    package var language: Language?

    package init(accountId: Int64, name: String, role: Role, scope: RowScope, language: Language? = nil) {
        self.accountId = accountId
        self.name = name
        self.role = role
        self.scope = scope
        self.language = language
    }
}
