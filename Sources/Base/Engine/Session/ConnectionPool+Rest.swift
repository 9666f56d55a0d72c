extension ConnectionPool {
    /// The limit that is low enough for DuckDB to let go of nearly all that it holds of its file.
    private static let restingLimit = "32MiB"

    /// As `Engine.giveBackMemory`. Blocks.
    ///
    /// DuckDB keeps what it has read of its file up to its memory limit, and has no command to drop it; but a lower limit makes it do
    /// so at once. The usual limit is back before anybody can ask again.
    func giveBackMemory() throws -> Bool {
        guard let (database, waiting) = beginRest() else { return false }
        defer { endRest() }
        for connection in waiting { connection.close() }
        let connection = try connect(database)
        defer { connection.close() }
        do throws(DriverFailure) {
            let isLower = lower(connection)
            try connection.run(usualLimit)
            return isLower
        } catch {
            throw EngineProblem.failed(sql: usualLimit, reason: error.message)
        }
    }

    /// `false` when something is held that cannot be let go of, such as tables that have no file.
    private func lower(_ connection: Connection) -> Bool {
        do throws(DriverFailure) {
            try connection.run("SET GLOBAL memory_limit = '\(ConnectionPool.restingLimit)'")
            return true
        } catch {
            return false
        }
    }

    private var usualLimit: String {
        let limit = configuration.options.first { $0.name == "memory_limit" }?.value
        return limit.map { "SET GLOBAL memory_limit = '\($0)'" } ?? "RESET GLOBAL memory_limit"
    }
}

extension Connection {
    /// A statement of our own without values or a result.
    func run(_ sql: String) throws(DriverFailure) {
        let statement = try Statement(self)
        defer { statement.close() }
        try statement.prepare(sql)
        let (stream, _) = try statement.run()
        stream.close()
    }
}
