package import GRDB
package import Kernel

/// Something that happens by the calendar.
package struct ScheduledTask: Sendable {
    /// Kept with each slot; never reused for something else.
    package let id: String
    package let name: Text
    package let cadence: Cadence
    package let missed: MissedSlots
    let act: @Sendable (Database, Slot) throws -> Void

    /// - Parameter act: what a slot does, within the transaction that marks the slot as run, and so exactly once. Anything
    ///   long is a job: `jobs.enqueue(db, …)`.
    package init(
        _ id: String, name: Text, _ cadence: Cadence, missed: MissedSlots = .runOnce,
        act: @escaping @Sendable (Database, Slot) throws -> Void
    ) {
        self.id = id
        self.name = name
        self.cadence = cadence
        self.missed = missed
        self.act = act
    }
}

/// One moment at which a task falls due.
package struct Slot: Sendable, Hashable {
    package let task: String
    package let dueAt: Instant
    /// The day of the business zone in which it falls.
    package let day: Day
}
