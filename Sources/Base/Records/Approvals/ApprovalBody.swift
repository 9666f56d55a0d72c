package import GRDB
package import Kernel

/// A committee that decides as one: its seats, how many must take part, and by which rule (S-05).
package struct ApprovalBody: Sendable, Identifiable {
    /// The record that declares it.
    package let id: Int64
    package let code: String
    package let name: String
    package let rule: Rule
    /// The least part of the seats that must take part, 0…1; more than half where nothing is said.
    package let quorum: Double?
    /// How often it meets, for people.
    package let cadence: Text?
    /// How long it has for a decision; nothing is overdue without it.
    package let hours: Int?
    /// The body that decides where this one does not.
    package let escalatesTo: Int64?
    /// Those with a vote, today.
    package let seats: [Seat]

    package init(
        id: Int64, code: String, name: String, rule: Rule, quorum: Double?, cadence: Text? = nil, hours: Int? = nil,
        escalatesTo: Int64? = nil, seats: [Seat]
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.rule = rule
        self.quorum = quorum
        self.cadence = cadence
        self.hours = hours
        self.escalatesTo = escalatesTo
        self.seats = seats
    }

    package struct Seat: Sendable, Hashable {
        package let name: String
        /// `nil`: the seat is vacant.
        package let member: Int64?
        /// Votes when the member is away or gone.
        package let deputy: Int64?
        /// What the seat speaks for, such as a department.
        package let function: String
        package let isChair: Bool

        package init(_ name: String, member: Int64?, deputy: Int64? = nil, function: String, chair: Bool = false) {
            self.name = name
            self.member = member
            self.deputy = deputy
            self.function = function
            isChair = chair
        }
    }

    package enum Rule: String, Sendable, CaseIterable {
        case unanimous, majority
        case twoThirds = "two_thirds"
        case chair
        /// Every function must pass.
        case eachFunction = "each_function"

        package var name: Text {
            switch self {
            case .unanimous: Text(zh: "全体同意", en: "All agree")
            case .majority: Text(zh: "过半数同意", en: "Majority")
            case .twoThirds: Text(zh: "三分之二同意", en: "Two thirds")
            case .chair: Text(zh: "召集人决定", en: "The chair decides")
            case .eachFunction: Text(zh: "各职能均须通过", en: "Every function must pass")
            }
        }
    }

    /// How many of so many seats must take part. A share that is a hair above a whole number means that number.
    package func quorumCount(of seats: Int) -> Int {
        guard let quorum else { return seats / 2 + 1 }
        return max(1, Int((quorum * Double(seats) - 1e-9).rounded(.up)))
    }
}

/// Where governance bodies come from: they are declared records of the rooms above.
package struct ApprovalBodies: Sendable {
    /// All that may decide today, retired ones left out.
    package let all: @Sendable (Database, RecordStore, Day) throws -> [ApprovalBody]

    package init(_ all: @escaping @Sendable (Database, RecordStore, Day) throws -> [ApprovalBody]) { self.all = all }

    package static let none = ApprovalBodies { _, _, _ in [] }
}
