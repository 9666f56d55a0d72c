import Kernel
import Records

extension RecordType {
    static let incident = RecordType(
        "incident", Text(zh: "突发事件", en: "Incident"), prefix: "INC", rows: ["RK-02"],
        meaning: Text(
            zh: "正在处置的事件：从发现到解决的时钟、分工、处置日志与备用金动用。",
            en:
                "An incident being handled: the clock from notice to solution, who does what, the log, and what was drawn on the reserve."
        ),
        title: Text(zh: "事件", en: "Incident"),
        fields: [
            RecordField("kind", Text(zh: "事件类型", en: "Kind"), .choice(.incidentKinds), required: true),
            RecordField("level", Text(zh: "分级", en: "Level"), .choice(.incidentLevels), required: true),
            RecordField("noticed_on", Text(zh: "发现日期", en: "Noticed on"), .day, required: true),
            RecordField("situation", Text(zh: "情况", en: "Situation"), .longText, required: true), .region,
            RecordField("risk", Text(zh: "对应风险", en: "Risk"), .link(to: "risk")),
            RecordField("plan", Text(zh: "启用的预案", en: "Plan used"), .link(to: "emergency_plan")),
            RecordField("commander", Text(zh: "总指挥", en: "In command"), .person),
            RecordField(
                "log", Text(zh: "处置日志", en: "Log"), .longText,
                help: Text(
                    zh: "每行：时刻 谁 做了什么；讨论写在评论里",
                    en: "One a line: time, who, what was done; discussion goes into comments")),
            RecordField("statement", Text(zh: "已发布的说明", en: "What we said in public"), .longText),
            RecordField("reserve_drawn", Text(zh: "动用备用金", en: "Drawn on the reserve"), .money, resource: .budget),
            RecordField(
                "customers_hit", Text(zh: "影响客户数", en: "Customers affected"),
                .number(NumberForm(unit: Text(zh: "人", en: "people"), in: 0...1_000_000_000, decimals: 0))),
            RecordField("solved_on", Text(zh: "解决日期", en: "Solved on"), .day),
        ],
        states: StateMap(
            [
                RecordState("open", Text(zh: "处置中", en: "Being handled"), .danger),
                RecordState("contained", Text(zh: "已控制", en: "Contained"), .warning),
                RecordState("solved", Text(zh: "已解决", en: "Solved"), .good),
                RecordState("closed", Text(zh: "已复盘", en: "Reviewed"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "contain", Text(zh: "确认已控制", en: "Contained"), from: ["open"], to: "contained",
                    needs: ["commander", "log"]),
                StateMove(
                    "solve", Text(zh: "确认解决", en: "Solved"), from: ["open", "contained"], to: "solved",
                    needs: ["solved_on", "log"]),
                StateMove(
                    "worsen", Text(zh: "再次恶化", en: "Worse again"), from: ["contained", "solved"], to: "open",
                    reason: true),
                StateMove("close", Text(zh: "复盘后关闭", en: "Close after the review"), from: ["solved"], to: "closed"),
            ]),
        views: [.board(by: nil), .board(by: "level"), .calendar(on: "noticed_on")], rules: [.reviewed])
}
