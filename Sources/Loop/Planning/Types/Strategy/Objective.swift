import Kernel
import Records

extension RecordType {
    static let objective = RecordType(
        "objective", Text(zh: "OKR 目标（O）", en: "Objective"), prefix: "OBJ", rows: ["S-04"],
        meaning: Text(
            zh: "一个周期内要实现的方向性目标，由 2–5 个关键结果衡量，可对齐上级 O。",
            en:
                "Where a team wants to be at the end of a cycle, measured by two to five key results and aligned with the one above."
        ),
        title: Text(zh: "目标（O）", en: "Objective"),
        fields: [
            RecordField(
                "cycle", Text(zh: "周期", en: "Cycle"), .text(limit: 20), required: true,
                help: Text(zh: "例如 2026Q4", en: "Such as 2026Q4")), .startsOn, .endsOn,
            RecordField("department", Text(zh: "责任部门", en: "Department"), .choice(.departments), required: true),
            .owner,
            RecordField("parent", Text(zh: "对齐的上级 O", en: "Aligned with"), .link(to: "objective")),
            RecordField("goal", Text(zh: "支撑的目标", en: "Goal it serves"), .link(to: "goal")),
            RecordField("cards", Text(zh: "相关宏观因素", en: "PEST cards"), .links(to: "pest_card")),
            RecordField("why", Text(zh: "为什么现在做", en: "Why now"), .longText),
            RecordField("depends_on", Text(zh: "依赖的部门", en: "Depends on"), .choices(.departments)),
            RecordField("dependencies", Text(zh: "依赖事项", en: "What we need from them"), .longText),
        ],
        states: StateMap(
            [
                RecordState("draft", Text(zh: "草稿", en: "Draft")),
                RecordState("aligned", Text(zh: "已对齐", en: "Aligned"), .info),
                RecordState("closed", Text(zh: "已复盘", en: "Reviewed"), .good, isLocked: true),
            ],
            moves: [
                StateMove(
                    "align", Text(zh: "确认对齐", en: "Align"), from: ["draft"], to: "aligned", needs: ["owner", "ends_on"]),
                StateMove(
                    "close", Text(zh: "复盘关闭", en: "Review and close"), from: ["aligned"], to: "closed", reason: true),
            ]),
        views: [.board(by: "department"), .timeline(from: "starts_on", to: "ends_on")],
        starter: [
            StarterRecord(
                Text(zh: "让更多新客在 90 天内成为回头客", en: "Turn more new customers into returning ones within 90 days"),
                [
                    "cycle": .text(zh: "本季度", en: "This quarter"), "department": "marketing", "starts_on": .day(0),
                    "ends_on": .day(90), "goal": .linked(["Lift repurchase to 28 %"]),
                    "depends_on": ["product", "service", "technology"],
                    "why": .text(
                        zh: "拉新成本上升，首单后 30 天无触达的客户流失最快。",
                        en: "New customers cost more and more, and those who hear nothing for 30 days leave first."),
                    "dependencies": .text(
                        zh: "技术：打通会员标签；客服：首单回访话术；产品：加购装规格。",
                        en: "Technology: member tags. Service: a call after the first order. Product: a refill size."),
                ]),
            StarterRecord(
                Text(zh: "在核心人群中建立“专业可靠”的品牌认知", en: "Be known as professional and reliable among core people"),
                [
                    "cycle": .text(zh: "本季度", en: "This quarter"), "department": "marketing", "starts_on": .day(0),
                    "ends_on": .day(90), "goal": .linked(["Raise NPS to 40"]), "depends_on": ["rd"],
                    "why": .text(zh: "搜索流量集中在品类词，品牌词占比低。", en: "People search for the category, few for the brand."),
                    "dependencies": .text(zh: "研发：提供检测报告与专家出镜。", en: "R&D: test reports and an expert on camera."),
                ]),
        ])
}
