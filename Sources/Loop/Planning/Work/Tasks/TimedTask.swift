package import Kernel

/// When a task is planned, when it is to be expected, and how much room it has.
package struct TimedTask: Sendable, Identifiable {
    package var id: Int64 { task.number }
    package let task: WorkTask
    /// How deep it lies in the tree.
    package let depth: Int
    package let isGroup: Bool
    /// First and last day as planned; the same day for a milestone.
    package let starts: Day
    package let ends: Day
    /// First and last day with what has happened until today.
    package let expectedStart: Day
    package let expectedEnd: Day
    /// Working days that it may wait without moving the plan's end, and without moving another task.
    package let float: Int
    package let freeFloat: Int
    package let isCritical: Bool
    /// Working days by which it is expected later than planned; negative: earlier.
    package let slip: Int
    /// 0…1; of a group, weighted by duration.
    package let progress: Double

    package var isLate: Bool { slip > 0 }
}
