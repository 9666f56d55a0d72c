extension Migration {
    /// Private addresses of the marketing calendar; only their hashes are kept.
    static let calendarFeeds = Migration(
        name: "014-calendar-feeds",
        sql: """
            CREATE TABLE calendar_feed (
                calendar_feed_id INTEGER PRIMARY KEY,
                token_hash BLOB NOT NULL UNIQUE,
                account_id INTEGER NOT NULL REFERENCES account,
                language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
                created_at TEXT NOT NULL,
                used_at TEXT,
                revoked_at TEXT
            ) STRICT;
            CREATE INDEX calendar_feed_account ON calendar_feed (account_id);
            """)
}
