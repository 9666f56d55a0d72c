import Engine
import Kernel

extension MetricReader {
    /// The daily sums of a metric that adds up or is a quotient of such; `nil` for others, where a part does not know a
    /// dimension filtered on, and where the data have no day in common.
    package func daily(
        _ metric: Metric, where filters: [DimensionFilter] = [], _ state: RollUpState
    ) async throws -> DailySums? {
        guard metric.shape != .level, let parts = metric.dailyParts else { return nil }
        let measures = parts.over.measures + (parts.under?.measures ?? [])
        let dimensions = filters.map(\.dimension)
        let rollUps = measures.compactMap { RollUp.answering($0, offering: dimensions) }
        guard rollUps.count == measures.count, rollUps.allSatisfy({ $0.shape == .sums }),
            measures.allSatisfy(state.occurs), let days = common(rollUps, state)
        else { return nil }
        var columns: [Measure: [Double]] = [:]
        var seen = Set<String>()
        for rollUp in rollUps where seen.insert(rollUp.id).inserted {
            let wanted = measures.filter { RollUp.answering($0, offering: dimensions)?.id == rollUp.id }
            let select = RollUpSelect(
                rollUp: rollUp, measures: Array(Set(wanted)), window: .within, by: nil, filters: filters,
                periods: [days])
            columns.merge(try await read(select, days)) { first, _ in first }
        }
        return DailySums(
            days: days, over: Self.combined(parts.over, columns, days.dayCount),
            under: parts.under.map { Self.combined($0, columns, days.dayCount) })
    }

    private func common(_ rollUps: [RollUp], _ state: RollUpState) -> Period? {
        let covered = rollUps.flatMap(\.facts).map { state.source($0)?.days }
        guard let first = covered.compactMap({ $0?.start }).max(), let last = covered.compactMap({ $0?.end }).min(),
            !covered.contains(nil), first < last
        else { return nil }
        return Period(from: first, upTo: last)
    }

    private func read(_ select: RollUpSelect, _ days: Period) async throws -> [Measure: [Double]] {
        let (sql, values) = select.printedByDay()
        var columns = Dictionary(
            uniqueKeysWithValues: select.measures.map { ($0, Array(repeating: 0.0, count: days.dayCount)) })
        for row in try await warehouse.engine.query(sql, values).rows {
            let place = try row.day("day") - days.start
            guard (0..<days.dayCount).contains(place) else { continue }
            for measure in select.measures {
                columns[measure]?[place] = try row.optionalDouble(measure.rawValue) ?? 0
            }
        }
        return columns
    }

    private static func combined(_ sum: SignedSum, _ columns: [Measure: [Double]], _ count: Int) -> [Double] {
        var total = Array(repeating: 0.0, count: count)
        for (measures, sign) in [(sum.plus, 1.0), (sum.minus, -1.0)] {
            for measure in measures {
                guard let column = columns[measure] else { continue }
                for index in total.indices { total[index] += sign * column[index] }
            }
        }
        return total
    }
}

extension RollUpSelect {
    /// The text for one row a day of the first period, with all values bound.
    func printedByDay() -> (sql: String, values: [EngineValue]) {
        var values: [EngineValue] = []
        let sums = measures.map { "CAST(sum(\($0.rawValue)) AS DOUBLE) AS \($0.rawValue)" }
        let text = """
            SELECT day, \(sums.joined(separator: ", "))
            FROM \(rollUp.id)
            WHERE \(condition(0, &values))
            GROUP BY day
            """
        return (text, values)
    }
}
