import Almanac
package import GRDB
package import Kernel
import Store

/// Starter content: a type's first records, taken over once.
extension RecordStore {
    /// Creates the type's starter records as the author's, and before them those of other types that they are linked to,
    /// where these have not been taken over yet.
    /// - Parameter today: what days are counted from.
    /// - Returns: the records of this type, in declared order.
    /// Problems: `access.forbidden`, `record.starter_none`, `record.starter_taken`.
    @discardableResult
    package func takeStarter(
        _ type: RecordType, in language: Language, on today: Day, by author: RecordAuthor
    ) async throws -> [Record] {
        try await store.write { db in
            if type.starter.isEmpty { throw RecordProblem.starterNone(type.name) }
            if try hasTakenStarter(db, type) { throw RecordProblem.starterTaken(type.name) }
            return try take(db, type, Wording(language: language, today: today), by: author)
        }
    }

    /// Whether its records have been taken over, also where they were changed or archived since.
    package func hasTakenStarter(_ db: Database, _ type: RecordType) throws -> Bool {
        try Bool.fetchOne(db, sql: Self.starterTaken, arguments: [type.id]) ?? false
    }

    /// Begins at the few versions that came with the program (a partial index), not at the type's records.
    static let starterTaken = """
        SELECT EXISTS (
            SELECT 1 FROM record_version CROSS JOIN record USING (record_id)
            WHERE record_version.action = 'starter' AND record.type = ?
        )
        """

    private struct Wording {
        let language: Language
        let today: Day

        func next(month: Int, day: Int) -> Day? {
            (today.year...today.year + 8).lazy.compactMap { Day(year: $0, month: month, day: day) }.first {
                $0 >= today
            }
        }
    }

    private func take(_ db: Database, _ type: RecordType, _ wording: Wording, by author: RecordAuthor) throws
        -> [Record]
    {
        for id in catalog.starterNeeds(type) {
            let needed = try catalog.require(id)
            if try !hasTakenStarter(db, needed) { _ = try take(db, needed, wording, by: author) }
        }
        return try type.starter.map { starter in
            var values: RecordValues = ["title": .text(starter.title[wording.language])]
            for field in type.fields {
                guard let value = starter.values[field.id] else { continue }
                values[field.id] = try self.value(db, value, field, wording)
            }
            return try create(db, type, values, "starter", by: author)
        }
    }

    private func value(_ db: Database, _ value: StarterValue, _ field: RecordField, _ wording: Wording) throws
        -> RecordValue?
    {
        switch value {
        case .text(let text): return .text(text[wording.language])
        case .code(let code): return .text(code)
        case .codes(let codes): return .codes(field.kind.choiceList.map(\.id).filter(codes.contains))
        case .flag(let flag): return .flag(flag)
        case .day(let days): return .day(wording.today + days)
        case .next(let month, let day): return wording.next(month: month, day: day).map(RecordValue.day)
        case .nextOccasion(let id): return Occasion.named(id)?.next(from: wording.today).map(RecordValue.day)
        case .number(let number):
            switch field.kind {
            case .scale: return .whole(Int64(number))
            case .money: return .whole((0..<currency.decimals).reduce(Int64(number)) { units, _ in units * 10 })
            default: return .number(number)
            }
        case .linked(let titles):
            guard let target = field.kind.linkTarget.flatMap({ catalog.type($0) }) else { return nil }
            let ids = try titles.compactMap { try starterID(db, $0, target) }
            if case .links = field.kind { return ids.isEmpty ? nil : .records(ids) }
            return ids.first.map { .whole($0) }
        }
    }

    /// The record that a starter record became, whatever it is called by now.
    private func starterID(_ db: Database, _ title: String, _ type: RecordType) throws -> Int64? {
        guard let starter = type.starter.first(where: { $0.title.en == title }) else { return nil }
        return try Int64.fetchOne(
            db,
            sql: """
                SELECT record_id FROM record_version CROSS JOIN record USING (record_id)
                WHERE record_version.action = 'starter' AND record.type = ?
                    AND json_extract(record_version.body, '$.title') IN (?, ?)
                """, arguments: [type.id, starter.title.zh, starter.title.en])
    }
}
