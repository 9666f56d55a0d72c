import Kernel
import Store
import TestKit
import Testing

@testable import Records

/// The same company twice: in the engine, and in the model. Acts go to both.
final class ApprovalWorld {
    static let roles: [Set<Role>] = [
        [.marketing], [.finance], [.finance], [.executive], [.executive], [.analyst], [.administrator],
        [.finance, .executive],
    ]
    let clock = VirtualClock(at: Instant(seconds: 1_800_000_000))
    let records: RecordStore
    let approvals: ApprovalStore
    let accounts: AccountStore
    let authors: [RecordAuthor]
    var model: ApprovalModel
    private(set) var record: Record
    private(set) var request: ApprovalRequest?
    private let zone: BusinessZone

    /// What the walks of a world are to meet often.
    enum Kind {
        case anything
        /// One step of a body that hands it up, to a body or to people with or without a time of their own.
        case handedUp
    }

    init(_ dice: inout SeededGenerator, _ kind: Kind = .anything) async throws {
        let store = try Store(inMemory: clock.clock)
        zone = try #require(BusinessZone("Asia/Shanghai"))
        records = try RecordStore(
            store, RecordCatalog([.spend, .committee]), currency: .cny, metrics: { _ in false }, regions: { _ in false }
        )
        accounts = AccountStore(store, hasher: PasswordHasher(cost: .least))
        var authors: [RecordAuthor] = []
        for (place, roles) in Self.roles.enumerated() {
            let account = try await accounts.add(
                AccountDraft(name: "person \(place)", roles: roles), password: "correct horse 9", by: .commandLine)
            authors.append(RecordAuthor(account))
        }
        self.authors = authors
        var committees = (0..<3).map { ApprovalModel.Committee.random($0, &dice) }
        if Bool.random(using: &dice) { committees[0].above = 1 }
        if Bool.random(using: &dice) { committees[1].above = 2 }
        var steps = (0..<Int.random(in: 1...3, using: &dice)).map { _ in ApprovalModel.Step.random(&dice) }
        if kind == .handedUp {
            committees[0].hours = 24
            committees[0].above = Bool.random(using: &dice) ? 1 : 2
            let called: ApprovalModel.People? = [nil, nil, .role(.executive)].randomElement(using: &dice) ?? nil
            steps = [ApprovalModel.Step(people: .committee(0), escalation: called)]
        }
        model = ApprovalModel(
            people: Self.roles.map { ApprovalModel.Person(roles: $0) }, committees: committees, steps: steps,
            asker: Int.random(in: 0...1, using: &dice))
        var ids: [Int64] = []
        for _ in committees {
            ids.append(try await records.create(.committee, ["title": .text("机构")], by: .commandLine).id)
        }
        let bodies = Self.bodies(committees, ids, authors)
        approvals = ApprovalStore(records, zone: zone, bodies: ApprovalBodies { _, _, _ in bodies })
        let route = steps.enumerated().map { place, step in
            ApprovalStep(
                Text(verbatim: "step \(place)"), Self.people(step.people, ids, authors), step.rule, hours: step.hours,
                escalation: step.escalation.map { Self.people($0, ids, authors) })
        }
        record = try await records.create(
            .spend, ["title": .text("物料"), "amount": .whole(100)], by: authors[model.asker])
        try await approvals.add(ApprovalRouteDraft("route", route), of: .spend, by: .commandLine)
    }

    private static func id(_ authors: [RecordAuthor], _ place: Int) -> Int64 { authors[place].account?.id ?? 0 }

    private static func people(_ people: ApprovalModel.People, _ bodies: [Int64], _ authors: [RecordAuthor])
        -> ApprovalPeople
    {
        switch people {
        case .list(let list): .accounts(list.map { id(authors, $0) })
        case .role(let role): .role(role)
        case .roles(let roles): .roles(roles)
        case .committee(let place): .body(bodies[place])
        }
    }

    private static func bodies(_ committees: [ApprovalModel.Committee], _ ids: [Int64], _ authors: [RecordAuthor])
        -> [ApprovalBody]
    {
        zip(committees, ids).map { committee, own in
            ApprovalBody(
                id: own, code: "COM", name: "机构", rule: committee.rule, quorum: committee.quorum,
                hours: committee.hours, escalatesTo: committee.above.map { ids[$0] },
                seats: committee.seats.enumerated().map { place, seat in
                    ApprovalBody.Seat(
                        "seat \(place)", member: seat.member.map { id(authors, $0) },
                        deputy: seat.deputy.map { id(authors, $0) }, function: seat.function, chair: seat.isChair)
                })
        }
    }

    // MARK: Acts: whether the engine allowed it, and whether the model did

    func act(_ dice: inout SeededGenerator) async throws -> (did: Bool, should: Bool, what: String) {
        // Mostly somebody who is waited for, or a walk would hardly get anywhere.
        let waiting = authors.indices.filter(model.waits)
        let anybody = Int.random(in: 0..<8, using: &dice)
        let person = Bool.random(using: &dice) ? waiting.randomElement(using: &dice) ?? anybody : anybody
        let other = Int.random(in: 0..<8, using: &dice)
        switch Int.random(in: 0..<25, using: &dice) {
        case 0..<9: return try await decide(person, .approve, "")
        case 9: return try await decide(person, .reject, ["", "因为"].randomElement(using: &dice) ?? "")
        case 10: return try await decide(person, .return, ["", "请改"].randomElement(using: &dice) ?? "")
        case 18: return try await decide(person, .handedOver, "转交")
        case 11: return try await handOver(person, to: other)
        case 12: return try await withdraw(Bool.random(using: &dice) ? model.asker : person)
        case 13: return try await edit(Int64.random(in: 1...1_000_000_000, using: &dice))
        case 14 where person != model.asker && person != 6: return try await depart(person)
        case 15: return try await sendAway(person, standIn: other, &dice)
        case 17: return try await comeBack(person, &dice)
        case 16: return try await ask()
        case 19..<21:
            // To the very hour at which the time is over.
            return try await wait(hours: model.due.map { max(1, $0 - model.hour) } ?? 1)
        default: return try await wait(hours: Int.random(in: 1...60, using: &dice))
        }
    }

    func ask() async throws -> (Bool, Bool, String) {
        let should = model.ask()
        let did = await allowed {
            request = try await approvals.request(
                "approve", of: record, from: record.version, note: "", by: authors[model.asker])
        }
        return (did, should, "ask")
    }

    private func decide(_ person: Int, _ decision: ApprovalDecision, _ text: String) async throws -> (
        Bool, Bool, String
    ) {
        guard let request else { return (false, false, "") }
        let should = model.decide(person, decision, hasText: !text.isEmpty)
        let did = await allowed {
            try await approvals.decide(request.id, decision, text: text, by: authors[person])
        }
        return (did, should, "\(person) \(decision) \(text)")
    }

    private func handOver(_ person: Int, to other: Int) async throws -> (Bool, Bool, String) {
        guard let request else { return (false, false, "") }
        let should = model.handOver(person, to: other)
        let did = await allowed {
            try await approvals.handOver(request.id, to: Self.id(authors, other), by: authors[person])
        }
        return (did, should, "\(person) hands over to \(other)")
    }

    private func withdraw(_ person: Int) async throws -> (Bool, Bool, String) {
        guard let request else { return (false, false, "") }
        let should = model.withdraw(person)
        let did = await allowed { try await approvals.withdraw(request.id, by: authors[person]) }
        return (did, should, "\(person) withdraws")
    }

    private func edit(_ amount: Int64) async throws -> (Bool, Bool, String) {
        let should = model.edit()
        let did = await allowed {
            try await records.change(
                record, from: record.version, ["amount": .whole(amount)], by: authors[model.asker])
        }
        record = try await records.find(.spend, number: record.number, for: .system)
        return (did, should, "edit")
    }

    private func depart(_ person: Int) async throws -> (Bool, Bool, String) {
        model.people[person].isThere = false
        try await accounts.disable(Self.id(authors, person), by: .commandLine)
        return (true, true, "\(person) departs")
    }

    /// Before anything is asked for: absences that cross each other, so that stand-ins have stand-ins.
    func sendSomeAway(_ dice: inout SeededGenerator) async throws -> [(did: Bool, should: Bool, what: String)] {
        var acts: [(did: Bool, should: Bool, what: String)] = []
        for _ in 0..<Int.random(in: 0...9, using: &dice) {
            let (person, other) = (Int.random(in: 0..<8, using: &dice), Int.random(in: 0..<8, using: &dice))
            acts.append(try await sendAway(person, standIn: other, &dice))
        }
        return acts
    }

    private func sendAway(_ person: Int, standIn other: Int, _ dice: inout SeededGenerator) async throws -> (
        Bool, Bool, String
    ) {
        let first = model.today + Int.random(in: 0...2, using: &dice)
        let last = first + ([-1, 0, 1, 3, 400, 400].randomElement(using: &dice) ?? 400)
        return try await sendAway(person, standIn: other, first, last)
    }

    func sendAway(_ person: Int, standIn other: Int, _ first: Int, _ last: Int) async throws -> (Bool, Bool, String) {
        guard let account = authors[person].account else { return (false, false, "") }
        let should = model.sendAway(person, standIn: other, first, last)
        let did = await allowed {
            try await approvals.delegate(from: account, to: Self.id(authors, other), origin + first, origin + last)
        }
        return (did, should, "\(person) is away \(first)…\(last), \(other) stands in")
    }

    func comeBack(_ person: Int, _ dice: inout SeededGenerator) async throws -> (Bool, Bool, String) {
        guard let account = authors[person].account,
            let first = model.people[person].absences.keys.sorted().randomElement(using: &dice)
        else { return (true, true, "") }
        model.comeBack(person, first)
        try await approvals.endAbsence(of: account, from: origin + first)
        return (true, true, "\(person) is back")
    }

    /// The day on which the walk begins.
    private var origin: Day { zone.day(of: Instant(seconds: 1_800_000_000)) }

    func wait(hours: Int) async throws -> (Bool, Bool, String) {
        model.pass(hours: hours)
        clock.advance(by: .seconds(hours * 3_600))
        try await approvals.tick()
        return (true, true, "\(hours) hours")
    }

    /// Whose place would come to somebody else today than the model says; `nil` where both agree.
    func standInDifference() async throws -> String? {
        try await records.store.read { [approvals, authors, model] db in
            let asker = Self.id(authors, model.asker)
            for (place, author) in authors.enumerated() where place != model.asker {
                let id = author.account?.id ?? 0
                let stand = try approvals.standIn(db, for: id, RecordType.spend.resource, requester: asker)
                let should = model.standsIn(for: place).map { Self.id(authors, $0) }
                if stand != should { return "on day \(model.today) for \(place): \(stand ?? 0), model \(should ?? 0)" }
            }
            return nil
        }
    }

    private func allowed(_ work: () async throws -> some Any) async -> Bool {
        do {
            _ = try await work()
            return true
        } catch is any Problem { return false } catch {
            Issue.record(error)
            return false
        }
    }

    // MARK: Comparing

    /// What of the engine's state is not the model's; `nil` where both agree.
    func difference() async throws -> String? {
        guard let request else { return nil }
        let now = try await records.store.read { [approvals] in try approvals.require($0, request.id) }
        let isActive = try await records.find(.spend, number: record.number, for: .system).state == "active"
        if now.state != model.state { return "state \(now.state), model \(model.state)" }
        if isActive != (model.state == .approved) { return "the record is active: \(isActive)" }
        guard now.state == .open else { return nil }
        if now.step != model.step { return "step \(now.step), model \(model.step)" }
        if now.isEscalated != model.isEscalated { return "escalated: \(now.isEscalated)" }
        let due = now.dueAt.map { Int($0.seconds - 1_800_000_000) / 3_600 }
        if due != model.due { return "due \(String(describing: due)), model \(String(describing: model.due))" }
        let waits = authors.indices.filter { now.waits(for: Self.id(authors, $0)) }
        let should = authors.indices.filter(model.waits)
        if waits != should { return "waits for \(waits), model \(should)" }
        return now.waits(for: Self.id(authors, model.asker)) ? "waits for the requester" : nil
    }
}

extension RecordType {
    /// Something that bodies of a test are records of.
    static let committee = RecordType(
        "committee", Text(zh: "机构", en: "Committee"), prefix: "COM", rows: ["S-05"],
        meaning: Text(zh: "一个机构。", en: "A committee."), fields: [])
}

extension ApprovalModel.Step {
    static func random(_ dice: inout SeededGenerator) -> Self {
        let rule = [ApprovalRule.all, .any, .atLeast(2)].randomElement(using: &dice) ?? .all
        let hours = [nil, 24, 48].randomElement(using: &dice) ?? nil
        let escalation: ApprovalModel.People? =
            [nil, .role(.executive), .committee(2)].randomElement(using: &dice) ?? nil
        let people: ApprovalModel.People =
            [.list([1, 5, 3]), .role(.finance), .role(.executive), .committee(0), .committee(0), .committee(1)]
            .randomElement(using: &dice) ?? .role(.finance)
        if Int.random(in: 0..<6, using: &dice) == 0 {
            return Self(
                people: .roles([.finance, .executive, .analyst]), rule: .each, hours: hours, escalation: escalation)
        }
        return Self(people: people, rule: rule, hours: hours, escalation: escalation)
    }
}

extension ApprovalModel.Committee {
    static func random(_ place: Int, _ dice: inout SeededGenerator) -> Self {
        let functions = ["marketing", "sales", "finance"]
        // Mostly different people, sometimes one in two seats.
        var people = Array(0..<8).shuffled(using: &dice)
        if Int.random(in: 0..<4, using: &dice) == 0 { people[1] = people[0] }
        let seats = (0..<Int.random(in: 2...5, using: &dice)).map { seat in
            Seat(
                member: Int.random(in: 0..<8, using: &dice) == 0 ? nil : people[seat],
                deputy: Int.random(in: 0..<3, using: &dice) == 0 ? Int.random(in: 0..<8, using: &dice) : nil,
                function: functions.randomElement(using: &dice) ?? "sales", isChair: seat == 0)
        }
        return Self(
            seats: seats, quorum: [nil, 0.3, 0.5, 0.66, 0.75, 1.0].randomElement(using: &dice) ?? nil,
            rule: ApprovalBody.Rule.allCases.randomElement(using: &dice) ?? .majority,
            hours: [nil, 24, 72].randomElement(using: &dice) ?? nil)
    }
}
