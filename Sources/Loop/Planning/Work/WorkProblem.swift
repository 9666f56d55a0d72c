package import Kernel

/// Why work cannot be planned or reported so, and what to do.
package enum WorkProblem: Problem, Hashable {
    /// Tasks that would wait for each other, in order.
    case cycle([String])
    case unreadable([String])
    case unknownTask(Int64)
    /// A link to or from a group that says nothing exact.
    case groupLink(String, DependencyKind)
    case parentElsewhere(String)
    case parentIsMilestone(String)
    case dayFar(Day, from: Day, to: Day)
    case finishedBeforeBegun
    case inFuture(Day)
    case gateClosed(task: String, gate: String)
    case checksOpen(gate: String, count: Int)
    case planNotApproved(String)
    case noTemplate(String)
    case tasksThere(String, Int)
    case baselineName
    case baselineTaken(String)
    case noTasks(String)
    case unread(String)

    package var code: String {
        switch self {
        case .cycle: "work.cycle"
        case .unreadable: "work.links_unreadable"
        case .unknownTask: "work.unknown_task"
        case .groupLink: "work.group_link"
        case .parentElsewhere: "work.parent_elsewhere"
        case .parentIsMilestone: "work.parent_is_milestone"
        case .dayFar: "work.day_far"
        case .finishedBeforeBegun: "work.finished_before_begun"
        case .inFuture: "work.in_future"
        case .gateClosed: "work.gate_closed"
        case .checksOpen: "work.checks_open"
        case .planNotApproved: "work.plan_not_approved"
        case .noTemplate: "work.no_template"
        case .tasksThere: "work.tasks_there"
        case .baselineName: "work.baseline_name"
        case .baselineTaken: "work.baseline_taken"
        case .noTasks: "work.no_tasks"
        case .unread: "work.unread"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .gateClosed, .checksOpen, .planNotApproved, .tasksThere, .baselineTaken: .conflict
        default: .invalid
        }
    }

    package var place: ProblemPlace? {
        switch self {
        case .cycle, .unreadable, .unknownTask, .groupLink: ProblemPlace(field: "follows")
        case .parentElsewhere, .parentIsMilestone: ProblemPlace(field: "parent")
        case .dayFar: ProblemPlace(field: "starts_on")
        case .finishedBeforeBegun: ProblemPlace(field: "finished_on")
        case .baselineName, .baselineTaken: ProblemPlace(field: "name")
        default: nil
        }
    }
}
