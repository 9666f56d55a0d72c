import Kernel

/// The statement that reads a whole file into typed columns, in one pass over it: texts, steps, values, and whether a row is bad.
struct TypedSQL: Sendable {
    let source: ImportSource
    let fields: [FieldSQL]

    /// The engine's running number of a row in the typed table, from 0, is its place in the file where the file carries no
    /// numbers.
    var rowColumn: SQLText { source.carriesRows ? "\"row\"" : "rowid + \(ImportSource.firstRow)" }

    /// `CREATE TEMP TABLE typed`, with `is_bad` and `is_rounded`.
    var create: SQLText {
        let kept = source.carriesRows ? ["\"row\"", "flaw"] as [SQLText] : []
        let values = fields.flatMap { $0.values.map { SQLText.name($0.name) } }
        let bad = fields.map(\.isBad) + (source.carriesRows ? ["flaw IS NOT NULL"] : [])
        let rounded = fields.compactMap(\.isRounded)
        return """
            CREATE TEMP TABLE typed AS SELECT \((kept + values).joined(", ")), (\(bad.joined(" OR "))) AS is_bad, \
            (\(rounded.isEmpty ? "FALSE" : rounded.joined(" OR "))) AS is_rounded FROM \(valueQuery(of: source.relation, kept: kept))
            """
    }

    /// Every reason of every bad row: `row`, `field`, `code`.
    func reasons(rows: SQLText) -> SQLText {
        let own = fields.map {
            "CASE WHEN flaw IS NULL AND \($0.isBad) THEN {'field': \(value: $0.field.id), 'code': \($0.reason)} END"
                as SQLText
        }
        let flaw: SQLText = "CASE WHEN flaw IS NOT NULL THEN {'field': '', 'code': flaw} END"
        return """
            SELECT "row", unnest(list_filter([\(([flaw] + own).joined(", "))], lambda x: x IS NOT NULL)) AS why FROM \
            \(valueQuery(of: "(SELECT * FROM \(source.numbered) WHERE \"row\" IN (\(rows)))", kept: ["\"row\"", "flaw"]))
            """
    }

    /// Texts, then steps, then values, each a query around the one before.
    private func valueQuery(of relation: SQLText, kept: [SQLText]) -> SQLText {
        let texts = fields.map { "\($0.text) AS \(FieldSQL.textName($0.field))" as SQLText }
        let values = fields.flatMap { $0.values.map { "\($0.sql) AS \(name: $0.name)" as SQLText } }
        var query: SQLText = "(SELECT \((kept + texts).joined(", ")) FROM \(relation))"
        for layer in 0..<(fields.map(\.layers.count).max() ?? 0) {
            let columns = fields.flatMap { field in
                field.layers.count > layer ? field.layers[layer].map { "\($0.sql) AS \(name: $0.name)" as SQLText } : []
            }
            query = "(SELECT \((["*"] + columns).joined(", ")) FROM \(query))"
        }
        return "(SELECT \((["*"] + values).joined(", ")) FROM \(query))"
    }
}
