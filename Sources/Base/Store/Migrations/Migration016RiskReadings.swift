extension Migration {
    /// What the indicators of risks read, and the moves that followed.
    static let riskReadings = Migration(
        name: "016-risk-readings",
        sql: """
            CREATE TABLE risk_reading (
                risk_reading_id INTEGER PRIMARY KEY,
                record_id INTEGER NOT NULL REFERENCES record,
                rollup_version INTEGER NOT NULL,
                at TEXT NOT NULL,
                metric TEXT NOT NULL,
                value REAL,
                threshold REAL NOT NULL,
                is_upper INTEGER NOT NULL CHECK (is_upper IN (0, 1)),
                is_beyond INTEGER CHECK (is_beyond IN (0, 1)),
                move TEXT
            ) STRICT;
            CREATE INDEX risk_reading_record ON risk_reading (record_id, risk_reading_id);
            """)
}
