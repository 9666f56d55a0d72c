import Kernel
import Records

extension RecordType {
    static let emergencyStep = RecordType(
        "emergency_step", Text(zh: "应急步骤", en: "Emergency step"), prefix: "STEP", rows: ["RK-02"],
        meaning: Text(
            zh: "预案中的一步：谁在多长时间内做什么，完成后留下记录。", en: "One step of a plan: who does what within which time, with a record."),
        title: Text(zh: "步骤", en: "Step"),
        fields: [
            RecordField("plan", Text(zh: "所属预案", en: "Plan"), .link(to: "emergency_plan"), required: true),
            RecordField(
                "place", Text(zh: "顺序", en: "Order"), .number(NumberForm(in: 1...99, decimals: 0)), required: true),
            RecordField(
                "within_minutes", Text(zh: "时限", en: "Within"),
                .number(NumberForm(unit: Text(zh: "分钟", en: "minutes"), in: 0...43_200, decimals: 0))),
            RecordField("department", Text(zh: "责任部门", en: "Department"), .choice(.departments), required: true),
            RecordField("duty", Text(zh: "值守人", en: "On duty"), .person),
            RecordField("action", Text(zh: "动作", en: "Action"), .longText, required: true),
            RecordField("output", Text(zh: "产出物", en: "Output"), .line),
            RecordField("needs_approval", Text(zh: "须授权", en: "Needs approval"), .flag),
        ],
        views: [.board(by: "department")],
        starter: [
            step(
                Text(zh: "切换到降级页面", en: "Switch to the reduced page"), "Technical failure", 1, 5, "technology",
                Text(zh: "首页与商详切静态缓存，隐藏不可用入口。", en: "Home and detail from cache, hide what does not work.")),
            step(
                Text(zh: "暂停全部投放", en: "Stop all advertising"), "Technical failure", 2, 10, "marketing",
                Text(zh: "所有账户暂停计划，保留品牌词。", en: "Pause all accounts, keep brand words.")),
            step(
                Text(zh: "确认事实并由一人发声", en: "Confirm the facts, one voice"), "PR crisis", 1, 60, "marketing",
                Text(zh: "只由指定发言人对外，全员收到口径。", en: "Only the named speaker answers; everybody has the line.")),
            step(
                Text(zh: "主动联系受影响客户", en: "Call the customers concerned"), "Complaint spike", 1, 240, "service",
                Text(zh: "按订单号逐一联系，记录诉求与满意度。", en: "Call one by one by order, note wishes and satisfaction.")),
        ])

    private static func step(
        _ title: Text, _ plan: String, _ place: Double, _ minutes: Double, _ department: String, _ action: Text
    ) -> StarterRecord {
        StarterRecord(
            title,
            [
                "plan": .linked([plan]), "place": .number(place), "within_minutes": .number(minutes),
                "department": .code(department), "action": .text(action), "needs_approval": false,
            ])
    }
}
