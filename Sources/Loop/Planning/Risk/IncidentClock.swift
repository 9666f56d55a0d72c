package import Kernel
package import Records

/// An incident against time (RK-02): when it has to be solved, and each step of its plan with its own time.
package struct IncidentClock: Sendable {
    package let incident: Record
    package let plan: Record?
    package let startedAt: Instant
    package let dueAt: Instant
    package let steps: [StepClock]
    /// When it was last said to be solved; `nil` while it is open.
    package let solvedAt: Instant?

    package struct StepClock: Sendable, Identifiable {
        package let step: Record
        /// `nil` where the step has no time of its own.
        package let dueAt: Instant?
        package let isDone: Bool
        package var id: Int64 { step.id }
        package func isLate(at now: Instant) -> Bool { !isDone && (dueAt.map { now > $0 } ?? false) }
    }

    /// Where the plan does not say: two days.
    static let usualHours = 48.0

    /// - Parameter history: the newest first.
    init(_ incident: Record, plan: Record?, steps: [Record], history: [RecordVersion] = []) {
        self.incident = incident
        self.plan = plan
        startedAt = incident.createdAt
        dueAt = incident.createdAt + .seconds((plan?.number("hours") ?? Self.usualHours) * 3_600)
        solvedAt =
            ["solved", "closed"].contains(incident.state) ? history.first { $0.action == "solve" }?.at : nil
        let log = incident.text("log") ?? ""
        self.steps = steps.sorted { ($0.number("place") ?? 0, $0.number) < ($1.number("place") ?? 0, $1.number) }.map {
            step in
            StepClock(
                step: step, dueAt: step.number("within_minutes").map { incident.createdAt + .seconds($0 * 60) },
                isDone: IncidentStore.isDone(step, in: log))
        }
    }

    package var isOpen: Bool { ["open", "contained"].contains(incident.state) }
    package var log: [String] { (incident.text("log") ?? "").split(separator: "\n").map(String.init) }
    /// From the first notice to the solution; `nil` while it is open.
    package var secondsToSolve: Double? { solvedAt.map { ($0 - startedAt).inSeconds } }
    package func isLate(at now: Instant) -> Bool { isOpen && now > dueAt }
}
