import Engine
import Kernel

extension Warehouse {
    /// Writes a copy of all tables into a new file, as they are at one moment, while others read and write.
    package func copy(to path: String) async throws {
        try await engine.withSession { session in
            let source = try await session.query("SELECT current_database() AS name").single().text("name")
            try await session.execute(SQLText.attach(path, as: "backup_copy"))
            do {
                try await session.execute(SQLText.copyDatabase(source, to: "backup_copy"))
            } catch {
                try await session.execute("DETACH backup_copy")
                throw error
            }
            try await session.execute("DETACH backup_copy")
        }
    }
}

/// Statements that take no parameters: names and paths stand in them as quoted literals.
private enum SQLText {
    static func attach(_ path: String, as name: String) -> String {
        "ATTACH '" + path.replacing("'", with: "''") + "' AS " + name
    }

    static func copyDatabase(_ source: String, to target: String) -> String {
        "COPY FROM DATABASE \"" + source.replacing("\"", with: "\"\"") + "\" TO " + target
    }
}
