import Kernel
import Records

extension RecordType {
    static let training = RecordType(
        "training", Text(zh: "培训", en: "Training"), prefix: "TRN", resource: .campaign, rows: ["SA-05"],
        meaning: Text(
            zh: "培训计划与记录：内容、出席与情景考核；证书决定系统权限。",
            en: "Training and its record: content, attendance, exam; the certificate decides about rights."),
        title: Text(zh: "课程", en: "Course"),
        fields: [
            RecordField(
                "kind", Text(zh: "类别", en: "Kind"),
                .choice([
                    Choice("product", Text(zh: "新品", en: "New product")),
                    Choice("skill", Text(zh: "销售技能", en: "Skill")), Choice("system", Text(zh: "系统操作", en: "System")),
                    Choice("compliance", Text(zh: "合规", en: "Compliance"), .warning),
                ]), required: true),
            RecordField("held_on", Text(zh: "日期", en: "Held on"), .day, required: true),
            RecordField(
                "hours", Text(zh: "课时", en: "Hours"),
                .number(NumberForm(unit: Text(zh: "小时", en: "hours"), in: 0...200, decimals: 1))),
            RecordField("trainer", Text(zh: "讲师", en: "Trainer"), .line),
            RecordField("audience", Text(zh: "对象", en: "For"), .choices(.departments)),
            RecordField("content", Text(zh: "大纲", en: "Outline"), .longText, required: true),
            RecordField("exam", Text(zh: "情景考核", en: "Scenario exam"), .longText),
            RecordField(
                "pass_score", Text(zh: "合格分", en: "Pass mark"),
                .number(NumberForm(unit: Text(zh: "分", en: "points"), in: 0...100, decimals: 0))),
            RecordField(
                "attended", Text(zh: "出席人数", en: "Attended"),
                .number(NumberForm(unit: Text(zh: "人", en: "people"), in: 0...10_000, decimals: 0))),
            RecordField("certificate", Text(zh: "颁发证书", en: "Certificate"), .link(to: "certificate")), .owner,
        ],
        states: .work, views: [.calendar(on: "held_on"), .board(by: "kind")],
        starter: [
            StarterRecord(
                Text(zh: "月度新品工作坊", en: "Monthly new-product workshop"),
                [
                    "kind": "product", "held_on": .day(14), "hours": 2,
                    "content": .text(
                        zh: "卖点、演示、常见疑问与禁用表述。",
                        en: "Selling points, demonstration, usual questions, and what not to say."),
                    "exam": .text(zh: "三分钟讲解 + 两个刁难问题。", en: "A pitch of three minutes and two hard questions."),
                    "pass_score": 80,
                ]),
            StarterRecord(
                Text(zh: "SPIN 与顾问式销售", en: "SPIN and consultative selling"),
                [
                    "kind": "skill", "held_on": .day(30), "hours": 4,
                    "content": .text(
                        zh: "现状、难点、影响、价值四类问题如何问。", en: "Situation, problem, implication, need-payoff: how to ask."),
                    "exam": .text(zh: "角色扮演：一次流失客户挽回。", en: "Role play: winning back a customer."), "pass_score": 75,
                ]),
            StarterRecord(
                Text(zh: "CRM 操作认证", en: "CRM operation certificate"),
                [
                    "kind": "system", "held_on": .day(45), "hours": 3,
                    "content": .text(
                        zh: "线索、跟进记录、阶段定义与数据合规。", en: "Leads, follow-up notes, stage definitions and data compliance."),
                    "exam": .text(zh: "10 道操作题与一次录入复核。", en: "Ten tasks and a checked entry."), "pass_score": 90,
                    "certificate": .linked(["CRM certificate"]),
                ]),
        ])
}
