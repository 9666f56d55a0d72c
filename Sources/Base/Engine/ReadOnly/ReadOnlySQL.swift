/// One question in SQL as a person typed it, found to read nothing but the warehouse's own tables.
///
/// The engine itself takes the text apart (`json_serialize_sql`), so what is checked is what will run. Allowed is what is known to be
/// harmless; everything else is refused: another kind of statement, a table that the warehouse does not have (a path in its place
/// would be read as a file), a table function that is not on the list, a function that changes something or tells about the machine.
package struct ReadOnlySQL: Sendable, Hashable {
    /// The text to run: without the semicolon at its end, so that it can stand inside another statement.
    package let text: String

    /// - Throws: `ReadOnlySQLProblem` naming what is not allowed.
    package init(_ sql: String, on engine: Engine) async throws {
        let body = ReadOnlySQL.trimmed(sql)
        guard !body.isEmpty else { throw ReadOnlySQLProblem.empty }
        let tree = try SQLTree(json: try await ReadOnlySQL.serialized(ReadOnlySQL.explained(body), engine))
        guard tree.statementCount == 1 else { throw ReadOnlySQLProblem.severalStatements }
        try tree.checkKinds()
        try tree.checkTables(known: try await ReadOnlySQL.tables(of: engine))
        try tree.checkFunctions(changing: try await ReadOnlySQL.changingFunctions(of: engine))
        text = body
    }

    private static func trimmed(_ sql: String) -> String {
        var body = Substring(sql)
        while let first = body.first, first.isWhitespace { body.removeFirst() }
        while let last = body.last, last.isWhitespace || last == ";" { body.removeLast() }
        return String(body)
    }

    /// What an EXPLAIN explains: the engine takes only questions apart.
    private static func explained(_ body: String) -> String {
        guard let explain = body.prefixMatch(of: /(?i)EXPLAIN\s+(ANALYZE\s+)?/) else { return body }
        return String(body[explain.range.upperBound...])
    }

    private static func serialized(_ sql: String, _ engine: Engine) async throws -> String {
        try await engine.query("SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR) AS tree", [.text(sql)])
            .single().text("tree")
    }

    /// Names of the tables and views that belong to the warehouse, in lower case.
    private static func tables(of engine: Engine) async throws -> Set<String> {
        let found = try await engine.query(
            """
            SELECT lower(table_name) AS name FROM duckdb_tables()
            WHERE NOT internal AND NOT temporary AND database_name = current_database() AND schema_name = 'main'
            UNION ALL SELECT lower(view_name) FROM duckdb_views()
            WHERE NOT internal AND NOT temporary AND database_name = current_database() AND schema_name = 'main'
            """)
        return Set(try found.texts("name"))
    }

    /// Functions that the engine knows to do more than compute.
    private static func changingFunctions(of engine: Engine) async throws -> Set<String> {
        let found = try await engine.query(
            "SELECT DISTINCT lower(function_name) AS name FROM duckdb_functions() WHERE has_side_effects OR stability = 'VOLATILE'"
        )
        return Set(try found.texts("name"))
    }
}

extension Engine {
    /// Reads the answer to a checked question batch by batch, in a transaction that cannot write.
    package func read(
        _ question: ReadOnlySQL, timeout: Duration? = nil, _ body: @Sendable (BatchStream) async throws -> Void
    ) async throws {
        try await withSession { session in
            try await session.execute("BEGIN TRANSACTION READ ONLY")
            try await body(try await session.stream(question.text, timeout: timeout))
        }
    }
}
