import Kernel
import Records

extension RecordType {
    static let milestone = RecordType(
        "milestone", Text(zh: "里程碑", en: "Milestone"), prefix: "MS", rows: ["S-03", "PP-06"],
        meaning: Text(
            zh: "阶段或新品路线图中必须按期达成的节点；有未达成的里程碑时，阶段收官须说明理由。",
            en:
                "What a phase or a roadmap item must reach by a day; a phase with open ones is closed only with a reason."
        ),
        title: Text(zh: "里程碑", en: "Milestone"),
        fields: [
            RecordField("phase", Text(zh: "所属阶段", en: "Phase"), .link(to: "phase")),
            RecordField("roadmap", Text(zh: "所属路线图项", en: "Roadmap item"), .link(to: "roadmap_item")),
            RecordField("due_on", Text(zh: "计划日期", en: "Due on"), .day, required: true),
            RecordField("expected_on", Text(zh: "预计日期", en: "Expected on"), .day),
            RecordField("reached_on", Text(zh: "实际日期", en: "Reached on"), .day),
            RecordField(
                "criteria", Text(zh: "达成标准", en: "Criteria"), .longText,
                help: Text(zh: "可验收的结果，而不是活动", en: "A result that can be checked, not an activity")),
            RecordField("deliverable", Text(zh: "交付物", en: "Deliverable"), .line),
            RecordField("departments", Text(zh: "协同部门", en: "Departments"), .choices(.departments)), .owner, .note,
        ],
        states: StateMap(
            [
                RecordState("open", Text(zh: "待达成", en: "Open")),
                RecordState("at_risk", Text(zh: "有风险", en: "At risk"), .warning),
                RecordState("reached", Text(zh: "已达成", en: "Reached"), .good, isLocked: true),
                RecordState("missed", Text(zh: "未达成", en: "Missed"), .danger, isLocked: true),
            ],
            moves: [
                StateMove(
                    "warn", Text(zh: "标记风险", en: "Mark as at risk"), from: ["open"], to: "at_risk",
                    needs: ["expected_on"], reason: true),
                StateMove("calm", Text(zh: "解除风险", en: "Back on track"), from: ["at_risk"], to: "open"),
                StateMove(
                    "reach", Text(zh: "确认达成", en: "Confirm"), from: ["open", "at_risk"], to: "reached",
                    needs: ["reached_on"]),
                StateMove(
                    "miss", Text(zh: "确认未达成", en: "Give up"), from: ["open", "at_risk"], to: "missed", reason: true),
            ]),
        views: [.calendar(on: "due_on"), .board(by: nil)],
        starter: [
            StarterRecord(
                Text(zh: "指标口径字典发布", en: "Metric dictionary published"),
                [
                    "phase": .linked(["Foundation phase"]), "due_on": .day(60),
                    "criteria": .text(
                        zh: "全部考核指标口径、来源与负责人确认。", en: "Definition, source and owner of every KPI confirmed."),
                    "departments": ["marketing", "finance", "technology"],
                ]),
            StarterRecord(
                Text(zh: "样板区域验收", en: "Model region accepted"),
                [
                    "phase": .linked(["Foundation phase"]), "due_on": .day(180),
                    "criteria": .text(
                        zh: "样板区域连续两个月达成转化与费效目标。", en: "Conversion and cost targets met there for two months running."),
                    "departments": ["marketing", "sales"],
                ]),
            StarterRecord(
                Text(zh: "重点区域复制完成", en: "Key regions rolled out"),
                [
                    "phase": .linked(["Scale-up phase"]), "due_on": .day(480),
                    "criteria": .text(
                        zh: "五个重点区域按同一打法运营并达标。", en: "Five key regions run the same way and meet their targets."),
                    "departments": ["marketing", "sales", "supply"],
                ]),
        ])
}
