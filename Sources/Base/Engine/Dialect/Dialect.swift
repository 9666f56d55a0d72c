extension EngineConfiguration.Dialect {
    /// Run once when the database is opened.
    var databasePrelude: [String] {
        switch self {
        case .duckdb: DuckDBPrelude.macros
        // The driver connects at the first statement only: this one says whether the server is there.
        case .spark: ["SELECT 1"]
        }
    }

    /// Run on every new connection.
    var connectionPrelude: [String] {
        switch self {
        // NULLs first when rising and last when falling, as Spark has it: the one difference that no query text would show.
        case .duckdb: ["SET TimeZone = 'UTC'", "SET default_null_order = 'nulls_first_on_asc_last_on_desc'"]
        case .spark: ["SET spark.sql.session.timeZone=UTC"]
        }
    }

    /// Sail does not know the setting and refuses it; its sessions are in UTC.
    var preludeMayBeRefused: Bool { self == .spark }
}
