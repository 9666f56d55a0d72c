/// One step in the life of the warehouse's schema. Steps are numbered, only ever appended, and each runs once
/// in one transaction with the row that says it ran.
struct WarehouseMigration: Sendable {
    let number: Int64
    let statements: [String]

    static let all: [WarehouseMigration] = [
        WarehouseMigration(
            number: 1,
            statements: [CanonicalTable.loadDefinition] + CanonicalTable.all.map(\.definition) + [
                CanonicalTable.touchpointView
            ]),
        WarehouseMigration(number: 2, statements: RollUpLedger.definitions),
        WarehouseMigration(number: 3, statements: [CustomerStep.definition]),
        WarehouseMigration(number: 4, statements: [BuyerStep.definition]),
    ]

    static let ledgerDefinition = """
        CREATE TABLE IF NOT EXISTS warehouse_migration (number BIGINT)
        """
}
