import Collecting
import Diagnosing
import Kernel
import Planning
import Store

/// What the running server does by the calendar, in the business zone (NF-03). Each slot only begins a job.
enum ProgramSchedule {
    static func tasks(_ program: Program) -> [ScheduledTask] {
        let jobs = program.jobs
        let refresh = ScheduledTask(
            "metrics.refresh", name: Text(zh: "每小时更新指标并检查风险", en: "Hourly refresh of metrics and risks"),
            .everyMinutes(60)
        ) { db, _ in
            try jobs.enqueue(db, ProgramJobs.refreshID, [String: String](), key: ProgramJobs.refreshID, by: .system)
            try jobs.enqueue(db, ProgramJobs.risksID, [String: String](), key: ProgramJobs.risksID, by: .system)
        }
        let approvals = ScheduledTask(
            "approvals.tick", name: Text(zh: "检查审批时限", en: "Overdue approvals"), .everyMinutes(15)
        ) { db, _ in
            try jobs.enqueue(db, ProgramJobs.approvalsID, [String: String](), key: ProgramJobs.approvalsID, by: .system)
        }
        return [Upkeep.forgetting, KeptMappingStore.sweeping, ExportJob.sweeping(jobs), refresh, approvals]
            + [AlignmentSessionStore.opening(program.store), HandbookStore.reminding(program.store)]
            + RFMSchedule.tasks(program.store, jobs)
    }
}
