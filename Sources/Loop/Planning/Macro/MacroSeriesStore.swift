import Engine
package import Kernel
package import Records
package import Store
package import Warehouse

/// Keeps pasted values of a macro series: as a load of its own, all or nothing, with its audit entry (M-02).
package struct MacroSeriesStore: Sendable {
    private let warehouse: Warehouse
    private let store: Store

    package init(_ warehouse: Warehouse, _ store: Store) {
        self.warehouse = warehouse
        self.store = store
    }

    /// What would change: days that are new, that get another value, and that have it already.
    package struct Difference: Sendable {
        package let added: Int
        package let changed: [(day: Day, old: Double, new: Double)]
        package let same: Int
    }

    package func difference(_ points: [MacroSeries.Point], to name: String) async throws -> Difference {
        let rows = try await warehouse.engine.query(
            "SELECT observed_on, max(value) AS value FROM macro_series WHERE series = ? AND observed_on IS NOT NULL GROUP BY observed_on",
            [.text(name)])
        var known: [Day: Double] = [:]
        for row in rows.rows { known[try row.day("observed_on")] = try row.optionalDouble("value") }
        let changed = points.compactMap { point in
            known[point.day].flatMap { $0 == point.value ? nil : (point.day, $0, point.value) }
        }
        let same = points.count { known[$0.day] == $0.value }
        return Difference(added: points.count - same - changed.count, changed: changed, same: same)
    }

    /// Values of days that are there already are replaced. The series keeps its unit where none is given.
    package func keep(
        _ points: [MacroSeries.Point], as name: String, unit: String, by author: RecordAuthor
    ) async throws {
        let clock = store.clock
        let started = clock.now()
        try await warehouse.loadGate.exclusively {
            try await warehouse.engine.transaction { session in
                let id = try await session.query("SELECT coalesce(max(load_id), 0) + 1 AS n FROM load").single().int(
                    "n")
                let before = try await session.query(
                    "SELECT coalesce(max(unit), '') AS unit FROM macro_series WHERE series = ?", [.text(name)])
                let kept = unit.isEmpty ? try before.single().text("unit") : unit
                for part in stride(from: 0, to: points.count, by: Self.batch) {
                    let batch = points[part..<min(part + Self.batch, points.count)]
                    try await session.execute(
                        "DELETE FROM macro_series WHERE series = ? AND observed_on IN (\(Self.marks("CAST(? AS DATE)", batch.count)))",
                        [.text(name)] + batch.map { .day($0.day) })
                    try await session.execute(
                        "INSERT INTO macro_series (series, observed_on, value, unit, load_id) VALUES \(Self.marks("(?, CAST(? AS DATE), ?, ?, ?)", batch.count))",
                        batch.flatMap { [.text(name), .day($0.day), .double($0.value), .text(kept), .int(id)] })
                }
                try await session.execute(
                    "INSERT INTO load VALUES (?, 'paste', ?, NULL, ?, ?, ?, 0)",
                    [
                        .int(id), .text("macro_series: \(name)"), .instant(started), .instant(clock.now()),
                        .int(Int64(points.count)),
                    ])
            }
        }
        try await store.write { db in
            try store.audit.append(
                db, author: author.author, action: "macro.paste", subject: "macro_series:\(name)",
                detail: ["values": String(points.count)])
        }
    }

    /// So many values go in one statement.
    private static let batch = 500

    private static func marks(_ mark: String, _ count: Int) -> String {
        Array(repeating: mark, count: count).joined(separator: ", ")
    }
}
