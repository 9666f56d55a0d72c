package import Kernel

/// A task as schedules and pages need it.
package struct WorkTask: Sendable, Identifiable {
    package var id: Int64 { number }
    package let record: Int64
    package let number: Int64
    package let version: Int64
    package let plan: Int64
    /// The number of the task that it is part of.
    package let parent: Int64?
    package let title: String
    package let owner: Int64?
    package let ownerName: String
    package let department: String?
    /// Working days; 0 for a milestone.
    package let days: Int
    package var release: Day?
    package let follows: [Dependency]
    /// Pieces of `follows` that say nothing.
    package let unread: [String]
    /// Part of the owner's day.
    package let load: Double
    package let progress: Double
    package let began: Day?
    package let finished: Day?
    /// `planned`, `running`, `done`.
    package let state: String
    package let gate: WorkGate?

    package var code: String { "TASK-\(number)" }
    package var isMilestone: Bool { days == 0 }
    package var isDone: Bool { state == "done" || finished != nil }
    package var hasBegun: Bool { began != nil || isDone }
}

/// The gate that a task carries.
package struct WorkGate: Sendable, Hashable {
    package let number: Int64
    package let title: String
    package let isPassed: Bool

    package var code: String { "GATE-\(number)" }
}

/// A plan as schedules and pages need it.
package struct WorkPlan: Sendable, Identifiable {
    package var id: Int64 { record }
    package let record: Int64
    package let number: Int64
    package let title: String
    package let startsOn: Day
    package let dueOn: Day?
    package let calendar: WorkCalendarKind
    package let state: String
    /// The number of the SOP template.
    package let template: Int64?
    package let owner: Int64?

    package var code: String { "WP-\(number)" }
    package var isActive: Bool { state == "active" }
}
