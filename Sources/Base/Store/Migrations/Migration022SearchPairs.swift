extension Migration {
    /// Words of two characters are entries of the index of records, so is the type, and so are beginnings of words. What is there is
    /// indexed again by the store of records when it finds this empty. Links are found by their field, whole.
    static let searchPairs = Migration(
        name: "022-search-pairs",
        sql: """
            DROP TABLE record_search;
            CREATE VIRTUAL TABLE record_search USING fts5 (
                title, body, kind, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 3 5 7'
            );
            CREATE INDEX record_link_field ON record_link (field, target_id, record_id);
            """)
}
