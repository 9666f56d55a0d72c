extension Migration {
    /// What a change request asks of the plan, record by record: kept as it was sent.
    static let planChangeSets = Migration(
        name: "015-plan-change-sets",
        sql: """
            CREATE TABLE plan_change_set (
                record_id INTEGER PRIMARY KEY REFERENCES record,
                body TEXT NOT NULL CHECK (json_valid(body)),
                as_new INTEGER NOT NULL CHECK (as_new IN (0, 1)),
                kept_at TEXT NOT NULL
            ) STRICT;
            CREATE TRIGGER plan_change_set_stays BEFORE UPDATE ON plan_change_set
                BEGIN SELECT raise(ABORT, 'a change request keeps its text'); END;
            CREATE TRIGGER plan_change_set_is_kept BEFORE DELETE ON plan_change_set
                BEGIN SELECT raise(ABORT, 'a change request keeps its text'); END;
            """)
}
