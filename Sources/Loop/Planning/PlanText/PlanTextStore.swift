import Kernel
package import Records
import Store

package import class GRDB.Database

/// Reads the plan as text, and finds out what a changed text asks for.
package struct PlanTextStore: Sendable {
    let records: RecordStore

    package init(_ records: RecordStore) { self.records = records }

    /// All records of these types that are not archived, in declared order, with all their fields: one consistent state.
    package func text(of types: [RecordType]) async throws -> PlanText {
        try await records.store.read { db in try text(db, of: types) }
    }

    package func text(_ db: Database, of types: [RecordType]) throws -> PlanText {
        PlanText(
            try types.compactMap { type -> PlanText.Section? in
                let all = try records.all(db, type)
                if all.isEmpty { return nil }
                let names = try self.names(db, of: all)
                return PlanText.Section(type: type.id, entries: all.map { entry($0, names) })
            })
    }

    private func entry(_ record: Record, _ names: RecordNames) -> PlanText.Entry {
        let fields = record.type.fields.compactMap { field -> PlanText.Field? in
            let content = PlanCell(field: field, currency: records.currency).content(of: record[field.id], names)
            return content == .empty ? nil : PlanText.Field(field.id, content)
        }
        return PlanText.Entry(key: record.code, version: record.version, state: record.state, fields: fields)
    }

    func names(_ db: Database, of all: [Record]) throws -> RecordNames {
        var names = RecordNames()
        for start in stride(from: 0, to: all.count, by: Self.part) {
            let part = try records.names(db, of: Array(all[start..<min(start + Self.part, all.count)]))
            names.people.merge(part.people) { old, _ in old }
            names.records.merge(part.records) { old, _ in old }
        }
        return names
    }

    private static let part = 500

    /// What a text asks for, against the records as they stand. `asNew`: every record is made anew, whatever its key.
    func edits(_ db: Database, _ text: PlanText, asNew: Bool) throws
        -> (edits: [PlanEdit], refused: [PlanRefusal], unchanged: Int)
    {
        var edits: [PlanEdit] = []
        var refused: [PlanRefusal] = []
        var unchanged = 0
        var seen: Set<String> = []
        for section in text.sections {
            guard let type = records.catalog.type(section.type) else {
                let line = section.entries.first?.line ?? 0
                refused.append(
                    PlanRefusal(key: section.type, line: line, problem: PlanTextProblem.unknownType(section.type)))
                continue
            }
            for entry in section.entries {
                do {
                    if !seen.insert(entry.key).inserted { throw PlanTextProblem.twice(key: entry.key) }
                    let edit = try edit(db, type, entry, asNew: asNew)
                    if let edit { edits.append(edit) } else { unchanged += 1 }
                } catch let problem as any Problem {
                    refused.append(PlanRefusal(key: entry.key, line: entry.line, problem: problem))
                }
            }
        }
        return (edits, refused, unchanged)
    }

    /// `nil` where the text has what the record has.
    private func edit(_ db: Database, _ type: RecordType, _ entry: PlanText.Entry, asNew: Bool) throws -> PlanEdit? {
        let named = try entry.fields.map { field in
            guard let known = type.field(field.id) else {
                throw PlanTextProblem.unknownField(key: entry.key, field: field.id)
            }
            return (field: known, content: field.content)
        }
        guard !asNew, let number = Self.number(entry.key, type) else {
            if !asNew, entry.version != nil { throw PlanTextProblem.unknownRecord(key: entry.key) }
            return PlanEdit(type: type, key: entry.key, line: entry.line, target: .new, fields: named)
        }
        let record = try find(db, type, number, entry.key)
        if let state = entry.state, state != record.state {
            throw PlanTextProblem.stateChanged(key: entry.key, from: record.state, to: state)
        }
        let names = try records.names(db, of: [record])
        let differing = named.filter {
            PlanCell(field: $0.field, currency: records.currency).content(of: record[$0.field.id], names) != $0.content
        }
        if differing.isEmpty { return nil }
        guard let version = entry.version else { throw PlanTextProblem.versionMissing(key: entry.key) }
        if version != record.version {
            throw PlanTextProblem.stale(
                key: entry.key, seen: version, now: record.version, by: Self.person(record.changedBy))
        }
        if record.archivedAt != nil { throw PlanTextProblem.archived(key: entry.key) }
        return PlanEdit(type: type, key: entry.key, line: entry.line, target: .change(record), fields: differing)
    }

    /// Whole, whatever the author may see: what stays as it is needs no right, and a change asks for its own.
    private func find(_ db: Database, _ type: RecordType, _ number: Int64, _ key: String) throws -> Record {
        do { return try records.find(db, type, number: number, for: .system) } catch RecordProblem.unknownRecord {
            throw PlanTextProblem.unknownRecord(key: key)
        }
    }

    /// `GOAL-12` → 12
    static func number(_ key: String, _ type: RecordType) -> Int64? {
        let parts = key.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == type.prefix, let number = Int64(parts[1]), number > 0 else { return nil }
        return number
    }

    /// `account:7:林静` → 林静
    private static func person(_ author: String) -> String {
        author.split(separator: ":", maxSplits: 2).last.map(String.init) ?? author
    }
}
