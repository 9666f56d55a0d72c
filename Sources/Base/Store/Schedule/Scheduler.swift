import GRDB
package import Kernel

/// Owns every cadence (NF-03): decides each slot once, whatever is restarted, and sleeps until the next.
///
/// A slot's effect, its row in `slot` (unique by task and moment) and the mark up to which slots are decided are one
/// transaction. A kill before it leaves the slot undecided, after it done; there is nothing in between.
package struct Scheduler: Sendable {
    let store: Store
    private let settings: SettingStore
    private let tasks: [ScheduledTask]
    private let onFault: @Sendable (String, any Error) -> Void
    /// A slot that is later than this was missed.
    private let punctual = Duration.seconds(300)
    /// Slots decided in one transaction.
    private let batch = 500

    /// - Parameter onFault: told of a task's error with the task's id; the slot is then tried again a minute later.
    package init(_ store: Store, tasks: [ScheduledTask], onFault: @escaping @Sendable (String, any Error) -> Void) {
        self.store = store
        settings = SettingStore(store)
        self.tasks = tasks
        self.onFault = onFault
    }

    /// Works until the task is cancelled.
    package func run() async {
        while !Task.isCancelled {
            let next = await tick()
            // A minute at most: the zone may be changed, and the machine's clock may be set.
            let wake = min(next ?? .init(microseconds: .max), store.clock.now() + .seconds(60))
            do { try await store.clock.sleep(until: wake) } catch { return }
        }
    }

    /// Decides every slot that is due now, and says when the next falls; `nil` without tasks.
    @discardableResult
    package func tick() async -> Instant? {
        var nexts: [Instant] = []
        for task in tasks {
            do { nexts.append(try await settle(task)) } catch {
                if !Task.isCancelled { onFault(task.id, error) }
            }
        }
        return nexts.min()
    }

    /// When a task falls due next, for the page that lists them.
    package func next(of task: ScheduledTask) async throws -> Instant {
        task.cadence.next(after: store.clock.now(), in: try await settings.company().zone)
    }

    private func settle(_ task: ScheduledTask) async throws -> Instant {
        // Most of the time nothing is due: look before taking the writer.
        let upcoming = try await store.read { db in
            try ScheduleRows.mark(db, task.id).map { task.cadence.next(after: $0, in: try settings.company(db).zone) }
        }
        if let upcoming, upcoming > store.clock.now() { return upcoming }
        while true {
            let (next, isDone) = try await store.write { db in try decide(db, task) }
            if isDone { return next }
        }
    }

    /// Decides up to `batch` due slots; answers the next slot, and whether it lies in the future.
    private func decide(_ db: Database, _ task: ScheduledTask) throws -> (Instant, Bool) {
        let now = store.clock.now()
        let zone = try settings.company(db).zone
        guard var mark = try ScheduleRows.mark(db, task.id) else {
            try ScheduleRows.setMark(db, task.id, now)
            return (task.cadence.next(after: now, in: zone), true)
        }
        for _ in 0..<batch {
            let due = task.cadence.next(after: mark, in: zone)
            if due > now {
                try ScheduleRows.setMark(db, task.id, mark)
                return (due, true)
            }
            let following = task.cadence.next(after: due, in: zone)
            let slot = Slot(task: task.id, dueAt: due, day: zone.day(of: due))
            try decide(db, task, slot, outcome(task, due, now, isLatest: following > now), now)
            mark = due
        }
        try ScheduleRows.setMark(db, task.id, mark)
        return (mark, false)
    }

    private func outcome(_ task: ScheduledTask, _ due: Instant, _ now: Instant, isLatest: Bool) -> SlotOutcome {
        switch task.missed {
        case .catchUp: .ran
        case .runOnce: isLatest ? .ran : .merged
        case .skip: now - due <= punctual ? .ran : .skipped
        }
    }

    /// A slot that is decided already stays so: after the zone was changed, the same moment may come up again.
    private func decide(
        _ db: Database, _ task: ScheduledTask, _ slot: Slot, _ outcome: SlotOutcome, _ now: Instant
    ) throws {
        guard try ScheduleRows.insert(db, slot, outcome, at: now) else { return }
        if outcome == .ran { try task.act(db, slot) }
    }
}
