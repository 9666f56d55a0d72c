import Kernel
import Planning
import Records
import Store
import Warehouse

/// What the pages of goals work with; made once, so that forecasts are kept between readers.
struct GoalDesk: Sendable {
    let desk: RecordDesk
    let follower: GoalFollower
    let cascade: GoalCascade
    let accounts: AccountStore

    init(_ app: AppContext) {
        desk = app.desk
        follower = GoalFollower(app.warehouse, shares: MarketShareReader(app.desk.records, app.warehouse))
        cascade = GoalCascade(app.desk.records)
        accounts = app.accounts
    }

    var currency: Currency { follower.warehouse.currency }
    var zone: BusinessZone { follower.warehouse.zone }

    func tree(_ visit: Visit) async throws -> GoalTree {
        GoalTree(try await desk.records.goals(for: try RecordDesk.author(visit)))
    }

    /// The goal of the address, with its version of now. Problem: `record.unknown_record`.
    func goal(_ visit: Visit) async throws -> Goal {
        let type = try desk.records.catalog.require("goal")
        let record = try await desk.records.find(
            type, number: try visit.number("number"), for: try RecordDesk.author(visit))
        return Goal(record, currency: currency)
    }

    /// Readings by goal. Somebody who sees only some regions gets the numbers of goals for these, not of the whole company.
    func readings(_ goals: [Goal], _ visit: Visit) async throws -> [Int64: GoalReading] {
        guard visit.may(.view, .board) else { return [:] }
        let scope = try visit.scope(.view, .board)
        let open = goals.filter { Self.shows($0, scope) }
        return try await follower.readings(of: open)
    }

    private static func shows(_ goal: Goal, _ scope: RowScope) -> Bool {
        guard case .only(let regions, _) = scope else { return true }
        let own = goal.scope.filters.first { $0.dimension == .region }
        return own.map { $0.members.allSatisfy(regions.contains) } ?? false
    }

    /// Names of the people and records that goals name.
    func names(_ goals: [Goal]) async throws -> RecordNames {
        let records = goals.map(\.record)
        return try await desk.records.store.read { db in try desk.records.names(db, of: records) }
    }
}
