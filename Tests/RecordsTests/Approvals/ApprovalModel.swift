import Records

/// Approvals once more, as plainly as they can be said: people are places in a list, a committee is counted by trying every
/// way in which the votes may still come out. Nothing of the engine takes part but its words for rules and decisions.
struct ApprovalModel {
    struct Person {
        let roles: Set<Role>
        var isThere = true
        /// Who stands in from which day to which, by the first day.
        var absences: [Int: (last: Int, other: Int)] = [:]
        var mayDecide: Bool { isThere && !roles.subtracting([.administrator]).isEmpty }
    }

    enum People {
        case list([Int])
        case role(Role)
        case roles([Role])
        case committee(Int)
    }

    struct Step {
        var people: People
        var rule: ApprovalRule = .all
        var hours: Int?
        var escalation: People?
    }

    struct Committee {
        struct Seat {
            var member: Int?
            var deputy: Int?
            var function: String
            var isChair: Bool
        }
        var seats: [Seat]
        var quorum: Double?
        var rule: ApprovalBody.Rule
        var hours: Int?
        var above: Int?
    }

    struct Voter {
        var person: Int
        var functions: Set<String> = []
        var isChair = false
        /// Called in by escalation.
        var isCalled = false
        var said: ApprovalDecision?
    }

    struct Vote {
        let committee: Committee
        let quorum: Int
        let isCalled: Bool
    }

    enum Standing: Equatable {
        case open, passed, stuck
        case failed(ApprovalRequest.State)
    }

    var people: [Person]
    let committees: [Committee]
    let steps: [Step]
    let asker: Int
    var state: ApprovalRequest.State = .withdrawn
    var step = 0
    var voters: [Voter] = []
    var votes: [Vote] = []
    var isEscalated = false
    var due: Int?
    /// Since the walk began, at four in the afternoon.
    var hour = 0
    var today: Int { (hour + 16) / 24 }

    /// Of several absences that hold, the one that began last counts.
    func standIn(_ person: Int, on day: Int) -> Int? {
        people[person].absences.filter { $0.key <= day && day <= $0.value.last }.max { $0.key < $1.key }?.value.other
    }

    func waits(for person: Int) -> Bool {
        state == .open && people[person].isThere && voters.contains { $0.person == person && $0.said == nil }
    }

    // MARK: Acts; each says whether it is allowed

    mutating func ask() -> Bool {
        if state == .open || state == .approved { return false }
        if steps.contains(where: { seating($0.people) == nil }) { return false }
        state = .open
        open(0)
        return true
    }

    mutating func decide(_ person: Int, _ decision: ApprovalDecision, hasText: Bool) -> Bool {
        guard person != asker, waits(for: person), hasText || decision == .approve, decision != .handedOver else {
            return false
        }
        for place in voters.indices where voters[place].person == person && voters[place].said == nil {
            voters[place].said = decision
        }
        settle(isOver: false)
        return true
    }

    mutating func handOver(_ person: Int, to other: Int) -> Bool {
        guard person != asker, waits(for: person), other != asker, people[other].mayDecide,
            !voters.contains(where: { $0.person == other })
        else { return false }
        for place in voters.indices where voters[place].person == person && voters[place].said == nil {
            var next = voters[place]
            next.person = other
            voters[place].said = .handedOver
            voters.append(next)
        }
        return true
    }

    mutating func withdraw(_ person: Int) -> Bool {
        guard person == asker, state == .open else { return false }
        state = .withdrawn
        return true
    }

    mutating func edit() -> Bool {
        if state == .approved { return false }
        if state == .open { state = .voided }
        return true
    }

    mutating func sendAway(_ person: Int, standIn other: Int, _ first: Int, _ last: Int) -> Bool {
        guard person != other, last >= first, people[other].mayDecide else { return false }
        if (first...last).contains(where: { leads(from: other, to: person, on: $0) }) { return false }
        people[person].absences[first] = (last, other)
        return true
    }

    /// Whether somebody's place would come to somebody else on that day, over any absences.
    private func leads(from one: Int, to end: Int, on day: Int) -> Bool {
        var seen: Set<Int> = []
        var open = [one]
        while let next = open.popLast() {
            if next == end { return true }
            guard seen.insert(next).inserted else { continue }
            open += people[next].absences.filter { $0.key <= day && day <= $0.value.last }.map(\.value.other)
        }
        return false
    }

    mutating func comeBack(_ person: Int, _ first: Int) { people[person].absences[first] = nil }

    mutating func pass(hours: Int) {
        hour += hours
        guard state == .open else { return }
        let isOver = due.map { $0 <= hour } ?? false
        let before = step
        settle(isOver: isOver)
        guard state == .open, step == before, !isEscalated, isOver || standing(isOver) == .stuck else { return }
        escalate()
    }

    // MARK: Steps

    private mutating func settle(isOver: Bool) {
        switch standing(isOver) {
        case .open, .stuck: break
        case .failed(let end): state = end
        case .passed where step + 1 < steps.count: open(step + 1)
        case .passed: state = .approved
        }
    }

    private mutating func open(_ place: Int) {
        (step, isEscalated, due, voters, votes) = (place, false, nil, [], [])
        guard let seated = seating(steps[place].people) else { return escalate() }
        voters = seated.voters
        votes = seated.vote.map { [Vote(committee: $0.committee, quorum: $0.quorum, isCalled: false)] } ?? []
        due = (steps[place].hours ?? votes.first?.committee.hours).map { hour + $0 }
    }

    private mutating func escalate() {
        isEscalated = true
        var called = steps[step].escalation
        if called == nil, case .committee(let own) = steps[step].people {
            called = committees[own].above.map(People.committee)
        }
        isEscalated = false
        if called == nil, standing(true) == .stuck { called = .role(.executive) }
        isEscalated = true
        guard let called, let seated = seating(called) else { return }
        let there = Set(voters.map(\.person))
        for voter in seated.voters where seated.vote != nil || !there.contains(voter.person) {
            var voter = voter
            voter.isCalled = true
            voters.append(voter)
        }
        guard let vote = seated.vote else { return }
        votes.append(Vote(committee: vote.committee, quorum: vote.quorum, isCalled: true))
        if let hours = vote.committee.hours { due = hour + hours }
    }

    // MARK: Who sits

    private func seating(_ who: People) -> (voters: [Voter], vote: (committee: Committee, quorum: Int)?)? {
        var voters: [Voter] = []
        switch who {
        case .committee(let place): return seating(committees[place])
        case .list(let list): for one in list { sit(one, nil, &voters) }
        case .role(let role):
            for one in people.indices where people[one].roles.contains(role) { sit(one, nil, &voters) }
        case .roles(let roles):
            for role in roles {
                for one in people.indices where people[one].roles.contains(role) { sit(one, role.rawValue, &voters) }
            }
            if roles.contains(where: { role in !voters.contains { $0.functions.contains(role.rawValue) } }) {
                return nil
            }
        }
        return voters.isEmpty ? nil : (voters, nil)
    }

    private func sit(_ one: Int, _ function: String?, _ voters: inout [Voter]) {
        guard one != asker, people[one].mayDecide else { return }
        let person = standsIn(for: one) ?? one
        let functions: Set<String> = function.map { [$0] } ?? []
        if let place = voters.firstIndex(where: { $0.person == person }) {
            voters[place].functions.formUnion(functions)
        } else {
            voters.append(Voter(person: person, functions: functions))
        }
    }

    func standsIn(for person: Int) -> Int? {
        var last: Int?
        var next = standIn(person, on: today)
        while let one = next, one != asker, people[one].mayDecide, one != person {
            last = one
            next = standIn(one, on: today)
        }
        return last
    }

    private func seating(_ committee: Committee) -> (voters: [Voter], vote: (committee: Committee, quorum: Int)?)? {
        let seats = committee.seats.filter { $0.member != asker }
        var holders: [Int?] = Array(repeating: nil, count: seats.count)
        func isFree(_ one: Int) -> Bool { one != asker && people[one].mayDecide && !holders.contains(one) }
        for (place, seat) in seats.enumerated() {
            if let member = seat.member, isFree(member), standsIn(for: member) == nil { holders[place] = member }
        }
        for (place, seat) in seats.enumerated() where holders[place] == nil {
            let others = [seat.member.flatMap(standsIn), seat.deputy, seat.member]
            holders[place] = others.compactMap { $0 }.first(where: isFree)
        }
        var quorum = 1
        if let share = committee.quorum {
            while Double(quorum) < share * Double(seats.count) - 1e-6 { quorum += 1 }
        } else {
            while quorum * 2 <= seats.count { quorum += 1 }
        }
        let voters = zip(seats, holders).compactMap { seat, holder in
            holder.map { Voter(person: $0, functions: [seat.function], isChair: seat.isChair) }
        }
        if voters.count < quorum { return nil }
        if committee.rule == .chair, !voters.contains(where: \.isChair) { return nil }
        if committee.rule == .eachFunction,
            seats.contains(where: { seat in !voters.contains { $0.functions == [seat.function] } })
        {
            return nil
        }
        return (voters, (committee, quorum))
    }

    // MARK: Counting

    private func standing(_ isOver: Bool) -> Standing {
        let called = voters.filter(\.isCalled)
        if let vote = votes.first(where: \.isCalled) {
            switch count(vote, called, isOver) {
            case .passed: return .passed
            case .failed(let end): return .failed(end)
            default: break
            }
        } else {
            if called.contains(where: { $0.said == .approve }) { return .passed }
            if called.contains(where: { $0.said == .reject }) { return .failed(.rejected) }
            if called.contains(where: { $0.said == .return }) { return .failed(.returned) }
        }
        let own = voters.filter { !$0.isCalled }
        if let vote = votes.first(where: { !$0.isCalled }) { return count(vote, own, isOver && !isEscalated) }
        return joint(own.filter { $0.said != .handedOver }, steps[step].rule)
    }

    /// People side by side. What is still possible is tried, too: everybody who is there says yes.
    private func joint(_ voters: [Voter], _ rule: ApprovalRule) -> Standing {
        if voters.contains(where: { $0.said == .reject }) { return .failed(.rejected) }
        if voters.contains(where: { $0.said == .return }) { return .failed(.returned) }
        let living = voters.filter { $0.said != nil || people[$0.person].isThere }
        func isEnough(_ yes: [Voter]) -> Bool {
            if yes.isEmpty { return false }
            return switch rule {
            case .any: true
            case .all: yes.count == living.count
            case .atLeast(let least): yes.count >= min(max(least, 1), living.count)
            case .each:
                voters.reduce(into: Set<String>()) { $0.formUnion($1.functions) }
                    .isSubset(of: yes.reduce(into: Set<String>()) { $0.formUnion($1.functions) })
            }
        }
        if isEnough(living.filter { $0.said == .approve }) { return .passed }
        return isEnough(living) ? .open : .stuck
    }

    /// Every way in which those who have not spoken may still vote yes, no, or not at all.
    private func count(_ vote: Vote, _ voters: [Voter], _ isOver: Bool) -> Standing {
        let voters = voters.filter { $0.said != .handedOver }
        let silent = isOver ? [] : voters.indices.filter { voters[$0].said == nil && people[voters[$0].person].isThere }
        var ends: [Bool] = []
        for way in 0..<Int(pow3(silent.count)) {
            var final: [(voter: Voter, yes: Bool)] = voters.compactMap { one in
                one.said.map { (one, $0 == .approve) }
            }
            var rest = way
            for place in silent {
                if rest % 3 < 2 { final.append((voters[place], rest % 3 == 0)) }
                rest /= 3
            }
            if let end = verdict(vote, voters, final) { ends.append(end) }
        }
        if ends.isEmpty { return .stuck }
        let cast = voters.filter { $0.said != nil }
        if cast.count >= vote.quorum, verdict(vote, voters, cast.map { ($0, $0.said == .approve) }) ?? false,
            ends.allSatisfy({ $0 })
        {
            return .passed
        }
        if ends.contains(true) { return .open }
        let returned = cast.filter { $0.said == .return }.count
        let rejected = cast.filter { $0.said == .reject }.count
        return .failed(returned >= rejected ? .returned : .rejected)
    }

    /// `nil`: no quorum, or somebody without whom it cannot be decided has not spoken.
    private func verdict(_ vote: Vote, _ all: [Voter], _ final: [(voter: Voter, yes: Bool)]) -> Bool? {
        if final.count < vote.quorum { return nil }
        let yes = final.filter(\.yes).count
        switch vote.committee.rule {
        case .unanimous: return yes == final.count
        case .majority: return Double(yes) > Double(final.count) / 2
        case .twoThirds: return yes * 3 >= final.count * 2
        case .chair: return final.first { $0.voter.isChair }?.yes
        case .eachFunction:
            for function in Set(all.flatMap(\.functions)) {
                let own = final.filter { $0.voter.functions == [function] }
                if own.isEmpty { return nil }
                if own.filter(\.yes).count * 2 <= own.count { return false }
            }
            return true
        }
    }

    private func pow3(_ count: Int) -> Int { (0..<count).reduce(1) { product, _ in product * 3 } }
}
