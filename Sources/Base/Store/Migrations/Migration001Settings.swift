extension Migration {
    static let settings = Migration(
        name: "001-settings",
        sql: """
            CREATE TABLE setting (
                key TEXT PRIMARY KEY,
                value TEXT NOT NULL,
                changed_at TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            """)
}
