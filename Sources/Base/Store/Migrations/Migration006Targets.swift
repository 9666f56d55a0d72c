extension Migration {
    static let targets = Migration(
        name: "006-targets",
        sql: """
            CREATE TABLE metric_target (
                metric TEXT NOT NULL,
                node TEXT NOT NULL,
                grain TEXT NOT NULL CHECK (grain IN ('day', 'week', 'month', 'quarter', 'year')),
                starts_on TEXT NOT NULL,
                value REAL NOT NULL,
                set_by TEXT NOT NULL,
                set_at TEXT NOT NULL,
                PRIMARY KEY (metric, node, grain, starts_on)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX metric_target_period ON metric_target (node, grain, starts_on);
            CREATE TABLE metric_limit (
                metric TEXT PRIMARY KEY,
                green REAL NOT NULL,
                amber REAL NOT NULL CHECK (amber > 0 AND amber <= green)
            ) STRICT, WITHOUT ROWID;
            """)
}
