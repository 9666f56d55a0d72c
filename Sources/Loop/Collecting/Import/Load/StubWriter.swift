import Kernel

/// Makes entries for codes that no table knows yet: a product with only its code, a customer with the day of the first order.
struct StubWriter: Sendable {
    let work: LoadWork

    private var references: [Reference] {
        work.references.filter { work.mapping.policy($0) == .stub && $0.rawValue != work.target.rawValue }
    }

    /// `new_customer`, before anything is written.
    func prepare() async throws {
        if references.contains(.customer) { try await prepareCustomers() }
    }

    /// How many entries were made, by table.
    func write() async throws -> [Reference: Int64] {
        var made: [Reference: Int64] = [:]
        for reference in references {
            made[reference] = reference == .customer ? try await writeCustomers() : try await codes(reference)
        }
        return made.filter { $0.value > 0 }
    }

    private func codes(_ reference: Reference) async throws -> Int64 {
        let field = SQLText.name(reference.field)
        return try await work.execute(
            """
            INSERT INTO \(reference.table) (\(reference.id), \(reference.code), load_id) \
            SELECT (SELECT coalesce(max(\(reference.id)), 0) FROM \(reference.table)) + row_number() OVER (ORDER BY code), code, \(work.loadID) \
            FROM (SELECT DISTINCT \(field) AS code FROM good WHERE \(field) IS NOT NULL) \
            WHERE code NOT IN (SELECT \(reference.code) FROM \(reference.table) WHERE \(reference.code) IS NOT NULL)
            """)
    }

    /// The first time a customer was seen counts as registration until the customer list says better.
    private func prepareCustomers() async throws {
        let moment = work.given.first { $0.kind == .moment }
        let seen: SQLText = moment.map { "min(\(name: $0.id))" } ?? "CAST(NULL AS TIMESTAMP)"
        let day: SQLText = moment.map { "min(\(name: FieldReader.dayColumn($0.id)))" } ?? "CAST(NULL AS DATE)"
        let isSale = work.target == .orderHeader || work.target == .orderLine
        // An order has one customer by now, and there are fewer orders than lines.
        let hasHeads = work.target == .orderLine && work.gives("ordered_at")
        let rows: SQLText = hasHeads ? "head" : "good"
        let row: SQLText = hasHeads ? "first_rid" : "rid"
        func first(_ field: String) -> SQLText {
            isSale && work.gives(field) ? "min_by(\(name: field), \(row))" : "CAST(NULL AS VARCHAR)"
        }
        let last = try await work.count("SELECT coalesce(max(customer_id), 0) AS n FROM customer")
        try await work.execute(
            """
            CREATE TEMP TABLE new_customer AS SELECT \(last) + row_number() OVER (ORDER BY first_row) AS customer_id, * FROM (\
            SELECT g.customer_no, min(\(row)) AS first_row, \(seen) AS registered_at, \(day) AS registered_on, \
            \(first("country")) AS country, \(first("channel")) AS channel FROM \(rows) g \
            ANTI JOIN customer c ON c.customer_no = g.customer_no WHERE g.customer_no IS NOT NULL GROUP BY g.customer_no)
            """)
    }

    private func writeCustomers() async throws -> Int64 {
        let made = try await work.execute(
            """
            INSERT INTO customer (customer_id, customer_no, registered_at, registered_on, country, channel, load_id) \
            SELECT customer_id, customer_no, registered_at, registered_on, country, channel, \(work.loadID) FROM new_customer
            """)
        try await work.execute(
            """
            INSERT INTO identity (kind, value, customer_id, first_seen_at, load_id) \
            SELECT 'customer_no', customer_no, customer_id, registered_at, \(work.loadID) FROM new_customer
            """)
        return made
    }
}
