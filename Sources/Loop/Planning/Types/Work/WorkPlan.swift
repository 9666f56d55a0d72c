import Kernel
package import Records

extension RecordType {
    package static let workPlan = RecordType(
        "work_plan", Text(zh: "工作计划", en: "Work plan"), prefix: "WP", resource: .campaign,
        rows: ["WF-01", "WF-02"],
        meaning: Text(
            zh: "一项获批事项的执行计划：从哪天开始、按什么日历、谁总负责；任务、依赖与里程碑都挂在它下面。",
            en: "How something approved gets done: when it begins, which days count, who leads; tasks hang below it."),
        title: Text(zh: "计划名称", en: "Plan"),
        fields: [
            RecordField("purpose", Text(zh: "要达成什么", en: "Purpose"), .longText),
            RecordField(
                "starts_on", Text(zh: "最早开工日", en: "Begins on"), .day, required: true,
                help: Text(zh: "没有任务会排在这天之前", en: "No task is set before this day")),
            RecordField("due_on", Text(zh: "最迟完成日", en: "Must be done by"), .day),
            RecordField(
                "calendar", Text(zh: "工作日历", en: "Working days"),
                .choice([
                    Choice("china", Text(zh: "中国工作日（含调休）", en: "China: weekdays, public holidays")),
                    Choice("six_days", Text(zh: "周一至周六", en: "Monday to Saturday")),
                    Choice("every_day", Text(zh: "每天", en: "Every day")),
                ]),
                help: Text(
                    zh: "个别日子可在“工作日例外”中调整；不选时按中国工作日",
                    en: "Single days are changed under Working-day exceptions; China if nothing is chosen")),
            RecordField(
                "template", Text(zh: "套用的 SOP 模板", en: "SOP template"), .link(to: "sop_template"),
                help: Text(zh: "批准后可一键生成任务", en: "Becomes tasks once the plan is approved")),
            RecordField("goal", Text(zh: "服务的目标", en: "Goal it serves"), .link(to: "goal")), .owner, .note,
        ],
        states: .approved(needs: ["owner"]), views: [.timeline(from: "starts_on", to: "due_on")])
}
