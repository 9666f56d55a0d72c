import Kernel

/// Loads order lines and, where the file says when orders were made, the orders themselves. An order comes whole: one bad
/// line keeps all its lines in quarantine, and an order that is there with other contents is replaced as a whole.
struct OrderLoad: Sendable {
    let work: LoadWork
    let lines: OrderLineSQL

    init(_ work: LoadWork) {
        self.work = work
        lines = OrderLineSQL(work: work)
    }

    var bringsOrders: Bool { work.gives("ordered_at") }

    /// Adds to `reject` what only shows when lines are seen together. Before codes are made up.
    func check() async throws {
        if work.gives("line_no") { try await work.rejectDuplicates(of: ["order_no", "line_no"]) }
        if !bringsOrders {
            try await work.reject(
                """
                SELECT g.rid, g.row_no, 'order_no', 'unknown_order', g.order_no FROM good g \
                WHERE NOT EXISTS (SELECT 1 FROM order_header h WHERE h.order_no = g.order_no)
                """)
        }
        try await work.execute(lines.heads)
        if bringsOrders { try await rejectMixed() }
        try await rejectIncomplete()
    }

    private func rejectMixed() async throws {
        let differs = lines.mixed
        guard try await work.count("SELECT count(*) AS n FROM head WHERE \(differs)") > 0 else { return }
        try await work.reject(
            """
            SELECT g.rid, g.row_no, 'order_no', 'order_mixed', g.order_no FROM good g \
            JOIN head h ON h.order_no = g.order_no WHERE \(differs)
            """)
        try await work.execute("DROP TABLE head")
        try await work.execute(lines.heads)
    }

    /// The partners of rejected lines. A line that is only repeated harms nobody.
    private func rejectIncomplete() async throws {
        guard try await work.count("SELECT count(*) AS n FROM reject WHERE code <> 'repeated'") > 0 else { return }
        let incomplete = try await work.reject(
            """
            SELECT g.rid, g.row_no, 'order_no', 'order_incomplete', g.order_no FROM good g WHERE g.order_no IN \
            (SELECT t.order_no FROM typed t WHERE t.rowid IN (SELECT rid FROM reject WHERE code <> 'repeated'))
            """)
        guard incomplete > 0 else { return }
        try await work.execute("DROP TABLE head")
        try await work.execute(lines.heads)
    }

    /// After codes are made up: finds orders that are there, leaves the same ones alone, replaces others, inserts new ones.
    func run() async throws -> LoadCounts {
        var counts = LoadCounts()
        try await work.execute(lines.known)
        let known = try await work.count("SELECT count(*) AS n FROM known")
        let last = try await work.count("SELECT coalesce(max(order_id), 0) AS n FROM order_header")
        try await work.execute(lines.orders(after: last, hasKnown: known > 0))
        let isTogether = try await work.count("SELECT count(*) AS n FROM head WHERE NOT is_together") == 0
        if known > 0 { try await compare(&counts, isTogether) }
        if bringsOrders { try await work.execute(lines.insertHeaders(prepared: known > 0)) }
        let written = try await work.execute(lines.insertLines(prepared: known > 0, isTogether))
        counts.inserted = written - counts.updated
        return counts
    }

    /// Known orders: `same_order` are left alone; of the others the old rows make room.
    private func compare(_ counts: inout LoadCounts, _ isTogether: Bool) async throws {
        try await work.execute(bringsOrders ? lines.newHeaders : "CREATE TEMP TABLE new_header (order_id BIGINT)")
        try await work.execute(lines.ready(isTogether))
        for statement in bringsOrders ? lines.inherit : Array(lines.inherit.dropFirst()) {
            try await work.execute(statement)
        }
        try await work.execute(lines.changed(withHeaders: bringsOrders))
        let changed = try await work.count("SELECT count(*) AS n FROM ready JOIN changed USING (order_id)")
        let all = try await work.count("SELECT count(*) AS n FROM ready JOIN known USING (order_id)")
        counts.unchanged = all - changed
        if work.mapping.existing == .keep {
            counts.kept = changed
            try await work.execute("DELETE FROM changed")
        } else {
            counts.updated = changed
        }
        try await work.touched.note(where: "order_id IN (SELECT order_id FROM changed)")
        try await work.execute("DELETE FROM order_line WHERE order_id IN (SELECT order_id FROM changed)")
        if bringsOrders {
            try await work.execute("DELETE FROM order_header WHERE order_id IN (SELECT order_id FROM changed)")
        }
        for table in ["ready", "new_header"] as [SQLText] {
            try await work.execute(
                """
                DELETE FROM \(table) WHERE order_id IN (SELECT order_id FROM known WHERE order_id NOT IN (SELECT order_id FROM changed))
                """)
        }
    }
}
