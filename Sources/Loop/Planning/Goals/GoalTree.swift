import Kernel
package import Records

/// Goals with their children below them, in the order of the days they begin. A parent that the reader may not see makes the
/// child a root of its own; nothing is lost.
package struct GoalTree: Sendable {
    package let goals: [Int64: Goal]
    package let roots: [Goal]
    private let below: [Int64: [Goal]]

    package init(_ goals: [Goal]) {
        let known = Dictionary(goals.map { ($0.id, $0) }) { first, _ in first }
        let sorted = goals.sorted(by: Self.precedes)
        self.goals = known
        below = Dictionary(grouping: sorted.filter { $0.parent != nil }) { $0.parent ?? 0 }
        roots = sorted.filter { goal in goal.parent.map { known[$0] == nil } ?? true }
    }

    package func children(of goal: Goal) -> [Goal] { below[goal.id] ?? [] }

    /// How many goals stand below, on all levels.
    package func descendants(of goal: Goal) -> Int {
        children(of: goal).reduce(0) { $0 + 1 + descendants(of: $1) }
    }

    /// The goals above, the highest first.
    package func ancestors(of goal: Goal) -> [Goal] {
        guard let parent = goal.parent.flatMap({ goals[$0] }) else { return [] }
        return ancestors(of: parent) + [parent]
    }

    private static func precedes(_ left: Goal, _ right: Goal) -> Bool {
        let first = (left.days?.start ?? Day(daysSince1970: .max), left.days?.end ?? Day(daysSince1970: .max))
        let second = (right.days?.start ?? Day(daysSince1970: .max), right.days?.end ?? Day(daysSince1970: .max))
        if first.0 != second.0 { return first.0 < second.0 }
        // Of goals that begin together the longer one comes first: the year before its quarters.
        if first.1 != second.1 { return first.1 > second.1 }
        return left.record.number < right.record.number
    }
}

extension RecordStore {
    /// All goals that a reader may see and that were not archived.
    package func goals(for reader: RecordAuthor) async throws -> [Goal] {
        let slice = try await list(.goal, RecordQuery(), limit: 100_000, for: reader)
        return slice.records.map { Goal($0, currency: currency) }
    }
}
