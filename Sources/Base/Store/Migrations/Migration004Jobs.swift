extension Migration {
    static let jobs = Migration(
        name: "004-jobs",
        sql: """
            CREATE TABLE job (
                job_id INTEGER PRIMARY KEY AUTOINCREMENT,
                kind TEXT NOT NULL,
                payload TEXT NOT NULL CHECK (json_valid(payload)),
                unique_key TEXT,
                author TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
                attempt INTEGER NOT NULL DEFAULT 0,
                cancel_asked INTEGER NOT NULL DEFAULT 0 CHECK (cancel_asked IN (0, 1)),
                checkpoint TEXT CHECK (checkpoint IS NULL OR json_valid(checkpoint)),
                done INTEGER NOT NULL DEFAULT 0,
                total INTEGER NOT NULL DEFAULT 0,
                step_zh TEXT NOT NULL DEFAULT '',
                step_en TEXT NOT NULL DEFAULT '',
                result TEXT CHECK (result IS NULL OR json_valid(result)),
                problem_code TEXT,
                problem_zh TEXT,
                problem_en TEXT,
                error_file TEXT,
                queued_at TEXT NOT NULL,
                started_at TEXT,
                finished_at TEXT,
                CHECK ((finished_at IS NOT NULL) = (state IN ('done', 'failed', 'cancelled')))
            ) STRICT;
            CREATE INDEX job_state ON job (state, job_id);
            CREATE UNIQUE INDEX job_unique_key ON job (unique_key) WHERE state IN ('queued', 'running');
            """)
}
