package import Engine
package import Kernel

/// What is counted: the canonical tables behind the engine, with the zone and the currency of the business.
package struct Warehouse: Sendable {
    package let engine: Engine
    private let openedZone: BusinessZone
    private let openedCurrency: Currency
    let refreshGate = Gate()
    /// For loads, one at a time: numbers of rows and loads are given out from the highest there is.
    package let loadGate = Gate()
    let memory = MetricMemory()

    private init(engine: Engine, zone: BusinessZone, currency: Currency) {
        self.engine = engine
        openedZone = zone
        openedCurrency = currency
    }

    /// In which days are counted.
    package var zone: BusinessZone { memory.terms.zone ?? openedZone }
    package var currency: Currency { memory.terms.currency ?? openedCurrency }

    /// Counts in this zone and currency from now on. For warehouses without data: days of rows that are there stay as they are.
    package func adopt(_ zone: BusinessZone, _ currency: Currency) {
        memory.terms.adopt(zone, currency)
    }

    /// Whether anything was ever loaded.
    package func hasData() async throws -> Bool {
        try await engine.query("SELECT count(*) AS n FROM load").single().int("n") > 0
    }

    /// Brings the schema up to date and returns the warehouse. A warehouse written by a later version is refused.
    package static func open(engine: Engine, zone: BusinessZone, currency: Currency = .cny) async throws -> Warehouse {
        let warehouse = Warehouse(engine: engine, zone: zone, currency: currency)
        try await warehouse.migrate(with: WarehouseMigration.all)
        return warehouse
    }

    private func migrate(with migrations: [WarehouseMigration]) async throws {
        try await engine.execute(WarehouseMigration.ledgerDefinition)
        let reached = try await schemaNumber()
        let known = migrations.last?.number ?? 0
        guard reached <= known else { throw WarehouseProblem.newerSchema(found: reached, known: known) }
        for migration in migrations where migration.number > reached {
            try await engine.transaction { session in
                for statement in migration.statements { try await session.execute(statement) }
                try await session.execute("INSERT INTO warehouse_migration VALUES (?)", [.int(migration.number)])
            }
        }
    }

    private func schemaNumber() async throws -> Int64 {
        let table = try await engine.query("SELECT coalesce(max(number), 0) AS reached FROM warehouse_migration")
        for row in table.rows { return try row.int("reached") }
        return 0
    }
}
