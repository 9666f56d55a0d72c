extension Migration {
    static let accounts = Migration(
        name: "003-accounts",
        sql: """
            CREATE TABLE account (
                account_id INTEGER PRIMARY KEY,
                name TEXT NOT NULL CHECK (name <> ''),
                name_key TEXT NOT NULL UNIQUE,
                password_hash TEXT NOT NULL,
                regions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(regions)),
                dealers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(dealers)),
                language TEXT CHECK (language IN ('zh', 'en')),
                created_at TEXT NOT NULL,
                disabled_at TEXT
            ) STRICT;
            CREATE TABLE account_role (
                account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
                role TEXT NOT NULL,
                PRIMARY KEY (account_id, role)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE session (
                session_id INTEGER PRIMARY KEY,
                token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
                account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
                address TEXT NOT NULL,
                created_at TEXT NOT NULL,
                seen_at TEXT NOT NULL,
                revoked_at TEXT
            ) STRICT;
            CREATE INDEX session_account ON session (account_id);
            CREATE TABLE api_token (
                api_token_id INTEGER PRIMARY KEY,
                token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
                account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
                name TEXT NOT NULL CHECK (name <> ''),
                scopes TEXT NOT NULL CHECK (json_valid(scopes)),
                created_at TEXT NOT NULL,
                expires_at TEXT,
                used_at TEXT,
                revoked_at TEXT,
                UNIQUE (account_id, name)
            ) STRICT;
            CREATE TABLE known_device (
                device_hash BLOB PRIMARY KEY CHECK (length(device_hash) = 32),
                account_id INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
                expires_at TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE setup_link (
                token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
                created_at TEXT NOT NULL,
                expires_at TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            """)
}
