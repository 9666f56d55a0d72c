import GRDB
package import Kernel
package import Store
import Warehouse

/// Keeps targets and light limits. Every change is in the audit log.
package struct TargetStore: Sendable {
    let store: Store

    package init(_ store: Store) { self.store = store }

    /// Sets or replaces targets, all or none of them.
    package func set(_ targets: [MetricTarget], by author: Author) async throws {
        for target in targets { try Self.check(target) }
        let now = store.clock.now()
        let audit = store.audit
        try await store.write { db in
            for target in targets {
                try db.execute(
                    sql: """
                        INSERT INTO metric_target (metric, node, grain, starts_on, value, set_by, set_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (metric, node, grain, starts_on)
                        DO UPDATE SET value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at
                        """,
                    arguments: [
                        target.metric, target.node.code, target.grain.rawValue, target.startsOn, target.value,
                        author.description,
                        now,
                    ])
            }
            for (metric, part) in Dictionary(grouping: targets, by: \.metric).sorted(by: { $0.key < $1.key }) {
                try audit.append(
                    db, author: author, action: "target.set", subject: "metric:\(metric)", detail: Self.detail(part))
            }
        }
    }

    /// One target in full; of many, how many.
    private static func detail(_ targets: [MetricTarget]) -> [String: String] {
        guard targets.count == 1, let target = targets.first else { return ["count": String(targets.count)] }
        return [
            "node": target.node.code, "grain": target.grain.rawValue, "starts_on": target.startsOn.description,
            "value": "\(target.value)",
        ]
    }

    /// Takes a target back; nothing happens where there is none.
    package func remove(
        metric: String, node: TargetNode, grain: Grain, startsOn: Day, by author: Author
    ) async throws {
        let audit = store.audit
        try await store.write { db in
            try db.execute(
                sql: "DELETE FROM metric_target WHERE metric = ? AND node = ? AND grain = ? AND starts_on = ?",
                arguments: [metric, node.code, grain.rawValue, startsOn])
            guard db.changesCount > 0 else { return }
            try audit.append(
                db, author: author, action: "target.remove", subject: "metric:\(metric)",
                detail: ["node": node.code, "grain": grain.rawValue, "starts_on": startsOn.description])
        }
    }

    /// The targets of a node that begin within `days`.
    package func targets(node: TargetNode, grain: Grain, startingIn days: Period) async throws -> [MetricTarget] {
        try await store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT metric, starts_on, value FROM metric_target
                    WHERE node = ? AND grain = ? AND starts_on >= ? AND starts_on < ?
                    """, arguments: [node.code, grain.rawValue, days.start, days.end]
            ).map {
                MetricTarget(
                    metric: $0["metric"], node: node, grain: grain, startsOn: $0["starts_on"], value: $0["value"])
            }
        }
    }

    private static func check(_ target: MetricTarget) throws {
        guard let metric = Metric.named(target.metric) else { throw MonitoringProblem.unknownMetric(target.metric) }
        guard target.value.isFinite, abs(target.value) < 1e15 else { throw MonitoringProblem.absurdTarget(metric) }
        if case .member(let dimension, _) = target.node, !metric.offers([dimension]) {
            throw MonitoringProblem.dimensionNotOffered(metric, dimension)
        }
    }
}
