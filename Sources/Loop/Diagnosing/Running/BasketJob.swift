package import Kernel
package import Store
package import Warehouse

/// Counting baskets as a job, for somebody who will not wait for the next refresh. It may be begun again at any point: a
/// refresh replaces the counts in one transaction, and what is counted already is not counted again.
package enum BasketJob {
    package static let id = "baskets"

    package static func kind(_ warehouse: Warehouse, clock: Clock) -> JobKind {
        JobKind(id, name: Text(zh: "购物篮分析", en: "Basket analysis"), lane: "warehouse") {
            (_: [String: String], job: JobRun) in
            let now = clock
            try await RollUpRefresh(warehouse: warehouse, clock: now).run(job.progress)
            try await Baskets(warehouse, clock: now).refresh(job.progress)
            return true
        }
    }
}
