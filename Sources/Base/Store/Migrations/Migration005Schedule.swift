extension Migration {
    /// `considered_until` moves forward in the same transaction as the slots are decided: what lies before it is settled.
    static let schedule = Migration(
        name: "005-schedule",
        sql: """
            CREATE TABLE scheduled_task (
                task TEXT PRIMARY KEY,
                considered_until TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE slot (
                task TEXT NOT NULL REFERENCES scheduled_task,
                due_at TEXT NOT NULL,
                outcome TEXT NOT NULL CHECK (outcome IN ('ran', 'skipped', 'merged')),
                decided_at TEXT NOT NULL,
                PRIMARY KEY (task, due_at)
            ) STRICT, WITHOUT ROWID;
            """)
}
