/// The SQL of a roll-up: its table, its load, and the same question put to the canonical tables.
extension RollUp {
    /// Names of the columns that hold numbers.
    var numberColumns: [String] {
        if case .people(let people) = shape { return people.counts.map(\.name) }
        return measures.map(\.measure.rawValue)
    }

    private var keyColumn: String? {
        if case .people(let people) = shape { return people.key }
        return nil
    }

    private var numberExpressions: [String] {
        if case .people(let people) = shape { return people.counts.map(\.expression) }
        return measures.map(\.expression)
    }

    /// `CREATE TABLE`.
    package var definition: String {
        let columns =
            ["day DATE"] + (keyColumn.map { ["\($0) BIGINT"] } ?? [])
            + dimensions.map { "\($0.dimension.rawValue) VARCHAR" }
            + numberColumns.map { "\($0) BIGINT" }
        return "CREATE TABLE IF NOT EXISTS \(id) (\n    \(columns.joined(separator: ",\n    "))\n)"
    }

    /// Fills the table with the days that `condition` lets through.
    func load(where condition: String) -> String {
        let keys = [day] + peopleKey + dimensions.map(\.expression)
        let names = ["day"] + (keyColumn.map { [$0] } ?? []) + dimensions.map(\.dimension.rawValue) + numberColumns
        let values = keys + numberExpressions.map { "coalesce(CAST(\($0) AS BIGINT), 0)" }
        return """
            INSERT INTO \(id) (\(names.joined(separator: ", ")))
            SELECT \(values.joined(separator: ",\n    "))
            \(loadSource.replacing("{days}", with: condition))
            GROUP BY \((1...keys.count).map(String.init).joined(separator: ", "))
            ORDER BY 1 ASC NULLS LAST
            """
    }

    private var peopleKey: [String] {
        if case .people(let people) = shape { return [people.keyExpression] }
        return []
    }

    /// The same measures straight from the canonical tables, for one period: two values to bind, its first day and the day
    /// after its last (one, the latter, for levels).
    package func canonicalQuestion(_ wanted: [Measure], isLevel: Bool) -> String {
        let condition =
            isLevel
            ? "\(restricted) < CAST(? AS DATE)" : "\(restricted) >= CAST(? AS DATE) AND \(restricted) < CAST(? AS DATE)"
        let rows = source.replacing("{days}", with: condition)
        let columns = measures.filter { wanted.contains($0.measure) && $0.isLevel == isLevel }
        if case .people(let people) = shape {
            let counts = people.counts.map { "\($0.expression) AS \($0.name)" }.joined(separator: ", ")
            return """
                SELECT \(printed(columns))
                FROM (
                    SELECT \(people.keyExpression) AS \(people.key), \(counts)
                    \(rows.replacing("\n", with: "\n    "))
                    GROUP BY 1
                ) person
                """
        }
        if shape == .snapshots {
            let values = columns.map {
                "CAST(\($0.expression) AS DOUBLE) / nullif(count(DISTINCT \(day)), 0) AS \($0.measure.rawValue)"
            }
            return "SELECT \(values.joined(separator: ", "))\n\(rows)"
        }
        return "SELECT \(printed(columns))\n\(rows)"
    }

    private func printed(_ columns: [MeasureColumn]) -> String {
        columns.map { "CAST(\($0.expression) AS DOUBLE) AS \($0.measure.rawValue)" }.joined(separator: ",\n    ")
    }
}

extension Metric {
    /// Its parts as questions to the canonical tables, one for each source: what the formula card shows and tests compare.
    package var canonicalQuestions: [(id: String, sql: String)] {
        rollUps.flatMap { rollUp -> [(id: String, sql: String)] in
            [false, true].compactMap { isLevel in
                let wanted = formula.measures.filter { measure in
                    RollUp.answering(measure, offering: [])?.id == rollUp.id
                        && rollUp.column(of: measure)?.isLevel == isLevel
                }
                return wanted.isEmpty
                    ? nil : (rollUp.facts.first?.id ?? rollUp.id, rollUp.canonicalQuestion(wanted, isLevel: isLevel))
            }
        }
    }
}
