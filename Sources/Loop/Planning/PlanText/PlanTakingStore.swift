import Kernel
import Records

import class GRDB.Database

/// Carries the edits of a text out. Records that name others of the text, or that fit only once others are changed (a line
/// after its budget), wait for their turn: the edits are gone through until nothing moves any more.
struct PlanTakingStore {
    let store: PlanTextStore
    let db: Database
    let author: RecordAuthor
    let reason: String
    let asNew: Bool
    /// Ids of the records that were made, by their words in the text.
    private var ids: [String: Int64] = [:]
    private var keys: Set<String> = []
    /// Links of new records to each other in a ring: written once all of them are there.
    private var deferred: [(record: Record, edit: PlanEdit)] = []
    private var isDeferring = false
    private var outcome = PlanOutcome()

    init(store: PlanTextStore, db: Database, author: RecordAuthor, reason: String, asNew: Bool) {
        self.store = store
        self.db = db
        self.author = author
        self.reason = reason
        self.asNew = asNew
    }

    mutating func run(_ edits: [PlanEdit]) throws -> PlanOutcome {
        for edit in edits { if case .new = edit.target { keys.insert(edit.key) } }
        var open = edits
        var moved = true
        while moved, !open.isEmpty {
            moved = false
            outcome.refused = []
            var left: [PlanEdit] = []
            for edit in open {
                if let problem = try attempt(edit) {
                    left.append(edit)
                    outcome.refused.append(PlanRefusal(key: edit.key, line: edit.line, problem: problem))
                } else {
                    moved = true
                }
            }
            open = left
            // Nothing moves any more: whoever waits only for links that may come later goes ahead without them.
            if !moved, !isDeferring, !open.isEmpty {
                isDeferring = true
                moved = true
            } else if moved {
                isDeferring = false
            }
        }
        try link()
        return outcome
    }

    private mutating func link() throws {
        for (record, edit) in deferred {
            do {
                let values = try values(edit).filter { $0.value != record[$0.key] }
                let linked = try store.records.change(db, record, from: record.version, values, by: author)
                if let place = outcome.made.firstIndex(where: { $0.key == edit.key }) {
                    outcome.made[place] = PlanOutcome.Made(key: edit.key, record: linked)
                }
            } catch let problem as any Problem {
                outcome.refused.append(PlanRefusal(key: edit.key, line: edit.line, problem: problem))
            }
        }
    }

    private mutating func attempt(_ edit: PlanEdit) throws -> (any Problem)? {
        let before = (ids, outcome, deferred)
        do {
            try db.inSavepoint {
                switch edit.target {
                case .new: try make(edit)
                case .change(let record): try change(record, edit)
                }
                return .commit
            }
            return nil
        } catch let problem as any Problem {
            (ids, outcome, deferred) = before
            return problem
        }
    }

    private mutating func make(_ edit: PlanEdit) throws {
        let waiting =
            isDeferring ? edit.fields.filter { !$0.field.isRequired && open($0.content, $0.field) != nil } : []
        let now = waiting.isEmpty ? edit : edit.without(Set(waiting.map(\.field.id)))
        let values = try values(now).compactMapValues { $0 }
        let record = try store.records.create(db, edit.type, values, by: author)
        ids[edit.key] = record.id
        if !waiting.isEmpty { deferred.append((record, edit)) }
        outcome.made.append(PlanOutcome.Made(key: edit.key, record: record))
    }

    private mutating func change(_ record: Record, _ edit: PlanEdit) throws {
        let changes = try values(edit).filter { $0.value != record[$0.key] }
        if changes.isEmpty {
            outcome.unchanged += 1
            return
        }
        var now = record
        var asks: StateMove?
        var back: StateMove?
        if record.isLocked {
            let way = try self.way(outOf: record)
            now = try store.records.move(db, record, from: record.version, way.out.id, reason: reason, by: author)
            asks = way.back?.needsApproval == true ? way.back : nil
            back = way.back?.needsApproval == false ? way.back : nil
        }
        now = try store.records.change(db, now, from: now.version, changes, by: author)
        if let back {
            now = try store.records.move(db, now, from: now.version, back.id, reason: reason, by: author)
        }
        // Whole again: what the writer may not see is no change.
        let after = try store.records.record(db, record.type, id: record.id) ?? now
        outcome.changed.append(
            PlanOutcome.Changed(
                before: record, after: after,
                changes: FieldChange.between(record.values, after.values, record.type), asks: asks))
    }

    /// A move to where fields can be changed, made without approval, and the one that leads to the old state again.
    private func way(outOf record: Record) throws -> (out: StateMove, back: StateMove?) {
        let states = record.type.states
        let out = states.moves(from: record.state).first {
            !$0.needsApproval && states.state($0.to)?.isLocked == false && author.may($0.action, record.type)
        }
        guard let out else {
            throw PlanTextProblem.lockedForGood(key: record.code, state: record.stateName)
        }
        return (out, states.moves(from: out.to).first { $0.to == record.state })
    }

    /// Everything wrong with the fields is said at once.
    private func values(_ edit: PlanEdit) throws -> [String: RecordValue?] {
        var values: [String: RecordValue?] = [:]
        var troubles: [FieldTrouble] = []
        for (field, content) in edit.fields {
            try waits(edit, field, content)
            do throws(FieldTrouble) {
                values[field.id] = .some(
                    try PlanCell(field: field, currency: store.records.currency).value(of: content) { name in
                        try reference(name, field)
                    })
            } catch { troubles.append(error) }
        }
        if !troubles.isEmpty { throw RecordProblem.fields(troubles) }
        return values
    }

    /// Problem: `plan.unresolved` while it names a record of the text that has not been made.
    private func waits(_ edit: PlanEdit, _ field: RecordField, _ content: PlanText.Content) throws {
        if let name = open(content, field) { throw PlanTextProblem.unresolved(key: edit.key, names: name) }
    }

    /// The first record of the text that it names and that has not been made.
    private func open(_ content: PlanText.Content, _ field: RecordField) -> String? {
        guard field.kind.linkTarget != nil else { return nil }
        let named: [String] =
            switch content {
            case .empty: []
            case .one(let name): [name]
            case .many(let names): names
            }
        return named.first { keys.contains($0) && ids[$0] == nil }
    }

    private func reference(_ name: String, _ field: RecordField) throws -> Int64? {
        guard let target = field.kind.linkTarget else { return try store.account(db, named: name) }
        if let id = ids[name] { return id }
        let type = try store.records.catalog.require(target)
        return try PlanTextStore.number(name, type).flatMap { try store.recordID(db, type, number: $0) }
    }
}
