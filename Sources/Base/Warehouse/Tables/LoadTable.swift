import Kernel

extension CanonicalTable {
    /// One row for each load of data; every other row names the load that brought it.
    /// Loads are numbered upwards: a corrected row carries a later number than the row it replaces.
    package static let loadDefinition = """
        CREATE TABLE IF NOT EXISTS load (
            load_id BIGINT,
            kind VARCHAR,
            source VARCHAR,
            content_hash VARCHAR,
            started_at TIMESTAMP,
            finished_at TIMESTAMP,
            row_count BIGINT,
            quarantined BIGINT
        )
        """

    /// All canonical tables, in the order in which pages list them.
    package static let all: [CanonicalTable] = [
        customer, identity, product, productCost, dealer, store, orderHeader, orderLine, event, shipment, stock,
        adSpend,
        surveyAnswer, mention, competitorPrice, macroSeries, budgetActual,
    ]

    /// The canonical table of that name.
    package static func named(_ id: String) -> CanonicalTable? { all.first { $0.id == id } }
}
