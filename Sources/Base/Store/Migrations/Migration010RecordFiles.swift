extension Migration {
    /// Files that belong to records. The content lies under its hash in the data folder; the same content lies there once.
    static let recordFiles = Migration(
        name: "010-record-files",
        sql: """
            CREATE TABLE record_file (
                record_file_id INTEGER PRIMARY KEY,
                record_id INTEGER NOT NULL REFERENCES record,
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
                hash TEXT NOT NULL CHECK (length(hash) = 64),
                bytes INTEGER NOT NULL CHECK (bytes > 0),
                added_by TEXT NOT NULL,
                added_at TEXT NOT NULL,
                removed_by TEXT,
                removed_at TEXT,
                CHECK ((removed_by IS NULL) = (removed_at IS NULL))
            ) STRICT;
            CREATE INDEX record_file_record ON record_file (record_id);
            CREATE INDEX record_file_hash ON record_file (hash);
            """)
}
