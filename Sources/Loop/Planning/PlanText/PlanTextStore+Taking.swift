package import Kernel
package import Records
import Store

import class GRDB.Database

extension PlanTextStore {
    /// What a text would do, found out by doing it and taking it back: rights, fields, links and the rules of all types
    /// say their word. Nothing is kept.
    package func rehearse(_ text: PlanText, asNew: Bool = false, by author: RecordAuthor) async throws -> PlanOutcome {
        try await records.store.write { db in try rehearse(db, text, asNew: asNew, by: author) }
    }

    func rehearse(_ db: Database, _ text: PlanText, asNew: Bool, by author: RecordAuthor) throws -> PlanOutcome {
        var outcome = PlanOutcome()
        try db.inSavepoint {
            outcome = try take(db, text, asNew: asNew, reason: "plan.rehearsal", by: author)
            return .rollback
        }
        return outcome
    }

    /// Does what the text asks for, as far as it can be done; the caller decides what refusals mean.
    func take(_ db: Database, _ text: PlanText, asNew: Bool, reason: String, by author: RecordAuthor) throws
        -> PlanOutcome
    {
        let (edits, refused, unchanged) = try edits(db, text, asNew: asNew)
        var taking = PlanTakingStore(store: self, db: db, author: author, reason: reason, asNew: asNew)
        var outcome = try taking.run(edits)
        outcome.refused = (refused + outcome.refused).sorted { $0.line < $1.line }
        outcome.unchanged += unchanged
        let shown =
            outcome.made.map(\.record) + outcome.changed.map(\.after) + outcome.changed.map(\.before)
        outcome.names = try names(db, of: shown)
        return outcome
    }

    /// Files a text as a change request: an adjustment plan in draft, with the text kept beside it, waiting for approval.
    /// With `skipping`, what cannot be taken is left out; without, one refusal refuses all.
    ///
    /// Problems: `plan.refused`, `plan.nothing_to_do`, those of creating the adjustment and of asking.
    package func file(
        _ text: PlanText, title: String, situation: String, skipping: Bool = false, asNew: Bool = false,
        in language: Language, asking approvals: ApprovalStore, by author: RecordAuthor
    ) async throws -> (request: Record, outcome: PlanOutcome) {
        try await records.store.write { db in
            let outcome = try rehearse(db, text, asNew: asNew, by: author)
            if !outcome.refused.isEmpty, !skipping { throw PlanTextProblem.refused(outcome.refused) }
            if outcome.isEmpty { throw PlanTextProblem.nothingToDo }
            let kept = text.leaving(out: Set(outcome.refused.map(\.key)))
            let effect = PlanEffect(outcome, currency: records.currency)
            var values: RecordValues = [
                "title": .text(title), "trigger": .text("review"), "situation": .text(situation),
                "changes": .text(effect.summary(in: language, limit: FieldKind.longLimit)),
            ]
            if let account = author.account { values["owner"] = .whole(account.id) }
            let request = try records.create(db, .adjustmentPlan, values, by: author)
            try ChangeSetStore(records).keep(db, kept, asNew: asNew, with: request)
            try approvals.request(db, "approve", of: request, from: request.version, note: "", by: author)
            return (request, outcome)
        }
    }
}

extension PlanText {
    /// Without these keys.
    func leaving(out keys: Set<String>) -> PlanText {
        PlanText(
            sections.compactMap { section in
                let entries = section.entries.filter { !keys.contains($0.key) && !keys.contains(section.type) }
                return entries.isEmpty ? nil : Section(type: section.type, entries: entries)
            })
    }
}
