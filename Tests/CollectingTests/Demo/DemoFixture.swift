import Engine
import Kernel
import Testing
import Warehouse

@testable import Collecting

/// One demonstration company that many tests read, made on first use.
actor DemoFixture {
    static let shared = DemoFixture()
    private var making: Task<MadeCompany, any Error>?

    func company() async throws -> MadeCompany {
        if let making { return try await making.value }
        let task = Task { try await MadeCompany(customers: 20_000, seed: 7) }
        making = task
        return try await task.value
    }
}

/// A company in a warehouse in memory, and what was planted in it.
struct MadeCompany: Sendable {
    let plan: DemonstrationPlan
    let warehouse: Warehouse
    let outcome: DemonstrationOutcome

    static let now = Instant(iso8601: "2026-11-21T08:30:00Z") ?? Instant(seconds: 0)

    init(customers: Int, seed: UInt64, chunk: Int = 20_000, workers: Int = 2) async throws {
        warehouse = try await MadeCompany.emptyWarehouse()
        var plan = try MadeCompany.plan(customers: customers, seed: seed)
        plan.chunkSize = chunk
        plan.workers = workers
        self.plan = plan
        outcome = try await Demonstration(plan, clock: VirtualClock(at: MadeCompany.now).clock).make(in: warehouse)
    }

    static func emptyWarehouse() async throws -> Warehouse {
        let engine = try await Engine.open(.duckdb(path: nil, library: try EngineLibrary.locate(), threads: 2))
        return try await Warehouse.open(engine: engine, zone: try zone())
    }

    static func zone() throws -> BusinessZone { try #require(BusinessZone("Asia/Shanghai")) }

    static func plan(customers: Int, seed: UInt64) throws -> DemonstrationPlan {
        try DemonstrationPlan(
            customers: customers, seed: Seed(seed), until: try #require(Day("2026-11-20")), zone: try zone())
    }

    func number(_ sql: String) async throws -> Double {
        let table = try await warehouse.engine.query("SELECT CAST((\(sql)) AS DOUBLE) AS n")
        for row in table.rows { return try row.optionalDouble("n") ?? .nan }
        return .nan
    }

    func rows(_ sql: String) async throws -> [EngineRow] { Array(try await warehouse.engine.query(sql).rows) }

    /// Row count and content of every canonical table, in one line each. The order of rows does not count.
    func fingerprint() async throws -> [String] {
        var lines: [String] = []
        for table in CanonicalTable.all {
            let columns = table.columns.map { "coalesce(CAST(\($0.name) AS VARCHAR), '~')" }.joined(separator: ", ")
            let line = try await rows(
                """
                SELECT CAST(count(*) AS VARCHAR) || ' '
                    || coalesce(CAST(sum(CAST(md5_number_lower(concat_ws('|', \(columns))) % 1000000007 AS HUGEINT)) AS VARCHAR), '') AS line
                FROM \(table.id)
                """)
            lines.append("\(table.id) \(try line[0].text("line"))")
        }
        return lines
    }
}
