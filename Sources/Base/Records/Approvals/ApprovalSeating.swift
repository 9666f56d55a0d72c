import GRDB
import Kernel
import Store

/// Who would sit in a step if it opened now.
struct ApprovalSeating: Sendable {
    var seats: [Seat]
    /// For a governance body: how it decides.
    var ballot: (body: ApprovalBody, seats: Int, quorum: Int)?
    /// `nil`: nothing is overdue.
    var hours: Int?

    struct Seat: Sendable {
        let account: Int64
        var standsFor: Int64?
        var function: String?
        var isChair = false
    }
}

extension ApprovalStore {
    /// Without the requester, and without whom is disabled or may not see such records; those who are away are stood in
    /// for. Problems: `approval.no_decider`, `approval.body_unfit`.
    func seating(_ db: Database, _ step: ApprovalStep, of type: RecordType, requester: Int64) throws -> ApprovalSeating
    {
        try seating(db, step.people, step.name, step.hours, of: type, requester: requester)
    }

    func seating(
        _ db: Database, _ people: ApprovalPeople, _ name: Text, _ hours: Int?, of type: RecordType, requester: Int64
    ) throws -> ApprovalSeating {
        if case .body(let id) = people {
            let today = zone.day(of: store.clock.now())
            guard let body = try bodies.all(db, records, today).first(where: { $0.id == id }) else {
                throw ApprovalProblem.bodyUnfit(try bodyName(db, id), .gone)
            }
            return try seating(db, body, hours, of: type, requester: requester)
        }
        var seats: [ApprovalSeating.Seat] = []
        for (account, function) in try accounts(db, people) {
            guard account != requester, try mayDecide(db, account, type.resource) else { continue }
            let stand = try standIn(db, for: account, type.resource, requester: requester)
            if let place = seats.firstIndex(where: { $0.account == stand ?? account }) {
                // Somebody who stands in for two sits once and speaks for both.
                let both = [seats[place].function, function].compactMap { $0 }
                seats[place].function = both.isEmpty ? nil : both.joined(separator: ",")
            } else {
                seats.append(
                    ApprovalSeating.Seat(
                        account: stand ?? account, standsFor: stand == nil ? nil : account, function: function))
            }
        }
        if seats.isEmpty { throw ApprovalProblem.noDecider(step: name) }
        if case .roles(let roles) = people {
            let there = Set(seats.flatMap { $0.function?.split(separator: ",").map(String.init) ?? [] })
            if let vacant = roles.first(where: { !there.contains($0.rawValue) }) {
                throw ApprovalProblem.noDecider(step: name + Text(zh: "：", en: ": ") + vacant.name)
            }
        }
        return ApprovalSeating(seats: seats, ballot: nil, hours: hours)
    }

    /// One voice a person: members first, then whoever stands in for those who are not there.
    private func seating(
        _ db: Database, _ body: ApprovalBody, _ hours: Int?, of type: RecordType, requester: Int64
    ) throws -> ApprovalSeating {
        let own = body.seats.filter { $0.member != requester }
        var taken: [Int: ApprovalSeating.Seat] = [:]
        func isFree(_ account: Int64) throws -> Bool {
            try account != requester && !taken.values.contains { $0.account == account }
                && mayDecide(db, account, type.resource)
        }
        for (place, seat) in own.enumerated() {
            guard let member = seat.member, try isFree(member),
                try standIn(db, for: member, type.resource, requester: requester) == nil
            else { continue }
            taken[place] = .init(account: member, function: seat.function, isChair: seat.isChair)
        }
        for (place, seat) in own.enumerated() where taken[place] == nil {
            let stand = try seat.member.flatMap { try standIn(db, for: $0, type.resource, requester: requester) }
            for other in [stand, seat.deputy, seat.member].compactMap({ $0 }) where try isFree(other) {
                taken[place] = .init(
                    account: other, standsFor: other == seat.member ? nil : seat.member, function: seat.function,
                    isChair: seat.isChair)
                break
            }
        }
        let quorum = body.quorumCount(of: own.count)
        if let why = unfit(body, own, taken, quorum) { throw ApprovalProblem.bodyUnfit(body.name, why) }
        return ApprovalSeating(
            seats: taken.sorted { $0.key < $1.key }.map(\.value), ballot: (body, own.count, quorum),
            hours: hours ?? body.hours)
    }

    private func unfit(
        _ body: ApprovalBody, _ seats: [ApprovalBody.Seat], _ taken: [Int: ApprovalSeating.Seat], _ quorum: Int
    ) -> ApprovalProblem.BodyTrouble? {
        if taken.isEmpty { return .empty }
        if quorum > taken.count { return .quorum(needs: quorum, has: taken.count, of: seats.count) }
        let there = taken.keys.map { seats[$0] }
        if body.rule == .chair, !there.contains(where: \.isChair) { return .noChair }
        if body.rule == .eachFunction,
            let vacant = seats.first(where: { seat in !there.contains { $0.function == seat.function } })
        {
            return .vacant(seat: vacant.name)
        }
        return nil
    }

    private func bodyName(_ db: Database, _ id: Int64) throws -> String {
        guard let type = try String.fetchOne(db, sql: "SELECT type FROM record WHERE record_id = ?", arguments: [id])
        else { return "#\(id)" }
        return try String.fetchOne(
            db, sql: "SELECT title FROM \(RecordSchema.table(try records.catalog.require(type))) WHERE record_id = ?",
            arguments: [id]) ?? "#\(id)"
    }

    // MARK: People

    private func accounts(_ db: Database, _ people: ApprovalPeople) throws -> [(Int64, function: String?)] {
        switch people {
        case .accounts(let ids): ids.map { ($0, nil) }
        case .role(let role): try holders(db, role).map { ($0, nil) }
        case .roles(let roles): try roles.flatMap { role in try holders(db, role).map { ($0, role.rawValue) } }
        case .body: []
        }
    }

    private func holders(_ db: Database, _ role: Role) throws -> [Int64] {
        try Int64.fetchAll(
            db, sql: "SELECT account_id FROM account_role WHERE role = ? ORDER BY 1", arguments: [role.rawValue])
    }

    /// An account that can sign in and may see such records by some duty: who runs the system does not thereby decide.
    func mayDecide(_ db: Database, _ account: Int64, _ resource: Resource) throws -> Bool {
        let isActive =
            try Bool.fetchOne(
                db, sql: "SELECT disabled_at IS NULL AND password_hash <> '' FROM account WHERE account_id = ?",
                arguments: [account]) ?? false
        if !isActive { return false }
        let roles = try String.fetchAll(
            db, sql: "SELECT role FROM account_role WHERE account_id = ?", arguments: [account])
        return roles.compactMap(Role.init(rawValue:))
            .contains { $0 != .administrator && Policy.allows($0, .view, resource) }
    }

    func close(_ db: Database, _ id: Int64, _ state: ApprovalRequest.State) throws {
        try db.execute(
            sql: "UPDATE approval_request SET state = ?, closed_at = ?, due_at = NULL WHERE approval_request_id = ?",
            arguments: [state.rawValue, store.clock.now(), id])
    }

    func record(_ db: Database, _ request: ApprovalRequest) throws -> Record {
        try records.find(db, records.catalog.require(request.record.type), number: request.record.number, for: .system)
    }

    func log(
        _ db: Database, _ action: String, _ id: Int64, _ record: Record, _ author: RecordAuthor,
        _ detail: [String: String]
    ) throws {
        try store.audit.append(
            db, author: author.author, action: action, subject: "\(record.type.id):\(record.number)",
            detail: detail.merging(["request": String(id)]) { own, _ in own })
    }
}
