import Kernel
package import Records

extension ApprovalBodies {
    /// The declared governance bodies with their seats, as approvals need them (S-05).
    package static let governance = ApprovalBodies { db, records, today in
        // A catalogue may do without them.
        guard [RecordType.governanceBody, .bodySeat].allSatisfy({ records.catalog.type($0.id) != nil }) else {
            return []
        }
        let seats = Dictionary(
            grouping: try records.all(db, .bodySeat).filter { $0.hasVote(on: today) }, by: { $0.whole("body") ?? 0 })
        return try records.all(db, .governanceBody).filter { $0.state != "retired" }.map { body in
            ApprovalBody(body, seats: (seats[body.id] ?? []).map(ApprovalBody.Seat.init))
        }
    }
}

extension ApprovalBody {
    fileprivate init(_ body: Record, seats: [Seat]) {
        let cadence = body.text("cadence")
        self.init(
            id: body.id, code: body.code, name: body.title,
            rule: body.text("decision_rule").flatMap(Rule.init(rawValue:)) ?? .majority,
            quorum: body.number("quorum"),
            cadence: [Choice].cadences.first { $0.id == cadence }?.name,
            hours: body.number("hours_to_decide").map { Int($0) } ?? cadence.flatMap { Self.cadenceHours[$0] },
            escalatesTo: body.whole("escalates_to"), seats: seats)
    }

    /// A body that names no time of its own decides by its next meeting at the latest; one that meets when needed, within
    /// two days.
    private static let cadenceHours = [
        "weekly": 168, "biweekly": 336, "monthly": 744, "quarterly": 2_208, "yearly": 8_784, "on_demand": 48,
    ]
}

extension ApprovalBody.Seat {
    fileprivate init(_ seat: Record) {
        self.init(
            seat.title, member: seat.whole("member"), deputy: seat.whole("deputy"),
            function: seat.text("department") ?? seat.code, chair: seat.text("part") == "chair")
    }
}

extension Record {
    /// Where nothing is said, chairs and members vote and secretaries do not.
    fileprivate func hasVote(on today: Day) -> Bool {
        let says: Bool? = if case .flag(let vote) = self["has_vote"] { vote } else { nil }
        let isCurrent = (day("starts_on") ?? today) <= today && today <= (day("ends_on") ?? today)
        return state != "retired" && isCurrent && says ?? (text("part") != "secretary")
    }
}
