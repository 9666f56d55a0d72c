import Kernel
package import Records

extension RecordType {
    package static let marketingProject: RecordType = RecordType(
        "marketing_project", Text(zh: "营销项目", en: "Marketing project"), prefix: "PROJ", resource: .budget,
        rows: ["BU-01", "BU-07", "BU-10"],
        meaning: Text(
            zh: "争取资源的项目：按效益与紧急程度排入四象限，直接影响营收的优先。",
            en:
                "A project that competes for resources: benefit and urgency put it into one of four quadrants; what revenue hangs on comes first."
        ),
        title: Text(zh: "项目", en: "Project"),
        fields: [
            .score(
                "benefit", Text(zh: "效益", en: "Benefit"), help: Text(zh: "1 很低，5 很高", en: "1 very low, 5 very high")),
            .score(
                "urgency", Text(zh: "紧急程度", en: "Urgency"), help: Text(zh: "1 可缓，5 刻不容缓", en: "1 can wait, 5 cannot")),
            RecordField(
                "is_critical", Text(zh: "直接影响营收", en: "Revenue hangs on it"), .flag,
                help: Text(zh: "同一象限内优先", en: "Goes first in its quadrant")),
            RecordField("wanted", Text(zh: "需要金额", en: "Wanted"), .money),
            .metric, .startsOn, .endsOn, .owner,
            RecordField("reasoning", Text(zh: "理由", en: "Reasoning"), .longText),
        ],
        states: .work,
        views: [.matrix(across: "urgency", down: "benefit"), .timeline(from: "starts_on", to: "ends_on")],
        starter: [
            project(
                Text(zh: "双 11 大促", en: "Double 11"), 5, 5, true, 3_500_000, "revenue",
                Text(zh: "第四季度资源的 35%，示例数值。", en: "35 % of the fourth quarter's resources; sample values.")),
            project(
                Text(zh: "会员与私域运营", en: "Members and private domain"), 5, 2, false, 1_200_000, "repurchase_rate",
                Text(zh: "效益高但见效慢，按季度稳步投入。", en: "High benefit, slow effect: a steady sum every quarter.")),
            project(
                Text(zh: "竞品降价应对", en: "Answer to a rival's price cut"), 2, 5, true, 400_000, "revenue",
                Text(zh: "限时限区，动用弹性池。", en: "Limited in time and regions, from the flexible pool.")),
            project(
                Text(zh: "虚拟人直播试验", en: "Trial of a virtual streamer"), 2, 2, false, 200_000, "conversion_rate",
                Text(zh: "创新类小额试点，有结论再追加。", en: "A small trial; more only with a result.")),
        ])

    private static func project(
        _ title: Text, _ benefit: Int, _ urgency: Int, _ critical: Bool, _ wanted: Int, _ metric: String,
        _ reasoning: Text
    ) -> StarterRecord {
        StarterRecord(
            title,
            [
                "benefit": .number(Double(benefit)), "urgency": .number(Double(urgency)),
                "is_critical": .flag(critical),
                "wanted": .number(Double(wanted)), "metric": .code(metric), "reasoning": .text(reasoning),
            ])
    }

    package static let resourceBooking: RecordType = RecordType(
        "resource_booking", Text(zh: "资源投入", en: "Resource booking"), prefix: "RB", resource: .jointPool,
        rows: ["BU-10"],
        meaning: Text(
            zh: "为项目预订的人员、技术、代理与合作方；标明由哪个部门出资。销售或产品出资的，须该部门与财务确认后才能开始。",
            en:
                "People, technology, agencies and partners booked for a project, and who pays: what sales or product pay needs their and finance's agreement."
        ),
        fields: [
            RecordField(
                "kind", Text(zh: "资源类别", en: "Kind"),
                .choice([
                    Choice("people", Text(zh: "人员", en: "People")),
                    Choice("technology", Text(zh: "技术", en: "Technology")),
                    Choice("agency", Text(zh: "代理商", en: "Agency")),
                    Choice("partner", Text(zh: "合作伙伴", en: "Partner")),
                ]), required: true),
            RecordField("project", Text(zh: "项目", en: "Project"), .link(to: "marketing_project"), required: true),
            RecordField("function", Text(zh: "职能", en: "Function"), .choice(.departments)),
            RecordField("payer", Text(zh: "出资部门", en: "Paid by"), .choice(.departments)),
            RecordField(
                "quantity", Text(zh: "数量", en: "Quantity"), .number(NumberForm(in: 0...100_000, decimals: 1)),
                help: Text(zh: "人员按人数，其他按份", en: "Heads for people, pieces otherwise")),
            RecordField("cost", Text(zh: "费用", en: "Cost"), .money), .startsOn, .endsOn,
            RecordField("phase", Text(zh: "战略阶段", en: "Phase"), .link(to: "phase")), .owner, .note,
        ],
        states: StateMap(
            [
                RecordState("planned", Text(zh: "待开始", en: "Planned")),
                RecordState("agreed", Text(zh: "出资已确认", en: "Agreed"), .good),
                RecordState("running", Text(zh: "进行中", en: "Under way"), .info),
                RecordState("done", Text(zh: "已完成", en: "Done"), .good, isLocked: true),
                RecordState("dropped", Text(zh: "已取消", en: "Dropped"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "agree", Text(zh: "确认出资", en: "Agree to pay"), from: ["planned"], to: "agreed",
                    needs: ["payer", "cost"], approval: true),
                StateMove("start", Text(zh: "开始", en: "Start"), from: ["planned", "agreed"], to: "running"),
                StateMove("finish", Text(zh: "完成", en: "Finish"), from: ["running"], to: "done"),
                StateMove(
                    "revise", Text(zh: "重新商定", en: "Agree anew"), from: ["agreed", "running"], to: "planned",
                    reason: true),
                StateMove(
                    "drop", Text(zh: "取消", en: "Drop"), from: ["planned", "agreed", "running"], to: "dropped",
                    reason: true),
                StateMove(
                    "reopen", Text(zh: "重新打开", en: "Reopen"), from: ["done", "dropped"], to: "planned", reason: true),
            ]),
        views: [.timeline(from: "starts_on", to: "ends_on"), .board(by: "kind"), .board(by: "payer")],
        rules: [.jointPool])
}
