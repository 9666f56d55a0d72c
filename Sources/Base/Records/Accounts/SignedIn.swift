package import Store

/// Who is asking, and how she proved it. Every decision about rights starts here.
package struct SignedIn: Sendable, Hashable {
    package enum Proof: Sendable, Hashable {
        /// `formSecret` is what forms of this session carry against cross-site requests.
        case session(Session, formSecret: String)
        case token(APIToken)
    }
    package let account: Account
    package let proof: Proof

    init(account: Account, by proof: Proof) {
        self.account = account
        self.proof = proof
    }

    /// An account's rights; through a token, no more than the token's scopes.
    package func allows(_ action: Action, _ resource: Resource) -> Bool {
        guard account.allows(action, resource) else { return false }
        if case .token(let token) = proof { return token.scopes.contains { $0.covers(action, resource) } }
        return true
    }

    /// The rows she may act on; `AccessProblem.forbidden` when she may not act on the kind at all.
    @discardableResult
    package func require(_ action: Action, _ resource: Resource) throws -> RowScope {
        guard allows(action, resource), let scope = account.scope(action, resource) else {
            throw AccessProblem.forbidden(action, resource)
        }
        return scope
    }

    /// How the audit log names her.
    package var author: Author {
        switch proof {
        case .session: account.author
        case .token(let token): .token(id: token.id, name: account.name)
        }
    }
}
