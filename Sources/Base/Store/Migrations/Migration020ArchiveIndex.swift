extension Migration {
    /// Finding in the archive without reading it: its texts for search, what its cases name and the words they use for
    /// likeness, and the region for who may see only some. Cases kept before get theirs from what is there.
    static let archiveIndex = Migration(
        name: "020-archive-index",
        sql: """
            ALTER TABLE archive_record
                ADD COLUMN region TEXT GENERATED ALWAYS AS (json_extract(body, '$.region')) VIRTUAL;
            CREATE INDEX archive_record_region ON archive_record (region, archive_record_id);
            CREATE VIRTUAL TABLE archive_search USING fts5 (
                title, body, tokenize = 'unicode61 remove_diacritics 2'
            );
            CREATE TABLE archive_term (
                term TEXT NOT NULL,
                archive_record_id INTEGER NOT NULL REFERENCES archive_record,
                PRIMARY KEY (term, archive_record_id)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO archive_search (rowid, title, body)
                SELECT a.archive_record_id, s.title, s.body
                FROM archive_record a JOIN record_search s ON s.rowid = a.record_id;
            INSERT OR IGNORE INTO archive_term (term, archive_record_id)
                SELECT json_extract(t.value, '$.key'), a.archive_record_id
                FROM archive_record a, json_each(a.body, '$.traits.traits') t;
            """)
}
