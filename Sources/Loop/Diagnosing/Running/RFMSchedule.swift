import Kernel
package import Store

/// The calendar of scoring (CU-04): official tiers are fixed on the first day of each quarter for the day before it;
/// between them provisional tiers follow every night. Missed nights are made up by one run for the latest.
package enum RFMSchedule {
    package static func tasks(_ store: Store, _ jobs: JobStore) -> [ScheduledTask] {
        [
            task(
                "rfm.official", Text(zh: "季度正式分层", en: "Official tiers of the quarter"), .official,
                .quarterly(month: 1, day: 1, at: .hour(2)), store, jobs),
            task(
                "rfm.provisional", Text(zh: "每日临时分层", en: "Provisional tiers of the day"), .provisional,
                .daily(at: .hour(3)), store, jobs),
        ]
    }

    private static func task(
        _ id: String, _ name: Text, _ standing: RFMStanding, _ cadence: Cadence, _ store: Store, _ jobs: JobStore
    ) -> ScheduledTask {
        ScheduledTask(id, name: name, cadence, missed: .runOnce) { db, slot in
            let options = try RFMOptionStore(store).options(db)
            let order = RFMOrder(asOf: slot.day - 1, standing: standing, options: options, isScheduled: true)
            try jobs.enqueue(db, RFMJob.id, order, key: "\(id) \(order.asOf)", by: .system)
        }
    }
}
