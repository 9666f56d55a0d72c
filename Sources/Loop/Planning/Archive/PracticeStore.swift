import Foundation
package import Kernel
package import Records
import Store
import Warehouse

package import class GRDB.Database
import class GRDB.Row
import struct GRDB.StatementArguments

/// Feeds the library of best practices from ended cases, and says which practices suit something new (AR-02).
package struct PracticeStore: Sendable {
    let records: RecordStore

    package init(_ records: RecordStore) { self.records = records }

    /// A practice that suits, and why.
    package struct Suited: Sendable {
        package let practice: Record
        package let reasons: [Text]
        let score: Double
    }

    /// Outcomes worth repeating.
    private static let worthy: Set<String> = ["worked", "partly"]

    /// Whether something may be learnt from this case for others: it worked, at least in part. A final review of an incident
    /// always says what is to be done.
    package func isWorthy(_ db: Database, _ past: ArchiveCase) throws -> Bool {
        if past.type.id == RecordType.incidentReview.id { return true }
        let origin = try records.find(db, .adjustmentPlan, number: past.number, for: .system)
        return Self.worthy.contains(origin.text("outcome") ?? "")
    }

    /// The practice made from a case: what was done and what came of it, to be verified by whoever knows the limits. Where
    /// there is one already, that. Problems: `archive.not_worth_repeating`, those of a new record.
    package func make(
        from number: Int64, of type: RecordType = .adjustmentPlan, in language: Language, by author: RecordAuthor
    ) async throws -> Record {
        try await records.store.write { db in
            let past = try ArchiveStore(records).one(db, type, number: number, for: author)
            let origin = try records.find(db, type, number: number, for: .system)
            if let made = try records.incoming(db, origin, for: author).first(where: { $0.type.id == "best_practice" })
            {
                return made
            }
            guard try isWorthy(db, past) else { throw ArchiveProblem.notWorthRepeating(past.code) }
            let values =
                type.id == RecordType.incidentReview.id
                ? draft(review: origin, language) : draft(past, origin, language)
            return try records.create(db, .bestPractice, values, by: author)
        }
    }

    /// From a review: what happened and why, what worked and what changes. Amounts stay where only some may see them.
    private func draft(review: Record, _ language: Language) -> RecordValues {
        func lines(_ fields: String...) -> String? {
            let said = fields.compactMap { review.text($0) }.joined(separator: "\n")
            return said.isEmpty ? nil : said
        }
        var evidence = Text(verbatim: review.code)
        if let day = review.day("happened_on") { evidence = evidence + Text(zh: "（\(day)）", en: " (\(day))") }
        if let hours = review.number("hours_to_solve") {
            let said = hours.formatted(.number.precision(.fractionLength(0...1)).grouping(.never))
            evidence = evidence + Text(zh: "，\(said) 小时解决", en: ", solved in \(said) hours")
        }
        var values: RecordValues = [
            "title": .text(review.title), "kind": .text("review"), "reviews": .records([review.id]),
            "situation": .text(lines("cause") ?? review.title),
            "practice": .text(lines("what_worked", "changes") ?? review.title), "evidence": .text(evidence[language]),
        ]
        values["owner"] = review["owner"]
        return values
    }

    private func draft(_ past: ArchiveCase, _ origin: Record, _ language: Language) -> RecordValues {
        func said(_ field: String) -> Text? { past.facts.first { $0.field == field }?.value }
        let none = Text(verbatim: "")
        let head = Text(zh: "\(past.code)（\(past.closedOn)，", en: "\(past.code) (\(past.closedOn), ")
        let evidence = head + (said("outcome") ?? none) + Text(zh: "）：", en: "): ") + (said("result") ?? none)
        var values: RecordValues = [
            "title": .text(past.title), "kind": .text("review"), "cases": .records([origin.id]),
            "situation": .text((said("situation") ?? Text(verbatim: past.title))[language]),
            "practice": .text((said("measures") ?? said("expected") ?? Text(verbatim: past.title))[language]),
            "evidence": .text(evidence[language]),
        ]
        values["metric"] = origin["metric"]
        values["owner"] = origin["owner"]
        return values
    }

    /// The practices made from these cases, by the code of the case.
    package func made(_ db: Database, from cases: [ArchiveCase], for reader: RecordAuthor) throws -> [String: Record] {
        guard reader.may(.view, .bestPractice), !cases.isEmpty else { return [:] }
        let marks = cases.map { _ in "?" }.joined(separator: ", ")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT c.type, c.number, p.number AS practice FROM record c JOIN record_link l ON l.target_id = c.record_id
                JOIN record p ON p.record_id = l.record_id
                WHERE c.type IN ('adjustment_plan', 'incident_review') AND p.type = 'best_practice'
                    AND l.field IN ('cases', 'reviews')
                    AND c.number IN (\(marks))
                """, arguments: StatementArguments(cases.map(\.number)))
        var made: [String: Record] = [:]
        for row in rows {
            guard let type = ArchiveStore.kinds.first(where: { $0.id == row["type"] }) else { continue }
            made[type.number(row["number"])] = try records.find(db, .bestPractice, number: row["practice"], for: reader)
        }
        return made
    }

    /// Practices that are not outdated and suit a new record by its metric and words, at most three; verified ones first.
    package func suited(_ db: Database, to record: Record, for reader: RecordAuthor) throws -> [Suited] {
        guard reader.may(.view, .bestPractice) else { return [] }
        let own = Self.words(record)
        return try records.all(db, .bestPractice)
            .filter { ["proposed", "verified"].contains($0.state) }
            .map { suit($0, record, own) }
            .filter { $0.score >= 1 }.sorted { $0.score > $1.score }.prefix(3).map { $0 }
    }

    private func suit(_ practice: Record, _ record: Record, _ own: Set<String>) -> Suited {
        var reasons: [Text] = []
        var score = practice.state == "verified" ? 0.5 : 0
        if let metric = record.text("metric"), metric == practice.text("metric") {
            score += 1.5
            let name = Metric.named(metric)?.name ?? Text(verbatim: metric)
            reasons.append(Text(zh: "同一指标：\(name.zh)", en: "Same metric: \(name.en)"))
        }
        let same = SharedWords(Self.words(practice), own)
        score += 3 * same.part
        if let reason = same.reason { reasons.append(reason) }
        return Suited(practice: practice, reasons: reasons, score: reasons.isEmpty ? 0 : score)
    }

    private static func words(_ record: Record) -> Set<String> {
        let told = ["title", "situation", "practice", "measures", "purpose"]
        return PlainWords.usual.words(of: told.compactMap { record.text($0) }.joined(separator: "\n"))
    }
}
