import Foundation
import GRDB
import Kernel
package import Store
package import Warehouse

extension TargetStore {
    /// Under this name stand the limits of all metrics without limits of their own.
    package static let everyMetric = "*"

    /// Sets the limits of one metric's light, or of all that have none of their own.
    package func setLimits(_ limits: LightLimits, of metric: Metric?, by author: Author) async throws {
        let audit = store.audit
        let name = metric?.id ?? Self.everyMetric
        try await store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO metric_limit (metric, green, amber) VALUES (?, ?, ?)
                    ON CONFLICT (metric) DO UPDATE SET green = excluded.green, amber = excluded.amber
                    """, arguments: [name, limits.green, limits.amber])
            try audit.append(
                db, author: author, action: "limit.set", subject: "limit:\(name)",
                detail: ["green": "\(limits.green)", "amber": "\(limits.amber)"])
        }
    }

    /// Takes limits back: the metric follows the company's, the company the standard ones.
    package func removeLimits(of metric: Metric?, by author: Author) async throws {
        let audit = store.audit
        let name = metric?.id ?? Self.everyMetric
        try await store.write { db in
            try db.execute(sql: "DELETE FROM metric_limit WHERE metric = ?", arguments: [name])
            guard db.changesCount > 0 else { return }
            try audit.append(db, author: author, action: "limit.reset", subject: "limit:\(name)")
        }
    }

    /// Limits that were set, by metric; those of `everyMetric` hold where there are no others.
    package func limits() async throws -> [String: LightLimits] {
        try await store.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT metric, green, amber FROM metric_limit")
            return rows.reduce(into: [:]) { limits, row in
                limits[row["metric"]] = LightLimits(green: row["green"], amber: row["amber"])
            }
        }
    }

    /// Who set which limits of a metric, or of all, and when; the newest first.
    package func limitHistory(of metric: Metric?, count: Int = 50) async throws -> [LimitChange] {
        let subject = "limit:\(metric?.id ?? Self.everyMetric)"
        let entries = try await store.read { try store.audit.entries($0, subject: subject, limit: count) }
        return try entries.map { entry in
            let detail = try JSONDecoder().decode([String: String].self, from: Data(entry.detail.utf8))
            let pair = (detail["green"].flatMap(Double.init), detail["amber"].flatMap(Double.init))
            var limits: LightLimits?
            if let green = pair.0, let amber = pair.1 { limits = LightLimits(green: green, amber: amber) }
            return LimitChange(at: Instant(iso8601: entry.at), author: entry.author, limits: limits)
        }
    }
}
