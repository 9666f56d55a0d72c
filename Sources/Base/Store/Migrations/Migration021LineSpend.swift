extension Migration {
    /// What budget lines cost by the data of the warehouse, as it was read last: balances are asked for in transactions that
    /// cannot wait for another engine.
    static let lineSpend = Migration(
        name: "021-line-spend",
        sql: """
            CREATE TABLE budget_line_spend (
                record_id INTEGER PRIMARY KEY REFERENCES record,
                amount INTEGER NOT NULL,
                up_to TEXT NOT NULL,
                read_at TEXT NOT NULL
            ) STRICT;
            """)
}
