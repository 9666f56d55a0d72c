import Engine
package import Kernel
package import Warehouse

/// A series from outside: prices, retail sales, rates (M-02). In the order of days, one value a day.
package struct MacroSeries: Sendable, Identifiable {
    package let name: String
    package let unit: String
    package let points: [Point]

    package struct Point: Sendable, Hashable {
        package let day: Day
        package let value: Double

        package init(day: Day, value: Double) {
            self.day = day
            self.value = value
        }
    }

    package var id: String { name }
    package var last: Point? { points.last }
    /// The last value less the one before.
    package var change: Double? {
        points.count > 1 ? points[points.count - 1].value - points[points.count - 2].value : nil
    }

    package init(name: String, unit: String, points: [Point]) {
        self.name = name
        self.unit = unit
        self.points = points
    }

    /// All series by name, each with its last five years of months.
    package static func all(from warehouse: Warehouse) async throws -> [MacroSeries] {
        let rows = try await warehouse.engine.query(
            """
            WITH placed AS (
                SELECT series, observed_on, max(value) AS value, max(unit) AS unit,
                    row_number() OVER (PARTITION BY series ORDER BY observed_on DESC NULLS LAST) AS back
                FROM macro_series
                WHERE series IS NOT NULL AND observed_on IS NOT NULL AND value IS NOT NULL
                GROUP BY series, observed_on
            )
            SELECT series, observed_on, value, coalesce(unit, '') AS unit
            FROM placed
            WHERE back <= 60
            ORDER BY series, observed_on
            """)
        var order: [String] = []
        var points: [String: [Point]] = [:]
        var units: [String: String] = [:]
        for row in rows.rows {
            let name = try row.text("series")
            if points[name] == nil { order.append(name) }
            points[name, default: []].append(Point(day: try row.day("observed_on"), value: try row.double("value")))
            units[name] = try row.text("unit")
        }
        return order.map { MacroSeries(name: $0, unit: units[$0] ?? "", points: points[$0] ?? []) }
    }
}
