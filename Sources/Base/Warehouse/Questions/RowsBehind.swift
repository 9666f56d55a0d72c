package import Engine
package import Kernel

/// The rows that a metric's value was counted from: the same source, days and filters as the roll-up, so that what is
/// listed is what was counted.
struct RowsBehind: Sendable {
    let rollUp: RollUp
    let period: Period
    let filters: [DimensionFilter]

    /// `FROM … WHERE …` with its values; `nil` when the rows do not know one of the dimensions.
    func rows() -> (sql: String, values: [EngineValue])? {
        var values: [EngineValue] = [.day(period.start), .day(period.end)]
        var sql = needed(rollUp.source).replacing(
            "{days}", with: "\(rollUp.restricted) >= CAST(? AS DATE) AND \(rollUp.restricted) < CAST(? AS DATE)")
        for filter in filters {
            guard let condition = condition(filter) else { return nil }
            sql += "\n    AND \(condition)"
            values += filter.members.map(EngineValue.text)
        }
        return (sql, values)
    }

    /// Look-ups that no filter asks for bring nothing but work: they are left joins on unique numbers.
    private func needed(_ source: String) -> String {
        let expressions = rollUp.dimensions.filter { column in filters.contains { $0.dimension == column.dimension } }
            .map(\.expression).joined(separator: " ")
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            guard let join = line.firstRange(of: "LEFT JOIN ") else { return true }
            let alias = line[join.upperBound...].split(separator: " ").dropFirst().first ?? ""
            return expressions.contains("\(alias).")
        }
        return lines.joined(separator: "\n")
    }

    private func condition(_ filter: DimensionFilter) -> String? {
        guard !filter.members.isEmpty else { return "1 = 0" }
        let marks = filter.members.map { _ in "?" }.joined(separator: ", ")
        if let column = rollUp.dimensions.first(where: { $0.dimension == filter.dimension }) {
            return "coalesce(\(column.expression), '') IN (\(marks))"
        }
        guard let product = RollUp.products.dimensions.first(where: { $0.dimension == filter.dimension }) else {
            return nil
        }
        return """
            o.order_id IN (
                SELECT l.order_id FROM order_line l JOIN product p ON p.product_id = l.product_id
                WHERE \(product.expression) IN (\(marks)))
            """
    }
}

/// Which orders make up a value? Newest first, a page at a time.
package struct OrdersBehind: Sendable {
    package var period: Period
    package var filters: [DimensionFilter]
    package var limit: Int
    package var offset: Int

    package init(period: Period, filters: [DimensionFilter], limit: Int = 50, offset: Int = 0) {
        self.period = period
        self.filters = filters
        self.limit = limit
        self.offset = offset
    }

    package struct Row: Sendable {
        package let orderNumber: String
        package let orderedAt: Instant?
        package let day: Day
        package let channel: String
        package let region: String
        package let status: String
        package let items: Int64
        package let amountFen: Int64
        package let customerNumber: String?
        package let customerName: String?
    }

    /// The page's rows and how many there are in all; `nil` when orders do not know one of the dimensions.
    ///
    /// The days' numbers of orders come first: they give the total, and the few days that the page's rows can come from. Only of
    /// those are whole rows read, which a sort over all of them would do: half the time with a million customers.
    package func answer(from warehouse: Warehouse) async throws -> (rows: [Row], total: Int)? {
        guard let (sql, values) = days() else { return nil }
        let days = try await warehouse.engine.query(sql, values)
        let counts = try days.rows.map { row in (day: try row.day("day"), rows: Int(try row.int("n"))) }
        let total = counts.reduce(0) { $0 + $1.rows }
        guard let place = DaysOfPage(counts, limit: limit, offset: offset) else { return ([], total) }
        let few = RowsBehind(rollUp: .sales, period: place.period, filters: filters)
        guard let (rows, bound) = few.rows() else { return nil }
        let slice = """
            ORDER BY o.ordered_on DESC NULLS LAST, o.ordered_at DESC NULLS LAST, o.order_id DESC NULLS LAST
                LIMIT \(limit) OFFSET \(place.offset)
            """
        let table = try await warehouse.engine.query(Self.shown(rows + "\n    " + slice), bound)
        let ids = try table.rows.map { try $0.optionalInt("customer_id") }
        let cards = try await CustomerCard.read(Set(ids.compactMap(\.self)), from: warehouse.engine)
        let listed = try zip(table.rows, ids).map { row, id in try Self.row(row, id.flatMap { cards[$0] }) }
        return (listed, total)
    }

    /// How many orders each day has, the latest first: from the roll-up, or counted where it does not know a dimension.
    private func days() -> (sql: String, values: [EngineValue])? {
        let rollUp = RollUp.sales
        if filters.allSatisfy({ filter in rollUp.dimensions.contains { $0.dimension == filter.dimension } }) {
            let select = RollUpSelect(
                rollUp: rollUp, measures: [.saleOrders], window: .within, by: nil, filters: filters, periods: [period])
            var values: [EngineValue] = []
            let condition = select.condition(0, &values)
            let sum = "CAST(sum(\(Measure.saleOrders.rawValue)) AS BIGINT)"
            return (
                "SELECT day, \(sum) AS n FROM \(rollUp.id) WHERE \(condition) GROUP BY day ORDER BY day DESC NULLS LAST",
                values
            )
        }
        guard let (source, values) = RowsBehind(rollUp: rollUp, period: period, filters: filters).rows() else {
            return nil
        }
        return (
            "SELECT o.ordered_on AS day, count(*) AS n \(source)\nGROUP BY o.ordered_on ORDER BY o.ordered_on DESC NULLS LAST",
            values
        )
    }

    /// The question whose rows an export writes: all of them; `nil` as above.
    package var statement: (sql: String, values: [EngineValue])? {
        RowsBehind(rollUp: .sales, period: period, filters: filters).rows().map { (Self.sql($0.sql), $0.values) }
    }

    private static func shown(_ source: String) -> String {
        """
        SELECT o.order_id, o.order_no, o.ordered_at, o.ordered_on, o.channel, o.region, o.status, o.item_count, o.amount_fen,
            o.customer_id
        \(source)
        """
    }

    private static func sql(_ source: String) -> String {
        """
        WITH shown AS (
            \(shown(source))
        )
        SELECT coalesce(o.order_no, CAST(o.order_id AS STRING)) AS order_no, o.ordered_at, o.ordered_on, o.channel, o.region,
            o.status, o.item_count, o.amount_fen, c.customer_no, c.name
        FROM shown o
        LEFT JOIN customer c ON c.customer_id = o.customer_id
        ORDER BY o.ordered_on DESC NULLS LAST, o.ordered_at DESC NULLS LAST, o.order_id DESC NULLS LAST
        """
    }

    private static func row(_ row: EngineRow, _ customer: CustomerCard?) throws -> Row {
        Row(
            orderNumber: try row.optionalText("order_no") ?? String(try row.int("order_id")),
            orderedAt: try row.optionalInstant("ordered_at"),
            day: try row.day("ordered_on"), channel: try row.optionalText("channel") ?? "",
            region: try row.optionalText("region") ?? "", status: try row.optionalText("status") ?? "",
            items: try row.optionalInt("item_count") ?? 0, amountFen: try row.optionalInt("amount_fen") ?? 0,
            customerNumber: customer?.number, customerName: customer?.name)
    }
}

/// Which customers make up a value? Those who spent most first, a page at a time.
package struct CustomersBehind: Sendable {
    package var period: Period
    package var filters: [DimensionFilter]
    /// Only those whose first order fell in the period.
    package var onlyNew: Bool
    package var limit: Int
    package var offset: Int

    package init(period: Period, filters: [DimensionFilter], onlyNew: Bool, limit: Int = 50, offset: Int = 0) {
        self.period = period
        self.filters = filters
        self.onlyNew = onlyNew
        self.limit = limit
        self.offset = offset
    }

    package struct Row: Sendable {
        package let customerNumber: String
        package let name: String?
        package let region: String
        package let orders: Int64
        package let amountFen: Int64
        package let lastDay: Day
    }

    /// The page's rows and how many there are in all; `nil` when purchases do not know one of the dimensions.
    package func answer(from warehouse: Warehouse) async throws -> (rows: [Row], total: Int)? {
        guard let (people, chosen, bound) = people() else { return nil }
        let total = try await warehouse.engine.query("WITH \(people) SELECT count(*) AS n FROM bought \(chosen)", bound)
            .single().int("n")
        let slice = "ORDER BY amount_fen DESC NULLS LAST, customer_id ASC NULLS LAST LIMIT \(limit) OFFSET \(offset)"
        let table = try await warehouse.engine.query("WITH \(people) SELECT * FROM bought \(chosen) \(slice)", bound)
        let ids = try table.rows.map { try $0.int("customer_id") }
        let cards = try await CustomerCard.read(Set(ids), from: warehouse.engine)
        return (try zip(table.rows, ids).map { try Self.row($0, $1, cards[$1]) }, Int(total))
    }

    /// The question whose rows an export writes: all of them; `nil` as above.
    package var statement: (sql: String, values: [EngineValue])? {
        people().map { (Self.sql($0.people, $0.chosen), $0.values) }
    }

    private static func sql(_ people: String, _ chosen: String) -> String {
        """
        WITH \(people), shown AS (SELECT * FROM bought \(chosen))
        SELECT s.customer_id, coalesce(c.customer_no, CAST(s.customer_id AS STRING)) AS customer_no, c.name,
            coalesce(c.region, s.order_region) AS region, s.orders, s.amount_fen, s.last_on
        FROM shown s
        LEFT JOIN customer c ON c.customer_id = s.customer_id
        ORDER BY s.amount_fen DESC NULLS LAST, s.customer_id ASC NULLS LAST
        """
    }

    /// Who bought in the period, and which of them are meant.
    private func people() -> (people: String, chosen: String, values: [EngineValue])? {
        let rows = RowsBehind(rollUp: .customerDay, period: period, filters: onlyNew ? [] : filters)
        guard let (source, values) = rows.rows() else { return nil }
        var bound = values
        var people = """
            bought AS (
                SELECT o.customer_id, count(*) AS orders, CAST(sum(o.amount_fen) AS BIGINT) AS amount_fen,
                    max(o.ordered_on) AS last_on, max(o.region) AS order_region
                \(source)
                GROUP BY o.customer_id
            )
            """
        if onlyNew {
            guard let (condition, values) = firstOrders() else { return nil }
            people += ", newcomer AS (SELECT customer_id FROM customer_step WHERE acquired = 1 AND \(condition))"
            bound += values
        }
        return (people, onlyNew ? "WHERE customer_id IN (SELECT customer_id FROM newcomer)" : "", bound)
    }

    /// First orders in the period, with the filters as the metric of new customers knows them.
    private func firstOrders() -> (sql: String, values: [EngineValue])? {
        var sql = "day >= CAST(? AS DATE) AND day < CAST(? AS DATE)"
        var values: [EngineValue] = [.day(period.start), .day(period.end)]
        for filter in filters {
            guard RollUp.lifecycle.offers(filter.dimension) else { return nil }
            let marks = filter.members.map { _ in "?" }.joined(separator: ", ")
            sql +=
                filter.members.isEmpty ? " AND 1 = 0" : " AND coalesce(\(filter.dimension.rawValue), '') IN (\(marks))"
            values += filter.members.map(EngineValue.text)
        }
        return (sql, values)
    }

    private static func row(_ row: EngineRow, _ id: Int64, _ customer: CustomerCard?) throws -> Row {
        Row(
            customerNumber: customer?.number ?? String(id), name: customer?.name,
            region: try customer?.region ?? row.optionalText("order_region") ?? "",
            orders: try row.int("orders"),
            amountFen: try row.optionalInt("amount_fen") ?? 0, lastDay: try row.day("last_on"))
    }
}
