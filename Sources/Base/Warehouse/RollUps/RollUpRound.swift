import Engine
import Kernel

/// One refresh inside its transaction.
struct RollUpRound: Sendable {
    let session: EngineSession
    let fromScratch: Bool

    func run(at now: Instant, _ progress: WorkProgress) async throws -> RollUpRefresh.Outcome {
        let changes = try await findChanges()
        var recounted: [String: Int64?] = [:]
        for (position, rollUp) in RollUp.all.enumerated() {
            try progress.report(
                Int64(position), of: Int64(RollUp.all.count), Text(zh: "更新指标汇总", en: "Rolling up metrics"))
            let isNew = try await renew(rollUp)
            switch try await scope(of: rollUp, changes, isNew: isNew) {
            case .nothing: continue
            case .everything:
                if rollUp.id == RollUp.lifecycle.id { try await renewSteps(recounted[RollUp.customerDay.id]) }
                if rollUp.id == RollUp.productBuyers.id { try await renewBuyers(all: isNew || fromScratch) }
                try await session.execute("DELETE FROM \(rollUp.id)")
                try await session.execute(rollUp.load(where: "\(rollUp.restricted) IS NOT NULL"))
                recounted[rollUp.id] = .some(nil)
            case .days(let count):
                if rollUp.id == RollUp.customerDay.id { try await collectCustomers(isFirst: true) }
                try await session.execute("DELETE FROM \(rollUp.id) WHERE day IN (SELECT day FROM dirty_day)")
                try await session.execute(rollUp.load(where: "\(rollUp.restricted) IN (SELECT day FROM dirty_day)"))
                if rollUp.id == RollUp.customerDay.id { try await collectCustomers(isFirst: false) }
                recounted[rollUp.id] = count
            }
        }
        let version = try await remember(changes, at: now, anything: !recounted.isEmpty)
        return RollUpRefresh.Outcome(version: version, recounted: recounted)
    }

    /// Remembers who bought on the changed days: before they are counted anew, and after.
    private func collectCustomers(isFirst: Bool) async throws {
        let rows = "SELECT DISTINCT customer_id FROM customer_day WHERE day IN (SELECT day FROM dirty_day)"
        try await session.execute(
            isFirst
                ? "CREATE OR REPLACE TEMP TABLE changed_customer AS \(rows)" : "INSERT INTO changed_customer \(rows)")
    }

    /// The customers' steps: of those who bought on changed days, or of all where all days were counted anew.
    private func renewSteps(_ days: Int64??) async throws {
        var statements = CustomerStep.reconstruction
        if case .some(.some) = days { statements = CustomerStep.renewal }
        for statement in statements { try await session.execute(statement) }
    }

    /// The steps of products' buyers: of those who bought on changed days, or of all.
    private func renewBuyers(all: Bool) async throws {
        for statement in all ? BuyerStep.reconstruction : BuyerStep.renewal { try await session.execute(statement) }
    }

    /// What differs from the last refresh.
    struct Changes: Sendable {
        var facts: Set<String> = []
        var lookups: Set<String> = []
        /// The last load that earlier refreshes saw of customers, where only new rows came since.
        var newCustomersAfter: Int64?
    }

    private enum Scope {
        case nothing, everything
        case days(Int64)
    }

    private func findChanges() async throws -> Changes {
        var changes = Changes()
        if fromScratch {
            for table in ["rollup_day", "rollup_source", "rollup_definition"] {
                try await session.execute("DELETE FROM \(table)")
            }
        }
        for table in RollUpLedger.facts {
            guard let day = table.day else { continue }
            try await session.execute(
                "CREATE OR REPLACE TEMP TABLE changed_\(table.id) AS \(RollUpLedger.changedDays(of: table, day: day))")
            if try await count("changed_\(table.id)") > 0 { changes.facts.insert(table.id) }
        }
        for table in RollUpLedger.lookups where try await hasChanged(table) { changes.lookups.insert(table.id) }
        if changes.lookups.contains("customer") { changes.newCustomersAfter = try await lastLoadOfUnchangedCustomers() }
        return changes
    }

    private func hasChanged(_ table: CanonicalTable) async throws -> Bool {
        let answer = try await session.query(
            """
            SELECT count(*) AS same
            FROM rollup_source r
            JOIN (SELECT count(*) AS row_count, CAST(sum(coalesce(load_id, 0)) AS BIGINT) AS load_sum FROM \(table.id)) now
                ON now.row_count = r.row_count AND now.load_sum IS NOT DISTINCT FROM r.load_sum
            WHERE r.source = '\(table.id)'
            """)
        return try answer.single().int("same") == 0
    }

    /// Where every customer known at the last refresh is still there as it was, the number of the last load it saw.
    private func lastLoadOfUnchangedCustomers() async throws -> Int64? {
        let answer = try await session.query(
            """
            SELECT r.last_load
            FROM rollup_source r
            JOIN customer c ON c.load_id <= r.last_load
            WHERE r.source = 'customer'
            GROUP BY r.last_load, r.row_count, r.load_sum
            HAVING count(*) = r.row_count AND CAST(sum(c.load_id) AS BIGINT) = r.load_sum
            """)
        return try answer.first?.int("last_load")
    }

    /// Makes the table where it is missing or was declared otherwise; true when it is new.
    private func renew(_ rollUp: RollUp) async throws -> Bool {
        let declared = rollUp.definition + "\n" + rollUp.load(where: "{days}")
        let known = try await session.query(
            "SELECT count(*) AS n FROM rollup_definition WHERE id = ? AND definition = ?",
            [.text(rollUp.id), .text(declared)])
        if try known.single().int("n") > 0 { return false }
        try await session.execute("DROP TABLE IF EXISTS \(rollUp.id)")
        try await session.execute(rollUp.definition)
        try await session.execute("DELETE FROM rollup_definition WHERE id = ?", [.text(rollUp.id)])
        try await session.execute("INSERT INTO rollup_definition VALUES (?, ?)", [.text(rollUp.id), .text(declared)])
        return true
    }

    private func scope(of rollUp: RollUp, _ changes: Changes, isNew: Bool) async throws -> Scope {
        if isNew || fromScratch { return .everything }
        let lookups = rollUp.lookups.map(\.id).filter(changes.lookups.contains)
        if lookups.contains(where: { $0 != "customer" }) { return .everything }
        if !lookups.isEmpty, changes.newCustomersAfter == nil { return .everything }
        let facts = rollUp.facts.filter { changes.facts.contains($0.id) }
        if rollUp.reach == .everything { return facts.isEmpty && lookups.isEmpty ? .nothing : .everything }
        var days = facts.map { Self.touched(by: $0, rollUp.reach) }
        if !lookups.isEmpty {
            days += rollUp.facts.filter { $0.column("customer_id") != nil }.map {
                Self.daysOfNewCustomers($0)
            }
        }
        guard !days.isEmpty else { return .nothing }
        try await session.execute(
            "CREATE OR REPLACE TEMP TABLE dirty_day AS SELECT DISTINCT day FROM (\(days.joined(separator: "\nUNION ALL\n"))) d"
        )
        let dirty = try await count("dirty_day")
        return dirty == 0 ? .nothing : .days(dirty)
    }

    private static func touched(by facts: CanonicalTable, _ reach: RollUp.Reach) -> String {
        switch reach {
        case .days(let days): "SELECT date_add(day, reach) AS day FROM changed_\(facts.id), \(reaching(days))"
        case .quarter: "SELECT CAST(date_trunc('quarter', day) AS DATE) AS day FROM changed_\(facts.id)"
        case .everything: "SELECT day FROM changed_\(facts.id)"
        }
    }

    private static func reaching(_ days: Int) -> String {
        "(VALUES \((0...days).map { "(\($0))" }.joined(separator: ", "))) r(reach)"
    }

    private static func daysOfNewCustomers(_ facts: CanonicalTable) -> String {
        let day = facts.day ?? "day"
        return """
            SELECT \(day) AS day
            FROM \(facts.id)
            WHERE \(day) IS NOT NULL AND customer_id IN (
                    SELECT customer_id FROM customer
                    WHERE load_id > (SELECT max(last_load) FROM rollup_source WHERE source = 'customer')
                )
            """
    }

    private func remember(_ changes: Changes, at now: Instant, anything: Bool) async throws -> Int64 {
        for table in RollUpLedger.facts where fromScratch || changes.facts.contains(table.id) {
            guard let day = table.day else { continue }
            try await session.execute("DELETE FROM rollup_day WHERE source = '\(table.id)'")
            try await session.execute(RollUpLedger.rememberDays(of: table, day: day))
            try await rememberSource(table)
        }
        for table in RollUpLedger.lookups where fromScratch || changes.lookups.contains(table.id) {
            try await rememberSource(table)
        }
        let version = try await session.query("SELECT coalesce(max(version), 0) AS version FROM rollup_version")
            .single().int("version")
        guard anything else { return version }
        try await rememberOccurrences()
        try await session.execute("DELETE FROM rollup_version")
        try await session.execute("INSERT INTO rollup_version VALUES (?, ?)", [.int(version + 1), .instant(now)])
        return version + 1
    }

    private func rememberSource(_ table: CanonicalTable) async throws {
        try await session.execute("DELETE FROM rollup_source WHERE source = '\(table.id)'")
        try await session.execute(RollUpLedger.rememberSource(table))
    }

    /// Which of the measures that nobody may record at all have ever occurred.
    private func rememberOccurrences() async throws {
        try await session.execute("DELETE FROM rollup_occurrence")
        for rollUp in RollUp.all where rollUp.shape == .sums {
            for column in rollUp.measures where Measure.thatMayNotBeRecorded.contains(column.measure) {
                let name = column.measure.rawValue
                try await session.execute(
                    "INSERT INTO rollup_occurrence SELECT '\(name)', min(day) FROM \(rollUp.id) WHERE \(name) <> 0")
            }
        }
    }

    private func count(_ table: String) async throws -> Int64 {
        try await session.query("SELECT count(*) AS n FROM \(table)").single().int("n")
    }
}
