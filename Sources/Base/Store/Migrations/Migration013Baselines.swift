extension Migration {
    /// What a work plan promised on a day: its tasks' dates, kept and never changed.
    static let baselines = Migration(
        name: "013-baselines",
        sql: """
            CREATE TABLE work_baseline (
                work_baseline_id INTEGER PRIMARY KEY,
                plan_id INTEGER NOT NULL REFERENCES record,
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
                taken_at TEXT NOT NULL,
                taken_by TEXT NOT NULL,
                UNIQUE (plan_id, name)
            ) STRICT;
            CREATE TABLE work_baseline_task (
                work_baseline_id INTEGER NOT NULL REFERENCES work_baseline,
                task_number INTEGER NOT NULL,
                title TEXT NOT NULL,
                starts_on TEXT NOT NULL,
                ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
                PRIMARY KEY (work_baseline_id, task_number)
            ) STRICT, WITHOUT ROWID;
            """)
}
