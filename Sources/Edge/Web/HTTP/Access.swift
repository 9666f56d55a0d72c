package import Records

/// Who may call a route. `Site` enforces it before the handler runs; there is no other way to a handler.
package enum Access: Sendable, Hashable {
    /// Anybody, signed in or not: sign-in, set-up, health.
    case open
    /// Anybody with an account.
    case signedIn
    /// Those whose role may do this, by the policy table.
    case allowed(Action, Resource)

    /// Throws what the visitor has to be told when she may not.
    func check(_ signed: SignedIn?) throws {
        switch self {
        case .open: return
        case .signedIn: if signed == nil { throw AccessProblem.notSignedIn }
        case .allowed(let action, let resource):
            guard let signed else { throw AccessProblem.notSignedIn }
            guard signed.allows(action, resource) else { throw AccessProblem.forbidden(action, resource) }
        }
    }

    func admits(_ signed: SignedIn?) -> Bool {
        do { try check(signed) } catch { return false }
        return true
    }
}
