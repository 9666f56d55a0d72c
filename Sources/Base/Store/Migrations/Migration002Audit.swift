extension Migration {
    /// AUTOINCREMENT keeps the highest number ever given, so that entries cut off the end are noticed.
    static let audit = Migration(
        name: "002-audit",
        sql: """
            CREATE TABLE audit_entry (
                audit_entry_id INTEGER PRIMARY KEY AUTOINCREMENT,
                at TEXT NOT NULL,
                author TEXT NOT NULL,
                action TEXT NOT NULL,
                subject TEXT NOT NULL,
                detail TEXT NOT NULL,
                previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
                hash BLOB NOT NULL CHECK (length(hash) = 32)
            ) STRICT;
            CREATE INDEX audit_entry_subject ON audit_entry (subject);
            CREATE TRIGGER audit_entry_not_changed BEFORE UPDATE ON audit_entry
            BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
            CREATE TRIGGER audit_entry_not_removed BEFORE DELETE ON audit_entry
            BEGIN SELECT RAISE(ABORT, 'audit entries are never removed'); END;
            """)
}
