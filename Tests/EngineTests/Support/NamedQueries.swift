import Foundation

/// One question of `Fixtures/queries.sql`, written once for all engines.
struct NamedQuery: Sendable, CustomStringConvertible {
    var name: String
    var sql: String
    var description: String { name }

    static func all() throws -> [NamedQuery] {
        let path = Engines.root.appendingPathComponent("Tests/EngineTests/Fixtures/queries.sql")
        let text = try String(contentsOf: path, encoding: .utf8)
        return text.components(separatedBy: "-- name: ").dropFirst().map { part in
            let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            return NamedQuery(
                name: lines[0].trimmingCharacters(in: .whitespaces),
                sql: lines[1].trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }
}
