import Engine
import Kernel
import Warehouse

/// The days on which a load adds rows, changes them, or takes them away because they belong to another day now.
struct TouchedDays: Sendable {
    let work: LoadWork

    private var day: SQLText? { work.table.day.map { SQLText.name($0) } }

    func prepare() async throws {
        try await work.execute("CREATE TEMP TABLE touched (first_on DATE, last_on DATE)")
    }

    /// Where rows stand that are about to be changed or removed; `condition` is over the target's table.
    func note(where condition: SQLText) async throws {
        guard let day else { return }
        try await work.execute(
            "INSERT INTO touched SELECT min(\(day)), max(\(day)) FROM \(name: work.target.table) WHERE \(condition)")
    }

    /// The first and the last, with those of the rows as they stand now; nothing where no row has a day.
    func range() async throws -> (first: Day, last: Day)? {
        try await note(where: "load_id = \(work.loadID)")
        let row = try await work.session.query("SELECT min(first_on) AS first_on, max(last_on) AS last_on FROM touched")
            .single()
        guard let first = try row.optionalDay("first_on"), let last = try row.optionalDay("last_on") else { return nil }
        return (first, last)
    }
}
