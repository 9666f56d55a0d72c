import Kernel
import Records

/// Processes that several types share.
extension StateMap {
    /// Work that somebody does: planned, under way, done, or dropped with a reason.
    static let work = StateMap(
        [
            RecordState("planned", Text(zh: "待开始", en: "Planned")),
            RecordState("running", Text(zh: "进行中", en: "Under way"), .info),
            RecordState("done", Text(zh: "已完成", en: "Done"), .good, isLocked: true),
            RecordState("dropped", Text(zh: "已取消", en: "Dropped"), .plain, isLocked: true),
        ],
        moves: [
            StateMove("start", Text(zh: "开始", en: "Start"), from: ["planned"], to: "running"),
            StateMove("finish", Text(zh: "完成", en: "Finish"), from: ["running"], to: "done"),
            StateMove("drop", Text(zh: "取消", en: "Drop"), from: ["planned", "running"], to: "dropped", reason: true),
            StateMove(
                "reopen", Text(zh: "重新打开", en: "Reopen"), from: ["done", "dropped"], to: "running", reason: true),
        ])

    /// What is written down once and then stands: minutes, check-ins, logs.
    static let minutes = StateMap(
        [
            RecordState("draft", Text(zh: "记录中", en: "Being written")),
            RecordState("final", Text(zh: "已定稿", en: "Final"), .good, isLocked: true),
        ],
        moves: [
            StateMove("finalise", Text(zh: "定稿", en: "Make final"), from: ["draft"], to: "final"),
            StateMove("reopen", Text(zh: "退回修改", en: "Reopen"), from: ["final"], to: "draft", reason: true),
        ])

    /// What is watched until it needs nobody's eye any more.
    static let watch = StateMap(
        [
            RecordState("open", Text(zh: "新发现", en: "New"), .info),
            RecordState("watching", Text(zh: "跟踪中", en: "Watched"), .warning),
            RecordState("closed", Text(zh: "已了结", en: "Closed"), .plain, isLocked: true),
        ],
        moves: [
            StateMove("watch", Text(zh: "纳入跟踪", en: "Watch"), from: ["open"], to: "watching"),
            StateMove("close", Text(zh: "了结", en: "Close"), from: ["open", "watching"], to: "closed", reason: true),
            StateMove("reopen", Text(zh: "重新跟踪", en: "Watch again"), from: ["closed"], to: "watching"),
        ])

    /// What takes effect only by an approved request. Revising it takes it out of force until it is approved again.
    static func approved(needs: [String] = []) -> StateMap {
        StateMap(
            [
                RecordState("draft", Text(zh: "草稿", en: "Draft")),
                RecordState("active", Text(zh: "已生效", en: "In force"), .good, isLocked: true),
                RecordState("closed", Text(zh: "已结束", en: "Ended"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "approve", Text(zh: "批准生效", en: "Put into force"), from: ["draft"], to: "active", needs: needs,
                    approval: true),
                StateMove("revise", Text(zh: "修订", en: "Revise"), from: ["active"], to: "draft", reason: true),
                StateMove("close", Text(zh: "结束", en: "End"), from: ["active"], to: "closed", reason: true),
            ])
    }
}
