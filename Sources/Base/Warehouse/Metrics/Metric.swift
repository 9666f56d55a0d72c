package import Kernel

/// One definition of one number. Every page, alert, goal, review and export computes it from here (DA-04, KP-01).
package struct Metric: Sendable, Identifiable, Hashable {
    package let id: String
    package let name: Text
    /// What it says and what is left out, in one or two sentences.
    package let meaning: Text
    package let family: MetricFamily
    package let unit: MetricUnit
    package let direction: MetricDirection
    package let owner: MetricOwner
    package let formula: Formula
    /// What lies behind a value: where a reader who doubts it ends.
    package let behind: Behind

    package enum Behind: String, Sendable, Codable {
        case orders, buyers, newCustomers, none
    }

    init(
        _ id: String, _ name: Text, _ family: MetricFamily, _ unit: MetricUnit,
        _ direction: MetricDirection = .higherIsBetter, owner: MetricOwner, behind: Behind = .none, _ formula: Formula,
        meaning: Text
    ) {
        self.id = id
        self.name = name
        self.meaning = meaning
        self.family = family
        self.unit = unit
        self.direction = direction
        self.owner = owner
        self.formula = formula
        self.behind = behind
    }

    /// The dimensions by which it can be split or filtered: those that all its parts offer.
    package var dimensions: [Dimension] { Dimension.allCases.filter { offers([$0]) } }

    /// Whether each of its parts can be had by all these dimensions at once.
    package func offers(_ dimensions: some Collection<Dimension>) -> Bool {
        formula.measures.allSatisfy { RollUp.answering($0, offering: dimensions) != nil }
    }

    /// The roll-ups that answer when nothing is split.
    package var rollUps: [RollUp] {
        var seen = Set<String>()
        return formula.measures.compactMap { RollUp.answering($0, offering: []) }.filter { seen.insert($0.id).inserted }
    }

    /// The canonical tables it is computed from.
    package var sources: [CanonicalTable] {
        var seen = Set<String>()
        return rollUps.flatMap { $0.facts + $0.lookups }.filter { seen.insert($0.id).inserted }
    }

    package static func == (left: Metric, right: Metric) -> Bool { left.id == right.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
