import Engine
import Kernel

/// One question to one roll-up: some measures, by a dimension or not, under filters, for several periods at once.
/// It is checked when it is planned; printing cannot fail.
struct RollUpSelect: Sendable {
    let rollUp: RollUp
    let measures: [Measure]
    let window: Window
    let by: Dimension?
    let filters: [DimensionFilter]
    var periods: [Period]

    enum Window: Sendable, Hashable {
        /// The days of the period.
        case within
        /// All days up to the end of the period: a level at its close.
        case closing
        /// All days before the period: a level at its opening.
        case opening
        /// The mean of the snapshots from the eve of the period to its end.
        case snapshots
    }

    /// Under which name its answer for a period is remembered.
    func key(_ period: Period) -> MetricMemory.Key {
        MetricMemory.Key(rollUp: rollUp.id, window: window, by: by, filters: filters, period: period)
    }

    /// The text, with all values bound.
    func printed() -> (sql: String, values: [EngineValue]) {
        var values: [EngineValue] = []
        let parts = periods.indices.map { part($0, &values) }
        return (parts.joined(separator: "\nUNION ALL\n"), values)
    }

    private var member: String { by.map { "coalesce(\($0.rawValue), '')" } ?? "''" }

    private func part(_ index: Int, _ values: inout [EngineValue]) -> String {
        let head = "SELECT CAST(\(index) AS BIGINT) AS bucket, \(by == nil ? "''" : "member") AS member"
        let group = by == nil ? "" : "\nGROUP BY member"
        switch rollUp.shape {
        case .sums:
            let columns = measures.map { "CAST(sum(\($0.rawValue)) AS DOUBLE) AS \($0.rawValue)" }
            return "\(head), \(columns.joined(separator: ", "))\n\(rows(index, rollUp.numberColumns, &values))\(group)"
        case .people(let people):
            let columns = rollUp.measures.filter { measures.contains($0.measure) }
                .map { "CAST(\($0.expression) AS DOUBLE) AS \($0.measure.rawValue)" }
            let persons = onePerPerson(index, people, &values)
            return "\(head), \(columns.joined(separator: ", "))\nFROM (\(persons)) person\(group)"
        case .snapshots:
            let columns = measures.map {
                "CAST(sum(\($0.rawValue)) AS DOUBLE) / nullif((\(snapshotCount(index, &values))), 0) AS \($0.rawValue)"
            }
            return "\(head), \(columns.joined(separator: ", "))\n\(rows(index, rollUp.numberColumns, &values))\(group)"
        }
    }

    private func rows(_ index: Int, _ columns: [String], _ values: inout [EngineValue]) -> String {
        "FROM (SELECT \(member) AS member, \(columns.joined(separator: ", ")) FROM \(rollUp.id) WHERE \(condition(index, &values))) r"
    }

    private func onePerPerson(_ index: Int, _ people: RollUp.PersonColumns, _ values: inout [EngineValue]) -> String {
        let sums = people.counts.map { "sum(\($0.name)) AS \($0.name)" }.joined(separator: ", ")
        let keys = by == nil ? people.key : "\(member), \(people.key)"
        return """
            SELECT \(by == nil ? "" : "\(member) AS member, ")\(people.key), \(sums)
            FROM \(rollUp.id)
            WHERE \(condition(index, &values))
            GROUP BY \(keys)
            """
    }

    private func snapshotCount(_ index: Int, _ values: inout [EngineValue]) -> String {
        "SELECT count(DISTINCT day) FROM \(rollUp.id) WHERE \(days(periods[index], &values))"
    }

    func condition(_ index: Int, _ values: inout [EngineValue]) -> String {
        var conditions = [days(periods[index], &values)]
        for filter in filters {
            let marks = filter.members.map { _ in "?" }.joined(separator: ", ")
            conditions.append(
                filter.members.isEmpty ? "1 = 0" : "coalesce(\(filter.dimension.rawValue), '') IN (\(marks))")
            values += filter.members.map(EngineValue.text)
        }
        return conditions.joined(separator: " AND ")
    }

    private func days(_ period: Period, _ values: inout [EngineValue]) -> String {
        switch window {
        case .within:
            values += [.day(period.start), .day(period.end)]
            return "day >= CAST(? AS DATE) AND day < CAST(? AS DATE)"
        case .snapshots:
            values += [.day(period.start - 1), .day(period.end)]
            return "day >= CAST(? AS DATE) AND day < CAST(? AS DATE)"
        case .closing:
            values.append(.day(period.end))
            return "day < CAST(? AS DATE)"
        case .opening:
            values.append(.day(period.start))
            return "day < CAST(? AS DATE)"
        }
    }
}
