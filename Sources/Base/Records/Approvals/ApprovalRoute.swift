package import Kernel

/// Who has to agree before a record may make a move: steps one after the other, in each several people at once. Routes are
/// data; of those that fit a record, the first counts.
package struct ApprovalRoute: Sendable, Identifiable, Hashable {
    package let id: Int64
    package let type: String
    package let name: String
    package let condition: Condition?
    package let steps: [ApprovalStep]
    package let isActive: Bool
    /// Grows by one with every change; requests keep the version by which they were sent.
    package let version: Int64

    /// A field that must lie within bounds, both ends included: amounts in the smallest unit, shares 0…1.
    package struct Condition: Sendable, Hashable, Codable {
        package var field: String
        package var atLeast: Double?
        package var atMost: Double?
        /// For choices: one of these codes.
        package var anyOf: [String]?

        package init(_ field: String, atLeast: Double? = nil, atMost: Double? = nil, anyOf: [String]? = nil) {
            self.field = field
            self.atLeast = atLeast
            self.atMost = atMost
            self.anyOf = anyOf
        }

        func holds(_ value: RecordValue?) -> Bool {
            switch value {
            case .text(let code): anyOf?.contains(code) ?? false
            case .whole(let number): isWithin(Double(number))
            case .number(let number): isWithin(number)
            default: false
            }
        }

        private func isWithin(_ number: Double) -> Bool {
            anyOf == nil && number >= atLeast ?? -.infinity && number <= atMost ?? .infinity
        }
    }

    func fits(_ record: Record, _ facts: RecordValues) -> Bool {
        isActive && condition.map { $0.holds(record[$0.field] ?? facts[$0.field]) } ?? true
    }
}

/// One step of a route: its people, how many of them must agree, and how long they have.
package struct ApprovalStep: Sendable, Hashable, Codable {
    package var name: Text
    package var people: ApprovalPeople
    /// For a governance body its own rule of decision and quorum count instead.
    package var rule: ApprovalRule
    /// Hours from the opening of the step until it is overdue; for a body without them, its own time counts.
    package var hours: Int?
    /// Who may decide as well once it is overdue.
    package var escalation: ApprovalPeople?

    package init(
        _ name: Text, _ people: ApprovalPeople, _ rule: ApprovalRule = .all, hours: Int? = nil,
        escalation: ApprovalPeople? = nil
    ) {
        self.name = name
        self.people = people
        self.rule = rule
        self.hours = hours
        self.escalation = escalation
    }
}

package enum ApprovalPeople: Sendable, Hashable, Codable {
    case accounts([Int64])
    /// Everybody with the role.
    case role(Role)
    /// Everybody with one of the roles, side by side: marketing, sales and finance.
    case roles([Role])
    /// The members of a governance body, by its record: who sits there when the step opens.
    case body(Int64)
}

/// How many of a step's people must agree. One who rejects or returns ends the request, whatever the rule.
package enum ApprovalRule: Sendable, Hashable, Codable {
    case all
    case any
    /// That many, or all where there are fewer.
    case atLeast(Int)
    /// Somebody of every role: only for several roles.
    case each

    func needed(of seats: Int) -> Int {
        switch self {
        case .all, .each: seats
        case .any: min(1, seats)
        case .atLeast(let count): min(max(1, count), seats)
        }
    }
}

/// What an administrator writes of a route.
package struct ApprovalRouteDraft: Sendable, Hashable {
    package var name: String
    package var condition: ApprovalRoute.Condition?
    package var steps: [ApprovalStep]
    package var isActive: Bool

    package init(
        _ name: String, when condition: ApprovalRoute.Condition? = nil, _ steps: [ApprovalStep], active: Bool = true
    ) {
        self.name = name
        self.condition = condition
        self.steps = steps
        isActive = active
    }
}

/// What a route said once, and who changed it.
package struct ApprovalRouteVersion: Sendable, Identifiable {
    package var id: Int64 { version }
    package let version: Int64
    package let draft: ApprovalRouteDraft
    package let author: String
    /// `nil` for what came with the program.
    package let at: Instant?
}
