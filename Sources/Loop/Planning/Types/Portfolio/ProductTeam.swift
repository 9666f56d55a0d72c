import Kernel
import Records

extension RecordType {
    static let productTeam = RecordType(
        "product_team", Text(zh: "产品团队（PDT）", en: "Product team (PDT)"), prefix: "PDT", rows: ["PP-06"],
        meaning: Text(
            zh: "跨职能产品团队：组成、冲刺节奏、决策范围与负责的产品线。",
            en: "A cross-functional team: members, sprint, what it may decide, and its product line."),
        title: Text(zh: "团队", en: "Team"),
        fields: [
            RecordField("product_line", Text(zh: "负责产品线", en: "Product line"), .text(limit: 80)),
            RecordField("lead", Text(zh: "团队负责人", en: "Lead"), .person),
            RecordField("departments", Text(zh: "组成部门", en: "Departments"), .choices(.departments), required: true),
            RecordField("members", Text(zh: "成员与角色", en: "Members and roles"), .longText),
            RecordField(
                "sprint_weeks", Text(zh: "冲刺周期", en: "Sprint"),
                .number(NumberForm(unit: Text(zh: "周", en: "weeks"), in: 1...12, decimals: 0))),
            RecordField(
                "may_decide", Text(zh: "可自行决定", en: "May decide"), .longText,
                help: Text(zh: "不必上报即可拍板的事项与金额上限", en: "What it decides alone, with the limit in money")),
            RecordField("body", Text(zh: "汇报机构", en: "Reports to"), .link(to: "governance_body")), .note,
        ],
        starter: [
            StarterRecord(
                Text(zh: "主力产品线 PDT（示例）", en: "PDT of the main line (sample)"),
                [
                    "departments": ["product", "rd", "marketing", "supply", "service"],
                    "members": .text(
                        zh: "产品经理（负责人）\n研发工程师\n市场代表\n采购与质量\n客服代表",
                        en: "Product manager (lead)\nR&D engineer\nMarketing\nPurchasing and quality\nCustomer service"),
                    "sprint_weeks": 2,
                    "may_decide": .text(
                        zh: "包装文案、试销规模 500 件以内、供应商打样；超出部分报产品委员会。",
                        en:
                            "Pack texts, trials up to 500 pieces, supplier samples; anything more goes to the committee."
                    ),
                ])
        ])
}
