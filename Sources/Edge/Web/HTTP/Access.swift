/// Who may call a route. `Site` enforces it before the handler runs; there is no other way to a handler.
package enum Access: Sendable, Hashable {
    /// Anybody, signed in or not: sign-in, set-up, health.
    case open
    /// Anybody with an account.
    case signedIn
    /// Those whose role may do this, by the policy table.
    case allowed(Action, Resource)
}
