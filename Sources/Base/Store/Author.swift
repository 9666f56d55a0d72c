/// Who made a change. Written into the audit log as `account:7:林静`.
package enum Author: Sendable, Hashable, CustomStringConvertible {
    case account(id: Int64, name: String)
    /// A program that acts for an account.
    case token(id: Int64, name: String)
    /// Somebody at the machine's own command line.
    case commandLine
    /// The program itself: its scheduler, its start.
    case system

    package var description: String {
        switch self {
        case .account(let id, let name): "account:\(id):\(name)"
        case .token(let id, let name): "token:\(id):\(name)"
        case .commandLine: "command-line"
        case .system: "system"
        }
    }
}
