extension Migration {
    /// Alignment sessions of the OKR tree, one row each: the scheduler opens them, once a slot.
    static let alignmentSessions = Migration(
        name: "011-alignment-sessions",
        sql: """
            CREATE TABLE alignment_session (
                alignment_session_id INTEGER PRIMARY KEY,
                held_on TEXT NOT NULL UNIQUE,
                opened_at TEXT NOT NULL
            ) STRICT;
            """)
}
