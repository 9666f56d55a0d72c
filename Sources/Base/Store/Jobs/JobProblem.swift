package import Kernel

/// What can go wrong with jobs themselves; what goes wrong inside one is told by the work's own problems.
package enum JobProblem: Problem, Hashable {
    case unknownJob(Int64)
    /// Nothing knows how to do it: written by another version of the program.
    case unknownKind(String)
    case alreadyEnded(Int64)
    case notEnded(Int64)
    /// The process died under it too often.
    case interruptedTooOften(attempts: Int)
    /// Our fault; the log has the reason under the job's number.
    case fault(job: Int64)

    package var code: String {
        switch self {
        case .unknownJob: "job.unknown"
        case .unknownKind: "job.unknown_kind"
        case .alreadyEnded: "job.already_ended"
        case .notEnded: "job.not_ended"
        case .interruptedTooOften: "job.interrupted_too_often"
        case .fault: "job.fault"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .unknownJob: .missing
        case .alreadyEnded, .notEnded: .conflict
        case .unknownKind, .interruptedTooOften, .fault: .unavailable
        }
    }

    package var text: Text {
        switch self {
        case .unknownJob(let id):
            Text(zh: "没有编号为 \(id) 的任务，它可能已被清理。", en: "There is no job number \(id). It may have been cleared away.")
        case .unknownKind(let kind):
            Text(
                zh: "当前版本无法处理“\(kind)”类型的任务。请升级程序后重试。",
                en: "This version cannot do jobs of the kind \(kind). Upgrade the program and try again.")
        case .alreadyEnded(let id):
            Text(zh: "任务 \(id) 已经结束，无法取消。", en: "Job \(id) has already ended; there is nothing to cancel.")
        case .notEnded(let id):
            Text(zh: "任务 \(id) 尚未结束，请等待其完成或先取消。", en: "Job \(id) has not ended. Wait for it, or cancel it first.")
        case .interruptedTooOften(let attempts):
            Text(
                zh: "任务执行期间程序已异常退出 \(attempts) 次，不再自动重试。请检查内存和磁盘空间后手动重试。",
                en:
                    "The program died \(attempts) times during this job, so it is not begun again by itself. Check memory and disk space, then retry."
            )
        case .fault(let job):
            Text(
                zh: "任务因程序内部错误而中止。请将任务编号 \(job) 告知系统管理员，日志中有详细原因。",
                en:
                    "The job stopped because of a fault of ours. Tell the administrator its number, \(job); the log has the reason."
            )
        }
    }
}
