import Kernel
import Records

extension RecordType {
    static let bodySeat = RecordType(
        "body_seat", Text(zh: "机构席位", en: "Seat"), prefix: "SEAT", rows: ["S-05"],
        meaning: Text(
            zh: "治理机构的一个席位：职务、现任成员、代理人与是否有表决权；人员变动时只改这里。",
            en:
                "A seat in a governance body: position, who holds it, deputy and vote; when people change, only this changes."
        ),
        title: Text(zh: "职务", en: "Position"),
        fields: [
            RecordField("body", Text(zh: "所属机构", en: "Body"), .link(to: "governance_body"), required: true),
            RecordField("department", Text(zh: "代表部门", en: "Department"), .choice(.departments)),
            RecordField("member", Text(zh: "现任成员", en: "Member"), .person),
            RecordField(
                "deputy", Text(zh: "代理人", en: "Deputy"), .person,
                help: Text(zh: "成员缺席时代为表决", en: "Votes when the member is away")),
            RecordField(
                "part", Text(zh: "角色", en: "Role"),
                .choice([
                    Choice("chair", Text(zh: "召集人", en: "Chair"), .info),
                    Choice("member", Text(zh: "委员", en: "Member")),
                    Choice("secretary", Text(zh: "秘书", en: "Secretary")),
                ]), required: true),
            RecordField("has_vote", Text(zh: "有表决权", en: "Has a vote"), .flag),
            .startsOn, .endsOn,
        ],
        views: [.board(by: "part")],
        starter: [
            seat(
                Text(zh: "总经理（战略委员会召集人）", en: "Managing director (chair, strategy committee)"), "Strategy committee",
                nil, "chair"),
            seat(
                Text(zh: "市场负责人（战略委员会）", en: "Head of marketing (strategy committee)"), "Strategy committee",
                "marketing"),
            seat(Text(zh: "研发负责人（战略委员会）", en: "Head of R&D (strategy committee)"), "Strategy committee", "rd"),
            seat(
                Text(zh: "供应链负责人（战略委员会）", en: "Head of supply chain (strategy committee)"), "Strategy committee",
                "supply"),
            seat(
                Text(zh: "市场总监（营销战略委员会召集人）", en: "Marketing director (chair, marketing strategy committee)"),
                "Marketing strategy committee", "marketing", "chair"),
            seat(
                Text(zh: "销售总监（营销战略委员会）", en: "Sales director (marketing strategy committee)"),
                "Marketing strategy committee", "sales"),
            seat(
                Text(zh: "数据分析师（营销战略委员会）", en: "Data analyst (marketing strategy committee)"),
                "Marketing strategy committee", "technology"),
            seat(
                Text(zh: "市场负责人（营销委员会召集人）", en: "Head of marketing (chair, marketing committee)"),
                "Marketing committee", "marketing", "chair"),
            seat(Text(zh: "销售负责人（营销委员会）", en: "Head of sales (marketing committee)"), "Marketing committee", "sales"),
            seat(
                Text(zh: "财务负责人（营销委员会）", en: "Head of finance (marketing committee)"), "Marketing committee", "finance"),
            seat(Text(zh: "首席执行官（决策小组召集人）", en: "CEO (chair, decision cell)"), "Decision cell", nil, "chair"),
            seat(Text(zh: "首席财务官（决策小组）", en: "CFO (decision cell)"), "Decision cell", "finance"),
            seat(Text(zh: "战略总监（决策小组）", en: "Strategy director (decision cell)"), "Decision cell", nil),
            seat(
                Text(zh: "数据负责人（数据治理委员会召集人）", en: "Data officer (chair, data governance)"), "Data governance committee",
                "technology", "chair"),
            seat(
                Text(zh: "财务数据责任人（数据治理委员会）", en: "Owner of finance data (data governance)"),
                "Data governance committee", "finance"),
            seat(Text(zh: "法务代表（数据治理委员会）", en: "Legal (data governance)"), "Data governance committee", "legal"),
        ])

    private static func seat(_ title: Text, _ body: String, _ department: String?, _ part: String = "member")
        -> StarterRecord
    {
        var values: [String: StarterValue] = ["body": .linked([body]), "part": .code(part), "has_vote": true]
        values["department"] = department.map { .code($0) }
        return StarterRecord(title, values)
    }
}
