import GRDB

/// Pages of a list of many records. Nothing is sorted: each field has an index in its order (`RecordSchema.orders`), which is walked
/// from the nearer end, and what the list leaves out is passed over by a set of ids, read once from the indexes of what is asked for.
struct LongList {
    let db: Database
    let sql: RecordQuerySQL

    /// Ids of one page, and how many there are.
    func page(from offset: Int, limit: Int) throws -> (ids: [Int64], total: Int) {
        guard let chosen = try chosen() else {
            let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(sql.table) WHERE \(sql.condition)") ?? 0
            return (try walk(total: total, offset, limit, within: nil), total)
        }
        return (try walk(total: chosen.count, offset, limit, within: chosen), chosen.count)
    }

    private func walk(total: Int, _ offset: Int, _ limit: Int, within chosen: RowSet?) throws -> [Int64] {
        let left = max(0, min(limit, total - offset))
        if left == 0 { return [] }
        let isNearEnd = offset > total / 2
        let skipped = isNearEnd ? total - offset - left : offset
        let statement = sql.walk(reversed: isNearEnd, sifted: chosen != nil)
        let ids =
            if let chosen { try pick(statement, skipped, left, within: chosen) } else {
                try Int64.fetchAll(db, sql: statement + " LIMIT ? OFFSET ?", arguments: [left, skipped])
            }
        return isNearEnd ? ids.reversed() : ids
    }

    private func pick(_ statement: String, _ skipped: Int, _ left: Int, within chosen: RowSet) throws -> [Int64] {
        var ids: [Int64] = []
        var passed = 0
        let cursor = try Int64.fetchCursor(db, sql: statement)
        while ids.count < left, let id = try cursor.next() {
            guard chosen.contains(id) else { continue }
            if passed < skipped { passed += 1 } else { ids.append(id) }
        }
        return ids
    }

    /// What is asked for; `nil` where nothing is left out but archived records.
    private func chosen() throws -> RowSet? {
        if sql.clauses.isEmpty { return nil }
        let rows = sql.clauses.filter { if case .column = $0.place { true } else { $0.place == .anyColumn } }
        var found = rows.isEmpty ? nil : try set(rows, "INDEXED BY \(index(of: rows))")
        for clause in sql.clauses where clause.place == .longText || clause.place == .table {
            let set = try set([clause], clause.place == .table ? "NOT INDEXED" : "")
            if found == nil { found = set } else { found?.formIntersection(set) }
        }
        for clause in sql.clauses {
            if case .ids(let ids) = clause.place { found = try keep(ids, clause.arguments, of: found) }
        }
        return found
    }

    /// What is found already holds no archived records and none of other types; with nothing found yet, they are left out here.
    private func keep(_ ids: RecordClause.Ids, _ arguments: [DatabaseValue], of found: RowSet?) throws -> RowSet {
        var named = try set(ids.statement, arguments)
        if found == nil, ids.isOfType, !ids.isInverted {
            if !sql.showsArchived, named.count > 0 {
                named.subtract(try set("SELECT record_id FROM \(sql.table) WHERE archived_at IS NOT NULL", []))
            }
            return named
        }
        var kept = try found ?? set([], "")
        if ids.isInverted { kept.subtract(named) } else { kept.formIntersection(named) }
        return kept
    }

    /// One column is sifted in its own index, several in the one that has all of them.
    private func index(of clauses: [RecordClause]) -> String {
        let names = Set(clauses.map(\.place))
        if names.count == 1, case .column(let name)? = names.first { return RecordSchema.order(sql.type, by: name) }
        return RecordSchema.sieve(sql.type)
    }

    private func set(_ clauses: [RecordClause], _ hint: String) throws -> RowSet {
        let condition = ["TRUE"] + clauses.map(\.sql) + (sql.showsArchived ? [] : [RecordQuerySQL.live])
        return try set(
            "SELECT record_id FROM \(sql.table) \(hint) WHERE \(condition.joined(separator: " AND "))",
            clauses.flatMap(\.arguments))
    }

    private func set(_ statement: String, _ arguments: [DatabaseValue]) throws -> RowSet {
        var set = RowSet()
        let cursor = try Int64.fetchCursor(db, sql: statement, arguments: StatementArguments(arguments))
        while let id = try cursor.next() { set.insert(id) }
        return set
    }
}

extension RecordQuerySQL {
    /// All ids in the order of an index. What is sifted already has no archived records.
    func walk(reversed: Bool, sifted: Bool) -> String {
        """
        SELECT record_id FROM \(table) INDEXED BY \(RecordSchema.order(type, by: sort.name))
        \(showsArchived || sifted ? "" : "WHERE \(Self.live)") ORDER BY \(reversed ? reversedOrder : order)
        """
    }
}
