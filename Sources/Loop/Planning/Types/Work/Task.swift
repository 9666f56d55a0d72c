import Kernel
package import Records

extension RecordType {
    package static let task = RecordType(
        "task", Text(zh: "任务", en: "Task"), prefix: "TASK", resource: .campaign,
        rows: ["WF-01", "WF-02", "WF-03", "WF-08"],
        meaning: Text(
            zh: "计划拆出的行动项：一位负责人、工期、前置任务、交付物与衡量方式；日期由排程算出。",
            en:
                "An action item: one owner, a duration, what comes before, a deliverable, a measure; dates are computed."
        ),
        title: Text(zh: "任务", en: "Task"),
        fields: [
            RecordField("plan", Text(zh: "所属计划", en: "Plan"), .link(to: "work_plan"), required: true),
            RecordField("parent", Text(zh: "上级任务", en: "Part of"), .link(to: "task")),
            RecordField("owner", Text(zh: "负责人", en: "Owner"), .person, required: true),
            RecordField("department", Text(zh: "部门", en: "Department"), .choice(.departments)),
            RecordField(
                "days", Text(zh: "工期", en: "Duration"),
                .number(NumberForm(unit: Text(zh: "个工作日", en: "working days"), in: 0...2000, decimals: 0)),
                help: Text(zh: "里程碑填 0；不填按 1 天", en: "0 for a milestone; 1 if left empty")),
            RecordField("is_milestone", Text(zh: "里程碑", en: "Milestone"), .flag),
            RecordField(
                "starts_on", Text(zh: "不早于", en: "Not before"), .day,
                help: Text(zh: "不填则紧接前置任务", en: "Empty: as soon as what comes before allows")),
            RecordField(
                "follows", Text(zh: "前置任务", en: "Comes after"), .line,
                help: Text(
                    zh: "任务编号（也可是其他计划的任务）加关系与间隔，如 12 或 12FS+2；15SS。FS 完成后开始，SS 同时开始，FF 同时完成，SF 开始后完成",
                    en:
                        "Numbers of tasks, also of other plans, with kind and lag: 12 or 12FS+2; 15SS (finish-start, start-start, finish-finish, start-finish)"
                )),
            RecordField(
                "load", Text(zh: "每日投入", en: "Load a day"), .share,
                help: Text(zh: "占负责人一天的比例；不填按 100%", en: "Of the owner's day; 100 % if left empty")),
            RecordField("deliverable", Text(zh: "交付物", en: "Deliverable"), .longText),
            RecordField("measure", Text(zh: "衡量方式", en: "Measure"), .line),
            RecordField(
                "gate", Text(zh: "闸口", en: "Gate"), .link(to: "stage_gate"),
                help: Text(
                    zh: "闸口通过前，此任务不能完成，后续任务不能开始",
                    en: "Until it is passed this is not finished and nothing after it begins")),
            RecordField("progress", Text(zh: "完成进度", en: "Progress"), .share, section: Self.actual),
            RecordField("began_on", Text(zh: "实际开始", en: "Began on"), .day, section: Self.actual),
            RecordField("finished_on", Text(zh: "实际完成", en: "Finished on"), .day, section: Self.actual),
            RecordField(
                "place", Text(zh: "排列顺序", en: "Order"), .number(NumberForm(in: 0...1_000_000, decimals: 3))), .note,
        ],
        states: StateMap(
            [
                RecordState("planned", Text(zh: "待开始", en: "Planned")),
                RecordState("running", Text(zh: "进行中", en: "Under way"), .info),
                RecordState("done", Text(zh: "已完成", en: "Done"), .good, isLocked: true),
                RecordState("dropped", Text(zh: "已取消", en: "Dropped"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "start", Text(zh: "开始", en: "Start"), from: ["planned"], to: "running", needs: ["began_on"]),
                StateMove(
                    "finish", Text(zh: "完成", en: "Finish"), from: ["running"], to: "done", needs: ["finished_on"]),
                StateMove(
                    "drop", Text(zh: "取消", en: "Drop"), from: ["planned", "running"], to: "dropped", reason: true),
                StateMove(
                    "reopen", Text(zh: "重新打开", en: "Reopen"), from: ["done", "dropped"], to: "running", reason: true),
            ]),
        views: [.board(by: nil), .board(by: "department"), .calendar(on: "starts_on")], rules: [.tasks])

    private static let actual = Text(zh: "实际进展", en: "What happened")
}
