import CSodium
import Foundation

/// Argon2id (RFC 9106) from libsodium. One hash takes tens of milliseconds and much memory on purpose, so it runs on queues
/// of its own, never on a server thread, and not more than `waiting` may stand in line.
package final class PasswordHasher: Sendable {
    package struct Cost: Sendable {
        let passes: UInt64
        let memory: Int
        /// 64 MiB, 2 passes: above OWASP's recommendation (19 MiB, 2 passes), and small beside the server.
        package static let standard = Cost(passes: 2, memory: 64 << 20)
        /// For tests only.
        package static let least = Cost(passes: 1, memory: 8 << 10)
    }

    private let cost: Cost
    private let line: WaitingLine
    /// Browsers that were let in before do not stand behind strangers.
    private let knownLine: WaitingLine

    package init(cost: Cost = .standard, waiting: Int = 32) {
        self.cost = cost
        line = WaitingLine(name: "yunchou.passwords", longest: waiting)
        knownLine = WaitingLine(name: "yunchou.passwords.known", longest: waiting)
    }

    /// The hash with its salt and parameters, as `$argon2id$v=19$m=…`.
    package func hash(_ password: String) async throws -> String {
        let cost = cost
        return try await line.run { try PasswordHasher.hashNow(password, cost) }
    }

    /// Whether the password belongs to the hash. Without a hash the same work is done and the answer is no, so that the
    /// time does not tell which accounts exist.
    package func verify(_ password: String, _ hash: String?, isKnown: Bool = false) async throws -> Bool {
        let cost = cost
        return try await (isKnown ? knownLine : line).run {
            guard let hash else {
                _ = try PasswordHasher.hashNow(password, cost)
                return false
            }
            let text = PasswordHasher.normal(password)
            return crypto_pwhash_str_verify(hash, text, UInt64(text.utf8.count)) == 0
        }
    }

    /// The same characters typed on different keyboards are the same password.
    private static func normal(_ password: String) -> String { password.precomposedStringWithCompatibilityMapping }

    private static func hashNow(_ password: String, _ cost: Cost) throws -> String {
        let text = normal(password)
        var hash = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        let status = crypto_pwhash_str(&hash, text, UInt64(text.utf8.count), cost.passes, cost.memory)
        if status != 0 { throw AccessProblem.tooBusy }
        return String(decoding: hash.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
