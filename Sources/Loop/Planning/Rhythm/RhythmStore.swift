package import Kernel
package import Records
import Store

/// Turns an accepted rhythm into content slots of the marketing calendar, all or none (WF-05).
package struct RhythmStore: Sendable {
    private let records: RecordStore

    package init(_ records: RecordStore) { self.records = records }

    /// Campaigns that content can be planned for: entries that are not over, other than content slots, by day.
    package func campaigns(from today: Day, for reader: RecordAuthor) async throws -> [Record] {
        let days = RecordCondition.between(field: "starts_on", from: .day(today), to: .day(today + 366))
        return try await records.list(
            .calendarEntry, RecordQuery([days], sort: RecordSort("starts_on")), limit: 500, for: reader
        ).records.filter { $0.text("kind") != "content" && !$0.isLocked }
    }

    /// The slots that a campaign has already.
    package func slots(of campaign: Record) async throws -> [Record] {
        try await records.store.read { db in
            try records.all(db, .calendarEntry, where: "campaign", is: campaign.id)
        }
    }

    /// Problem: `rhythm.planned_already`, `rhythm.nothing_to_plan`.
    @discardableResult
    package func accept(
        _ rhythm: ReleaseRhythm, for campaign: Record, in language: Language, by author: RecordAuthor
    ) async throws -> [Record] {
        if rhythm.slots.isEmpty { throw RhythmProblem.nothingToPlan(campaign: campaign.code) }
        return try await records.store.write { db in
            let standing = try records.all(db, .calendarEntry, where: "campaign", is: campaign.id)
                .filter { $0.state != "dropped" }
            if !standing.isEmpty {
                throw RhythmProblem.plannedAlready(campaign: campaign.code, slots: standing.count)
            }
            var number: [ReleaseRhythm.Phase: Int] = [:]
            return try rhythm.slots.map { slot in
                number[slot.phase, default: 0] += 1
                let place = number[slot.phase] ?? 1
                return try records.create(db, .calendarEntry, values(slot, place, campaign, language), by: author)
            }
        }
    }

    private func values(
        _ slot: ReleaseRhythm.Slot, _ place: Int, _ campaign: Record, _ language: Language
    ) -> RecordValues {
        var values: RecordValues = [
            "title": .text(String("\(campaign.title) · \(slot.phase.name[language]) \(place)".suffix(200))),
            "kind": .text("content"), "starts_on": .day(slot.day), "ends_on": .day(slot.day),
            "release_hour": .whole(Int64(slot.hour)), "campaign": .whole(campaign.id),
        ]
        for field in ["platforms", "personas", "region", "sub_theme", "owner"] { values[field] = campaign[field] }
        return values
    }
}
