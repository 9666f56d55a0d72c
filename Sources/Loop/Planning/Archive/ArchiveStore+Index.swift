import GRDB
import Kernel
import Records
import Store

/// What the archive is found by: the texts of its cases, what they name, the words they use. Measured in a debug build: with
/// 10,000 cases a page, a search and the cases alike take some milliseconds, because only those shown are decoded.
struct ArchiveIndex {
    let db: Database

    /// - Parameter row: its `archive_record_id`.
    func add(_ past: ArchiveCase, row: Int64) throws {
        try db.execute(
            sql: "INSERT INTO archive_search (rowid, title, body) VALUES (?, ?, ?)",
            arguments: [row, SearchText.spread("\(past.code) \(past.title)"), SearchText.spread(Self.texts(past))])
        try addTerms(past, row: row)
    }

    private func addTerms(_ past: ArchiveCase, row: Int64) throws {
        for term in Self.terms(past.traits).keys {
            try db.execute(
                sql: "INSERT OR IGNORE INTO archive_term (term, archive_record_id) VALUES (?, ?)",
                arguments: [term, row])
        }
    }

    /// What a reader of the case could look for. What only some may see is found by nobody.
    private static func texts(_ past: ArchiveCase) -> String {
        let hidden = Set(past.type.fields.filter { $0.resource != nil }.map(\.id))
        let facts = past.facts.filter { !hidden.contains($0.field) }.flatMap { [$0.value.zh, $0.value.en] }
        let said = past.approvals.flatMap(\.decisions).flatMap { [$0.zh, $0.en] }
        return (facts + said + past.comments + past.steps.compactMap(\.reason) + past.files.map(\.name))
            .joined(separator: "\n")
    }

    /// What counts for likeness, with how much.
    private static func terms(_ traits: CaseTraits) -> [String: Double] {
        var terms: [String: Double] = [:]
        for trait in traits.traits { terms[trait.key] = trait.weight }
        let share = 3 / Double(max(1, traits.words.count))
        for word in traits.words { terms["word=\(word)"] = share }
        return terms
    }

    /// Rows that share something with these traits, those that share most first: a first choice, to be weighed whole.
    func alike(_ traits: CaseTraits, regions: Set<String>?, limit: Int = 16) throws -> [Int64] {
        let terms = Self.terms(traits).sorted { $0.key < $1.key }
        if terms.isEmpty { return [] }
        let condition = Self.condition(regions)
        // Every trait of many cases is counted: only who may not see all pays for looking at their regions.
        let within =
            regions == nil
            ? "" : "WHERE archive_record_id IN (SELECT archive_record_id FROM archive_record a WHERE \(condition.sql))"
        return try Int64.fetchAll(
            db,
            sql: """
                WITH asked (term, weight) AS (VALUES \(terms.map { _ in "(?, ?)" }.joined(separator: ", ")))
                SELECT t.archive_record_id FROM asked CROSS JOIN archive_term t ON t.term = asked.term \(within)
                GROUP BY 1 ORDER BY sum(asked.weight) DESC, 1 DESC LIMIT ?
                """,
            arguments: StatementArguments(terms.flatMap { [$0.key.databaseValue, $0.value.databaseValue] })
                + condition.arguments + [limit])
    }

    /// Rows a reader of these regions may see, the latest first; with words, those that have them, the best first.
    func rows(_ words: String, regions: Set<String>?, from offset: Int, limit: Int) throws -> (
        rows: [Int64], total: Int
    ) {
        let condition = Self.condition(regions)
        guard let expression = SearchText.expression(words) else {
            if words.contains(where: { !$0.isWhitespace }) { return ([], 0) }
            let rows = try Int64.fetchAll(
                db,
                sql: """
                    SELECT archive_record_id FROM archive_record a WHERE \(condition.sql)
                    ORDER BY archive_record_id DESC LIMIT ? OFFSET ?
                    """, arguments: condition.arguments + [limit, offset])
            return (rows, try count("archive_record a WHERE \(condition.sql)", condition.arguments))
        }
        let found = "archive_search s JOIN archive_record a ON a.archive_record_id = s.rowid "
        let matching = "archive_search MATCH ? AND \(condition.sql)"
        let arguments: StatementArguments = [expression]
        let rows = try Int64.fetchAll(
            db,
            sql: """
                SELECT s.rowid FROM \(found) WHERE \(matching)
                ORDER BY bm25(archive_search, 10.0, 1.0), s.rowid DESC LIMIT ? OFFSET ?
                """, arguments: arguments + condition.arguments + [limit, offset])
        return (rows, try count("\(found) WHERE \(matching)", arguments + condition.arguments))
    }

    private func count(_ from: String, _ arguments: StatementArguments) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(from)", arguments: arguments) ?? 0
    }

    /// What belongs to no region is everybody's.
    private static func condition(_ regions: Set<String>?) -> (sql: String, arguments: StatementArguments) {
        guard let regions else { return ("TRUE", []) }
        let marks = regions.map { _ in "?" }.joined(separator: ", ")
        return ("(a.region IS NULL OR a.region IN (\(marks)))", StatementArguments(regions.sorted()))
    }
}
