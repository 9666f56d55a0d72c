package import Kernel

extension WorkProblem {
    package var text: Text {
        switch self {
        case .cycle(let names):
            Text(
                zh: "任务互相等待，无法排程：\(names.joined(separator: " → "))。请去掉其中一个前置关系。",
                en:
                    "These tasks would wait for each other: \(names.joined(separator: " → ")). Take one of the links away."
            )
        case .unreadable(let pieces):
            Text(
                zh: "看不懂前置任务“\(pieces.joined(separator: "、"))”。请写任务编号，如 12、12FS+2 或 15SS，用分号隔开。",
                en:
                    "Cannot read “\(pieces.joined(separator: ", "))” as links. Write task numbers such as 12, 12FS+2 or 15SS, with semicolons between."
            )
        case .unknownTask(let number):
            Text(
                zh: "没有任务 TASK-\(number)，它可能已取消或归档。前置任务可以是本计划或其他计划中的任务。",
                en:
                    "There is no task TASK-\(number); it may be dropped or archived. Links lead to tasks of this plan or of others."
            )
        case .groupLink(let task, let kind):
            Text(
                zh: "\(task) 下有子任务，不能用 \(kind.rawValue) 关联；请关联到具体子任务。",
                en: "\(task) has parts and cannot be linked by \(kind.rawValue): link one of its parts.")
        case .parentElsewhere(let task):
            Text(zh: "上级任务 \(task) 属于另一个计划。", en: "\(task) belongs to another plan and cannot be the parent.")
        case .parentIsMilestone(let task):
            Text(
                zh: "里程碑 \(task) 下面不能再有子任务。请选择普通任务作为上级。",
                en: "\(task) is a milestone and cannot have parts. Choose a task with a duration.")
        case .dayFar(let day, let from, let to):
            Text(
                zh: "日期 \(day) 离计划太远，请填写 \(from) 至 \(to) 之间的日期。",
                en: "\(day) is too far from the plan: give a day from \(from) to \(to).")
        case .finishedBeforeBegun:
            Text(zh: "实际完成日不能早于实际开始日。", en: "It cannot be finished before it began.")
        case .inFuture(let day):
            Text(zh: "实际日期 \(day) 还没有到。", en: "\(day) has not come yet: what happened lies in the past.")
        case .gateClosed(let task, let gate):
            Text(
                zh: "闸口“\(gate)”尚未通过，\(task) 还不能继续。请先完成闸口检查。",
                en: "The gate “\(gate)” is not passed yet, so \(task) cannot go on. Finish its checks first.")
        case .checksOpen(let gate, let count):
            Text(
                zh: "闸口“\(gate)”还有 \(count) 项检查未通过，不能放行。",
                en: "\(count) checks of the gate “\(gate)” are still open: it cannot be passed.")
        case .planNotApproved(let plan):
            Text(
                zh: "计划 \(plan) 尚未批准。批准后即可由 SOP 模板生成任务。",
                en: "\(plan) is not approved yet. Once it is, its SOP template becomes tasks.")
        case .noTemplate(let plan):
            Text(
                zh: "计划 \(plan) 没有选择 SOP 模板，或模板中没有可用步骤。",
                en: "\(plan) names no SOP template, or the template has no steps that can be read.")
        case .tasksThere(let plan, let count):
            Text(
                zh: "计划 \(plan) 已有 \(count) 个任务，不会重复生成。",
                en: "\(plan) has \(count) tasks already; the template is not taken over twice.")
        case .baselineName: Text(zh: "请填写 1 至 80 字的基线名称。", en: "Give the baseline a name of 1 to 80 characters.")
        case .baselineTaken(let name):
            Text(
                zh: "已有名为“\(name)”的基线。基线不可改写，请换一个名称。",
                en: "There is a baseline “\(name)” already. Baselines are never changed: choose another name.")
        case .noTasks(let plan): Text(zh: "计划 \(plan) 还没有任务。", en: "\(plan) has no tasks yet.")
        case .unread(let what): Text(zh: "看不懂“\(what)”。", en: "Cannot read “\(what)”.")
        }
    }
}
