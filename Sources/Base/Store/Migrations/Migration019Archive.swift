extension Migration {
    /// Ended cases, kept for good: the database itself refuses to change them.
    static let archive = Migration(
        name: "019-archive",
        sql: """
            CREATE TABLE archive_record (
                archive_record_id INTEGER PRIMARY KEY,
                record_id INTEGER NOT NULL UNIQUE REFERENCES record,
                body TEXT NOT NULL CHECK (json_valid(body)),
                hash TEXT NOT NULL CHECK (length(hash) = 64),
                kept_at TEXT NOT NULL
            ) STRICT;
            CREATE TRIGGER archive_record_stays BEFORE UPDATE ON archive_record
                BEGIN SELECT raise(ABORT, 'the archive is never changed'); END;
            CREATE TRIGGER archive_record_is_kept BEFORE DELETE ON archive_record
                BEGIN SELECT raise(ABORT, 'the archive is never changed'); END;
            """)
}
