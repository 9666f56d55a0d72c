/// When everything begins at the earliest and at the latest, in working days from the origin.
package struct NetworkSchedule: Sendable {
    /// Earliest starts.
    package let start: [Int]
    /// Latest starts that do not move the end.
    package let latest: [Int]
    /// How long each may wait without moving the start of another, or the end.
    package let free: [Int]
    package let durations: [Int]
    /// The first day after everything.
    package let end: Int
    /// A topological order.
    package let order: [Int]

    /// How long each may wait without moving the end.
    package func float(_ activity: Int) -> Int { latest[activity] - start[activity] }
    package func isCritical(_ activity: Int) -> Bool { float(activity) <= 0 }
}
