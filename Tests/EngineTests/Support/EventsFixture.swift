import Engine
import TestKit

/// 60,000 events of 2,001 people over 60 days, written as Parquet by DuckDB: the table the conformance queries ask.
/// Every moment is different, so that no query has ties to break.
struct EventsFixture {
    let folder: TemporaryFolder
    var path: String { folder.file("events.parquet") }

    init() async throws {
        folder = try TemporaryFolder()
        let engine = try await Engines.duckdb()
        try await engine.execute(EventsFixture.generate, [.text(folder.file("events.parquet"))])
        await engine.close()
    }

    private static let generate = """
        COPY (
          WITH drawn AS (
            SELECT i AS event_id, hash(i) AS h, hash(i + 1000000) AS g, hash(i + 2000000) AS k,
              TIMESTAMP '2025-12-30 00:00:00' + to_microseconds(i * 86400000) AS ts
            FROM range(60000) r(i)
          )
          SELECT CAST(event_id AS BIGINT) AS event_id, CAST(h % 2001 AS BIGINT) AS user_id, ts, CAST(ts AS DATE) AS event_date,
            ['page_view', 'product_view', 'product_view', 'add_to_cart', 'email_open', 'purchase'][1 + CAST(g % 6 AS INT)] AS event_name,
            ['email', 'push', 'sms', 'web', 'store'][1 + CAST((g // 7) % 5 AS INT)] AS channel,
            CASE WHEN k % 3 = 0 THEN 'c' || CAST(k % 7 AS VARCHAR) END AS campaign,
            CASE WHEN g % 6 = 5 THEN CAST(CAST(k % 99999 AS DECIMAL(10,2)) / 100 AS DECIMAL(10,2)) END AS revenue,
            CASE WHEN k % 50 = 0 THEN NULL WHEN k % 51 = 0 THEN '{broken'
              ELSE '{"sku":"S' || CAST(k % 40 AS VARCHAR) || '","qty":' || CAST(1 + k % 5 AS VARCHAR)
                || ',"ctx":{"os":"' || ['ios', 'android', 'web'][1 + CAST(k % 3 AS INT)] || '"}}' END AS props
          FROM drawn
        ) TO ? (FORMAT parquet)
        """

    /// The view in DuckDB.
    var duckdbView: String { "CREATE VIEW events AS SELECT * FROM read_parquet('\(path)')" }

    /// The view on a Spark Connect server: declared, typed and fresh in each session.
    var sparkView: String {
        """
        CREATE OR REPLACE TEMPORARY VIEW events (event_id BIGINT, user_id BIGINT, ts TIMESTAMP_NTZ, event_date DATE,
          event_name STRING, channel STRING, campaign STRING, revenue DECIMAL(10,2), props STRING)
        USING parquet OPTIONS (path '\(path)')
        """
    }
}
