extension Migration {
    /// What all declared records share. The tables of their fields are made from the declarations (`RecordSchema`).
    static let records = Migration(
        name: "008-records",
        sql: """
            CREATE TABLE record (
                record_id INTEGER PRIMARY KEY,
                type TEXT NOT NULL,
                number INTEGER NOT NULL CHECK (number > 0),
                UNIQUE (type, number)
            ) STRICT;
            CREATE TABLE record_table (
                type TEXT PRIMARY KEY,
                sql TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE record_version (
                record_id INTEGER NOT NULL REFERENCES record,
                version INTEGER NOT NULL CHECK (version > 0),
                action TEXT NOT NULL,
                state TEXT NOT NULL,
                body TEXT NOT NULL CHECK (json_valid(body)),
                reason TEXT,
                author TEXT NOT NULL,
                at TEXT NOT NULL,
                PRIMARY KEY (record_id, version)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX record_version_starter ON record_version (record_id) WHERE action = 'starter';
            CREATE TABLE record_link (
                record_id INTEGER NOT NULL REFERENCES record,
                field TEXT NOT NULL,
                target_id INTEGER NOT NULL REFERENCES record,
                place INTEGER NOT NULL,
                PRIMARY KEY (record_id, field, target_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX record_link_target ON record_link (target_id);
            CREATE TABLE record_comment (
                record_comment_id INTEGER PRIMARY KEY,
                record_id INTEGER NOT NULL REFERENCES record,
                account_id INTEGER NOT NULL REFERENCES account,
                text TEXT NOT NULL CHECK (text <> ''),
                at TEXT NOT NULL,
                removed_at TEXT
            ) STRICT;
            CREATE INDEX record_comment_record ON record_comment (record_id);
            CREATE TABLE record_mention (
                record_comment_id INTEGER NOT NULL REFERENCES record_comment,
                account_id INTEGER NOT NULL REFERENCES account,
                read_at TEXT,
                PRIMARY KEY (account_id, record_comment_id)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE record_view (
                record_view_id INTEGER PRIMARY KEY,
                type TEXT NOT NULL,
                name TEXT NOT NULL CHECK (name <> ''),
                account_id INTEGER NOT NULL REFERENCES account,
                is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
                query TEXT NOT NULL,
                UNIQUE (type, account_id, name)
            ) STRICT;
            CREATE VIRTUAL TABLE record_search USING fts5 (
                title, body, type UNINDEXED, tokenize = 'unicode61 remove_diacritics 2'
            );
            """)
}
