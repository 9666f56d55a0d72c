extension Migration {
    /// Published handbooks: the content frozen with each request, the numbers given, and who has read them.
    static let handbook = Migration(
        name: "018-handbook",
        sql: """
            CREATE TABLE handbook_edition (
                record_id INTEGER NOT NULL REFERENCES record,
                record_version INTEGER NOT NULL,
                body TEXT NOT NULL CHECK (json_valid(body)),
                hash TEXT NOT NULL CHECK (length(hash) = 64),
                frozen_at TEXT NOT NULL,
                PRIMARY KEY (record_id, record_version)
            ) STRICT;
            CREATE TABLE handbook_release (
                record_id INTEGER PRIMARY KEY,
                record_version INTEGER NOT NULL,
                major INTEGER NOT NULL CHECK (major > 0),
                minor INTEGER NOT NULL CHECK (minor >= 0),
                released_at TEXT NOT NULL,
                due_on TEXT NOT NULL,
                UNIQUE (major, minor),
                FOREIGN KEY (record_id, record_version) REFERENCES handbook_edition
            ) STRICT;
            CREATE TABLE handbook_reading (
                record_id INTEGER NOT NULL REFERENCES handbook_release,
                account_id INTEGER NOT NULL REFERENCES account,
                due_on TEXT NOT NULL,
                reminders INTEGER NOT NULL DEFAULT 0 CHECK (reminders >= 0),
                reminded_on TEXT,
                confirmed_at TEXT,
                PRIMARY KEY (account_id, record_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX handbook_reading_record ON handbook_reading (record_id);
            CREATE TRIGGER handbook_edition_stays BEFORE UPDATE ON handbook_edition
                BEGIN SELECT raise(ABORT, 'frozen content is never changed'); END;
            CREATE TRIGGER handbook_edition_is_kept BEFORE DELETE ON handbook_edition
                WHEN EXISTS (SELECT 1 FROM handbook_release r WHERE r.record_id = old.record_id)
                BEGIN SELECT raise(ABORT, 'a published handbook is kept'); END;
            CREATE TRIGGER handbook_release_stays BEFORE UPDATE ON handbook_release
                BEGIN SELECT raise(ABORT, 'a published handbook stands'); END;
            CREATE TRIGGER handbook_release_is_kept BEFORE DELETE ON handbook_release
                BEGIN SELECT raise(ABORT, 'a published handbook stands'); END;
            """)
}
