package import Kernel

/// What somebody asks for who begins a budget.
package struct BudgetOrder: Sendable {
    package enum Base: Sendable, Hashable {
        /// What the year before cost by the data.
        case data
        /// The lines of an earlier budget, by its number.
        case budget(Int64)
        /// Nothing: zero-based, with this total.
        case zero(total: Int64)
    }

    package var title: String
    package var period: Period
    package var base: Base
    /// 0.08 for eight per cent more; used where there is a base.
    package var growth: Double
    package var flexible: Double
    package var reserve: Double
    /// The record id of the budget above.
    package var parent: Int64?

    package init(
        title: String, period: Period, base: Base, growth: Double = 0, flexible: Double = 0.12, reserve: Double = 0.2,
        parent: Int64? = nil
    ) {
        self.title = title
        self.period = period
        self.base = base
        self.growth = growth
        self.flexible = flexible
        self.reserve = reserve
        self.parent = parent
    }
}
