package import Records

/// Strategic buckets of a policy and year: planned beside actual (PP-07).
package struct BucketShares: Sendable {
    package let policy: String
    package let year: Int
    package let rows: [Row]

    package struct Row: Sendable {
        package let bucket: Record
        package let planned: Double
        /// Of the projects' budgets; `nil` while no project has one.
        package let actual: Double?
        /// Smallest currency units.
        package let budget: Int64
        package let projects: Int
        /// Further from the plan than the bucket allows (five points unless it says so).
        package var isOff: Bool {
            actual.map { abs($0 - planned) > (bucket.number("tolerance") ?? 0.05) + 1e-9 } ?? false
        }
    }

    package var plannedTotal: Double { rows.reduce(0) { $0 + $1.planned } }
    package var isWhole: Bool { abs(plannedTotal - 1) < 0.000_5 }

    /// Closed buckets and dropped projects do not count.
    package static func all(_ buckets: [Record], _ projects: [Record]) -> [BucketShares] {
        let open = buckets.filter { $0.state != "closed" }
        let budgets = Dictionary(grouping: projects.filter { $0.state != "dropped" }) {
            $0.whole("bucket") ?? 0
        }
        let policies = Dictionary(grouping: open) {
            Key(policy: $0.text("policy") ?? "", year: Int($0.number("year") ?? 0))
        }
        return policies.map { key, members in
            func budget(_ bucket: Record) -> Int64 {
                (budgets[bucket.id] ?? []).reduce(0) { $0 + ($1.whole("planned") ?? 0) }
            }
            let total = members.reduce(Int64(0)) { $0 + budget($1) }
            let rows = members.sorted { $0.number < $1.number }.map { bucket in
                Row(
                    bucket: bucket, planned: bucket.number("planned_share") ?? 0,
                    actual: total > 0 ? Double(budget(bucket)) / Double(total) : nil, budget: budget(bucket),
                    projects: budgets[bucket.id]?.count ?? 0)
            }
            return BucketShares(policy: key.policy, year: key.year, rows: rows)
        }.sorted { ($1.year, $0.policy) < ($0.year, $1.policy) }
    }

    private struct Key: Hashable {
        let policy: String
        let year: Int
    }
}
