import Kernel
import Store

/// What the running server does by the calendar, in the business zone (NF-03). Each slot only begins a job.
enum ProgramSchedule {
    static func tasks(_ program: Program) -> [ScheduledTask] {
        let jobs = program.jobs
        return [
            Upkeep.forgetting,
            ScheduledTask(
                "daily_refresh", name: Text(zh: "每日更新指标与客户分层", en: "Daily refresh of metrics and tiers"),
                .daily(at: .hour(3))
            ) { db, slot in
                try jobs.enqueue(db, ProgramJobs.afterLoadID, [String: String](), key: "after_load", by: .system)
            },
            ScheduledTask(
                "quarterly_tiers", name: Text(zh: "每季度正式客户分层", en: "Official tiers of the quarter"),
                .quarterly(month: 1, day: 1, at: .hour(4))
            ) { db, slot in
                try jobs.enqueue(db, ProgramJobs.officialTiersID, OfficialTiersWork.Order(asOf: slot.day - 1), by: .system)
            },
        ]
    }
}
