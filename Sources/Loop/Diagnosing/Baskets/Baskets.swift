import Engine
package import Kernel
package import Warehouse

/// Describes baskets and what moves them (AT-06): average order value, repurchase and customer value by channel, product and
/// time, the part of promotions, and what is bought together.
///
///     let baskets = try await Baskets(warehouse, clock: clock)
///     try await baskets.refresh()
///     let table = try await baskets.table(by: .channel, periods)
package struct Baskets: Sendable {
    package let warehouse: Warehouse
    let clock: Clock
    let memory = BasketMemory()

    /// Makes the tables if they are not there.
    package init(_ warehouse: Warehouse, clock: Clock) async throws {
        self.warehouse = warehouse
        self.clock = clock
        try await BasketTables.create(in: warehouse.engine)
    }

    /// How far the counts are; `nil` before the first, and without orders.
    package func state() async throws -> BasketState? {
        let state = try await warehouse.engine.ask(BasketStateKept()).first.map(BasketState.init)
        await memory.turn(to: state?.refreshedAt)
        return state
    }

    /// Whether orders, lines or products differ from what was counted. Reads the ledgers of the roll-ups, not the tables.
    package func isBehind() async throws -> Bool {
        try await warehouse.engine.ask(ChangedBasketDays()).rowCount > 0
    }

    /// Counts what changed: spans of days that hold a changed day, and where anything changed customer values and pairs. The
    /// roll-ups come first. All or nothing; the same data again counts nothing and changes nothing.
    package func refresh(_ progress: WorkProgress = .silent) async throws {
        let now = clock.now()
        try await warehouse.engine.withSession { session in
            try await BasketRefresh(session: session, progress: progress).run(at: now)
        }
    }
}
