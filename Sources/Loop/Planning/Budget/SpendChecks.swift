package import Records
import Store
package import Warehouse

/// What is looked at before a spend goes to approval (BU-06).
package struct SpendChecks: Sendable {
    /// The budget is in force, the line neither stopped nor a pool.
    package let isLineOpen: Bool
    /// What the line has left, without this request.
    package let available: Int64
    package let metric: Metric?
    package let split: SplitCheck
    /// How far back related requests count.
    package let days: Int

    package var isCovered: Bool { available >= split.own }
    package var mayBeAsked: Bool { isLineOpen && isCovered && metric != nil }
}

extension BudgetReader {
    /// The checks as they stand now; the transaction that asks or approves makes them once more.
    package func checks(of request: Record) async throws -> SpendChecks {
        try await records.store.read { db in
            let store = BudgetStore(db, records)
            let found = try store.position(request.whole("line"))
            let line = found?.position.line
            // An approved request is part of what the line has committed.
            let own = request.state == "approved" ? (request.whole("amount") ?? 0) - (request.whole("paid") ?? 0) : 0
            return SpendChecks(
                isLineOpen: found?.budget.state == "active" && line?.isStopped == false && line?.isPool == false,
                available: (found?.position.remaining ?? 0) + own, metric: line.flatMap { Metric.named($0.metric) },
                split: try store.splitCheck(request), days: try store.constants().splitDays)
        }
    }
}
