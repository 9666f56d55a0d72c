import Kernel

/// Loads rows of one table: new keys are inserted, known keys with other contents updated, the rest left alone.
struct TableLoad: Sendable {
    let work: LoadWork
    private let columns: [ReadyColumn]
    private let table: SQLText

    init(_ work: LoadWork) {
        self.work = work
        columns = ReadyColumn.all(work)
        table = .name(work.target.table)
    }

    /// Counts of inserted, updated, kept and unchanged rows; `good` must be final.
    func run() async throws -> LoadCounts {
        try await prepare()
        try await match()
        var counts = LoadCounts()
        let changed = try await work.count("SELECT count(DISTINCT rid) AS n FROM matched WHERE NOT same")
        counts.unchanged = try await work.count("SELECT count(DISTINCT rid) AS n FROM matched") - changed
        if changed > 0, work.mapping.existing == .update { try await update() }
        counts.updated = work.mapping.existing == .update ? changed : 0
        counts.kept = work.mapping.existing == .keep ? changed : 0
        counts.inserted = try await insert()
        return counts
    }

    /// Rows as they will stand in the table. Tables without a key count how often the same row was said.
    private func prepare() async throws {
        let list = columns.map { "\($0.sql) AS \(name: $0.name)" as SQLText }.joined(", ")
        let rows: SQLText = "SELECT g.rid, \(list) FROM good g\(ReadyColumn.joins(work))"
        guard usesOccurrence else {
            try await work.execute("CREATE TEMP TABLE ready AS \(rows)")
            return
        }
        try await work.execute(
            "CREATE TEMP TABLE ready AS SELECT *, \(occurrence(order: "rid")) AS occurrence FROM (\(rows))")
        if work.target == .event { try await nameEvents() }
    }

    private var usesOccurrence: Bool { work.target.key.isEmpty || (work.target == .event && !work.gives("event_id")) }
    private var givenNames: [SQLText] { columns.filter(\.isGiven).map { .name($0.name) } }

    private func occurrence(order: SQLText) -> SQLText {
        "row_number() OVER (PARTITION BY \(givenNames.joined(", ")) ORDER BY \(order))"
    }

    /// An event without an id is called by a fingerprint of all it says.
    private func nameEvents() async throws {
        let parts = givenNames.map { "coalesce(CAST(\($0) AS VARCHAR), '')" as SQLText }.joined(" || chr(31) || ")
        try await work.execute(
            """
            CREATE TEMP TABLE named AS SELECT *, 'i' || md5(\(parts) || chr(31) || CAST(occurrence AS VARCHAR)) AS event_id FROM ready
            """)
        try await work.execute("DROP TABLE ready")
        try await work.execute("ALTER TABLE named RENAME TO ready")
    }

    /// `matched`: rows whose key is in the table already, and whether what they say is there. An empty cell says nothing.
    private func match() async throws {
        let same = columns.filter(\.isGiven).map {
            "(r.\(name: $0.name) IS NULL OR r.\(name: $0.name) IS NOT DISTINCT FROM t.\(name: $0.name))" as SQLText
        }
        let isKeyless = work.target.key.isEmpty
        let there: SQLText =
            isKeyless
            ? "(SELECT rowid AS place, *, \(occurrence(order: "rowid")) AS occurrence FROM \(table))"
            : "(SELECT rowid AS place, * FROM \(table))"
        let key =
            isKeyless
            ? givenNames + ["occurrence"] : work.target.key.map { SQLText.name(ReadyColumn.keyColumn($0, work)) }
        let columnsThere = Set(columns.map(\.name) + ["event_id"])
        let usable =
            isKeyless
            ? key
            : work.target.key.map { ReadyColumn.keyColumn($0, work) }.map { name in
                columnsThere.contains(name) ? SQLText.name(name) : "" as SQLText
            }
        let on = zip(key, usable).map { name, own in
            own.text.isEmpty
                ? "t.\(name) IS NULL" as SQLText
                : key.count == 1 ? "t.\(name) = r.\(name)" : "t.\(name) IS NOT DISTINCT FROM r.\(name)"
        }.joined(" AND ")
        try await work.execute(
            """
            CREATE TEMP TABLE matched AS SELECT r.rid, t.place, (\(same.joined(" AND "))) AS same FROM ready r JOIN \(there) t ON \(on)
            """)
    }

    private func update() async throws {
        try await work.touched.note(where: "rowid IN (SELECT place FROM matched WHERE NOT same)")
        let sets = columns.filter(\.isGiven).map {
            "\(name: $0.name) = coalesce(n.\(name: $0.name), t.\(name: $0.name))" as SQLText
        }
        try await work.execute(
            """
            UPDATE \(table) AS t SET \((sets + ["load_id = \(work.loadID)"]).joined(", ")) \
            FROM (SELECT m.place, r.* FROM matched m JOIN ready r ON r.rid = m.rid WHERE NOT m.same) n WHERE t.rowid = n.place
            """)
    }

    private func insert() async throws -> Int64 {
        var names = columns.map { SQLText.name($0.name) }
        var values = columns.map { SQLText.name($0.name) }
        if work.target == .event, !work.gives("event_id") {
            names.append("event_id")
            values.append("event_id")
        }
        if let surrogate = work.target.surrogate.map({ SQLText.name($0) }) {
            names.append(surrogate)
            values.append("(SELECT coalesce(max(\(surrogate)), 0) FROM \(table)) + row_number() OVER (ORDER BY rid)")
        }
        let made = try await work.execute(
            """
            INSERT INTO \(table) (\((names + ["load_id"]).joined(", "))) SELECT \((values + ["\(work.loadID)"]).joined(", ")) FROM ready \
            WHERE rid NOT IN (SELECT rid FROM matched)
            """)
        if work.target == .customer { try await nameCustomers() }
        return made
    }

    /// Every number, phone and address that a customer list brings is one more name of that customer.
    private func nameCustomers() async throws {
        for kind in ["customer_no", "phone", "email"] where work.gives(kind) {
            try await work.execute(
                """
                INSERT INTO identity (kind, value, customer_id, first_seen_at, load_id) \
                SELECT \(value: kind), c.\(name: kind), min(c.customer_id), min(c.registered_at), \(work.loadID) FROM customer c \
                JOIN ready r ON r.customer_no = c.customer_no WHERE c.\(name: kind) IS NOT NULL AND NOT EXISTS \
                (SELECT 1 FROM identity i WHERE i.kind = \(value: kind) AND i.value = c.\(name: kind)) GROUP BY c.\(name: kind)
                """)
        }
    }
}
