extension EngineConfiguration.Dialect {
    /// Run once when the database is opened.
    var databasePrelude: [String] {
        switch self {
        case .duckdb: DuckDBPrelude.macros
        case .spark: []
        }
    }

    /// Run on every new connection.
    var connectionPrelude: [String] {
        switch self {
        case .duckdb: ["SET TimeZone = 'UTC'"]
        case .spark: ["SET spark.sql.session.timeZone = UTC"]
        }
    }
}
