extension Migration {
    static let importMappings = Migration(
        name: "007-import-mappings",
        sql: """
            CREATE TABLE import_mapping (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
                target TEXT NOT NULL,
                body TEXT NOT NULL CHECK (json_valid(body)),
                headings TEXT NOT NULL CHECK (json_valid(headings)),
                revision INTEGER NOT NULL DEFAULT 1,
                created_at TEXT NOT NULL,
                created_by TEXT NOT NULL,
                changed_at TEXT NOT NULL,
                changed_by TEXT NOT NULL,
                used_at TEXT,
                used_by TEXT,
                uses INTEGER NOT NULL DEFAULT 0
            ) STRICT;
            CREATE TABLE import_mapping_use (
                headings TEXT NOT NULL,
                target TEXT NOT NULL,
                mapping INTEGER REFERENCES import_mapping (id) ON DELETE SET NULL,
                body TEXT NOT NULL CHECK (json_valid(body)),
                used_at TEXT NOT NULL,
                used_by TEXT NOT NULL,
                PRIMARY KEY (headings, target)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX import_mapping_use_mapping ON import_mapping_use (mapping);
            """)
}
