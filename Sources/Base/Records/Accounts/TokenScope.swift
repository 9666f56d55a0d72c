/// What a token may be used for: an action on everything its account may act on (`view`), or on one kind (`import:source_data`).
package struct TokenScope: Sendable, Hashable, LosslessStringConvertible {
    package let action: Action
    package let resource: Resource?

    package init(_ action: Action, _ resource: Resource? = nil) {
        self.action = action
        self.resource = resource
    }

    package init?(_ description: String) {
        let parts = description.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let action = Action(rawValue: parts[0]), parts.count <= 2 else { return nil }
        self.action = action
        resource = parts.count == 2 ? Resource(rawValue: parts[1]) : nil
        if parts.count == 2, resource == nil { return nil }
    }

    package var description: String { resource.map { "\(action.rawValue):\($0.rawValue)" } ?? action.rawValue }

    /// Reads what a person typed; `AccessProblem.unknownScope` otherwise.
    package static func parse(_ text: String) throws -> TokenScope {
        guard let scope = TokenScope(text) else { throw AccessProblem.unknownScope(text) }
        return scope
    }

    package func covers(_ action: Action, _ resource: Resource) -> Bool {
        action == self.action && (self.resource == nil || self.resource == resource)
    }
}
