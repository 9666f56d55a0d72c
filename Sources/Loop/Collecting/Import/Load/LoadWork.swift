import Engine
import Foundation
import Kernel
import Warehouse

/// One load in one session of the engine: what every step needs to know.
struct LoadWork: Sendable {
    let session: EngineSession
    let mapping: Mapping
    let source: ImportSource
    let typed: TypedSQL
    let loadID: Int64
    let startedAt: Instant
    let currency: String

    var target: ImportTarget { mapping.target }
    var table: CanonicalTable { CanonicalTable.named(target.rawValue) ?? CanonicalTable.orderLine }

    /// Fields that the file (or a constant) fills.
    var given: [TargetField] { typed.fields.map(\.field) }
    func gives(_ field: String) -> Bool { typed.fields.contains { $0.field.id == field } }

    /// Codes of other tables among the fields.
    var references: [Reference] {
        given.compactMap { if case .reference(let reference) = $0.kind { reference } else { nil } }
    }

    @discardableResult
    func execute(_ sql: SQLText) async throws -> Int64 { try await session.execute(sql.text) }

    func count(_ sql: SQLText) async throws -> Int64 { try await session.query(sql.text).single().int("n") }

    /// Values of every given field as columns of the typed table.
    var valueNames: [SQLText] { typed.fields.flatMap { $0.values.map { SQLText.name($0.name) } } }

    /// Reads the file. Afterwards `typed` holds all rows, `reject` the bad ones with reasons, `good` the others.
    func read() async throws {
        try await execute(typed.create)
        try await execute(
            "CREATE TEMP TABLE reject (rid BIGINT, \"row\" BIGINT, field VARCHAR, code VARCHAR, detail VARCHAR)")
        try await execute("CREATE TEMP VIEW good AS \(allRows)")
        try await touched.prepare()
        let bad = try await count("SELECT count(*) AS n FROM typed WHERE is_bad")
        if bad > 0 { try await rejectUnreadable() }
    }

    var touched: TouchedDays { TouchedDays(work: self) }

    private var allRows: SQLText { "SELECT rowid AS rid, \(typed.rowColumn) AS row_no, * FROM typed" }

    /// Adds rows to `reject`: `rid, row, field, code, detail`. How many; they are no longer `good`. As long as there are none,
    /// no row is asked whether it is one of them.
    @discardableResult
    func reject(_ rows: SQLText) async throws -> Int64 {
        let count = try await execute("INSERT INTO reject \(rows)")
        if count > 0 {
            try await execute(
                "CREATE OR REPLACE TEMP VIEW good AS \(allRows) WHERE rowid NOT IN (SELECT rid FROM reject)")
        }
        return count
    }

    private func rejectUnreadable() async throws {
        try await execute(
            """
            CREATE TEMP TABLE unread AS SELECT rowid AS rid, \(typed.rowColumn) AS "row" FROM typed WHERE is_bad
            """)
        try await reject(
            """
            SELECT u.rid, u."row", w.why.field, w.why.code, NULL FROM unread u \
            JOIN (\(typed.reasons(rows: "SELECT \"row\" FROM unread"))) w ON w."row" = u."row"
            """)
        // Whatever else made a row bad: it is never loaded, and never lost.
        try await reject(
            """
            SELECT u.rid, u."row", '', 'unreadable', NULL FROM unread u \
            WHERE u.rid NOT IN (SELECT rid FROM reject)
            """)
    }

    /// Rows with codes that no table knows, where the mapping does not let them be made up.
    func rejectUnknownCodes() async throws {
        for reference in references where mapping.policy(reference) == .quarantine {
            let field = SQLText.name(reference.field)
            try await reject(
                """
                SELECT g.rid, g.row_no, \(value: reference.field), 'unknown_code', g.\(field) FROM good g \
                WHERE g.\(field) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \(reference.table) t WHERE t.\(reference.code) = g.\(field))
                """)
        }
    }

    /// A second row with the key of an earlier one: the same contents are only repeated, other contents are quarantined.
    func rejectDuplicates(of key: [String]) async throws {
        let names = key.filter(gives).map { SQLText.name($0) }
        guard !names.isEmpty, names.count == key.count || (!names.isEmpty && key.count > 1 && target != .orderLine)
        else { return }
        let list = names.joined(", ")
        try await execute(
            """
            CREATE TEMP TABLE doubled AS SELECT \(list), min(rid) AS first_rid, min(row_no) AS first_row FROM good \
            GROUP BY \(list) HAVING count(*) > 1
            """)
        let same = valueNames.map { "g.\($0) IS NOT DISTINCT FROM f.\($0)" as SQLText }.joined(" AND ")
        let match = names.map { "g.\($0) IS NOT DISTINCT FROM d.\($0)" as SQLText }.joined(" AND ")
        try await reject(
            """
            SELECT g.rid, g.row_no, \(value: key.first ?? ""), CASE WHEN \(same) THEN 'repeated' ELSE 'duplicate_key' END, \
            CAST(d.first_row AS VARCHAR) FROM doubled d JOIN good g ON \(match) AND g.rid > d.first_rid JOIN good f ON f.rid = d.first_rid
            """)
    }
}
