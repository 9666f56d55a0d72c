package import Kernel
package import Records
import Store

package import class GRDB.Database

/// The review of an incident (RK-04): opened when it is solved, with a deadline; without a final one it is not closed.
package struct IncidentReviewStore: Sendable {
    private let records: RecordStore

    package init(_ records: RecordStore) { self.records = records }

    /// Days between the solution and the day on which the review is due.
    static let daysToReview = 7

    /// The latest review that names the incident; `nil` where there is none that is not archived.
    package func review(_ db: Database, of incident: Record) throws -> Record? {
        guard records.catalog.type(RecordType.incidentReview.id) != nil else { return nil }
        return try records.all(db, .incidentReview, where: "incident", is: incident.id)
            .max { $0.number < $1.number }
    }

    /// Opens the review with what is known by then. Solved once more after it got worse, an open review takes the new times,
    /// and beside a final one there is a second.
    func open(_ db: Database, _ incident: Record, by author: RecordAuthor) throws {
        guard records.catalog.type(RecordType.incidentReview.id) != nil else { return }
        let now = records.store.clock.now()
        let today = try SettingStore(records.store).company(db).zone.day(of: now)
        let hours = (now - incident.createdAt).inSeconds / 3_600
        var values: RecordValues = [
            "solved_on": .day(incident.day("solved_on") ?? today), "due_on": .day(today + Self.daysToReview),
            "hours_to_solve": .number((min(hours, 10_000) * 10).rounded() / 10),
        ]
        values["timeline"] = incident["log"]
        values["customers_hit"] = incident["customers_hit"]
        if let known = try review(db, of: incident), known.state == "draft" {
            try records.change(db, known, from: known.version, values.mapValues { $0 }, by: author)
            return
        }
        values["title"] = .text(incident.title)
        values["incident"] = .whole(incident.id)
        values["happened_on"] = .day(incident.day("noticed_on") ?? today)
        values["risk"] = incident["risk"]
        values["plan"] = incident["plan"]
        values["owner"] = incident["commander"] ?? author.account.map { .whole($0.id) }
        try records.create(db, .incidentReview, values, by: author)
    }

    /// Problem: `incident.review_open`.
    func requireFinal(_ db: Database, _ incident: Record) throws {
        guard records.catalog.type(RecordType.incidentReview.id) != nil else { return }
        let known = try review(db, of: incident)
        if known?.state == "final" { return }
        throw IncidentProblem.reviewOpen(incident: incident.code, review: known?.code)
    }
}

extension RecordRule {
    /// Of incidents: solving one opens its review, and only a reviewed one is closed.
    static let reviewed: RecordRule = RecordRule.afterwards { db, records, act in
        let reviews = IncidentReviewStore(records)
        switch act.step {
        case .move("solve"): try reviews.open(db, act.record, by: act.author)
        case .move("close"): try reviews.requireFinal(db, act.record)
        default: break
        }
    }

    /// Of reviews: a final one is kept for good.
    static let archivedReview: RecordRule = RecordRule.afterwards { db, records, act in
        if act.step == .move("finalise") { try ArchiveStore(records).keep(db, act.record) }
    }
}
