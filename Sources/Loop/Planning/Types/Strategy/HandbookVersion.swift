import Kernel
package import Records

extension RecordType {
    package static let handbookVersion: RecordType = RecordType(
        "handbook_version", Text(zh: "战略执行手册", en: "Strategy handbook"), prefix: "HB", rows: ["S-11", "AD-08"],
        meaning: Text(
            zh: "把已批准的内容汇编成一份编号文件；提交审批时冻结内容，批准后按版本号发布，并要求阅读确认。",
            en:
                "What is approved, put together in one numbered document: frozen when approval is asked for, then published under its number and confirmed by its readers."
        ),
        fields: [
            RecordField(
                "step", Text(zh: "版本变化", en: "Step"),
                .choice([
                    Choice("major", Text(zh: "大版本（n.0）", en: "Major (n.0)"), .info),
                    Choice("minor", Text(zh: "小修订（n.m）", en: "Minor (n.m)")),
                ]), required: true, help: Text(zh: "版本号在发布时自动编定", en: "The number is given when it is published")),
            RecordField(
                "department", Text(zh: "归口部门", en: "Owning department"), .choice(.departments), required: true,
                help: Text(zh: "负责解释与更新", en: "Explains it and keeps it up to date")),
            RecordField("effective_on", Text(zh: "生效日期", en: "Effective on"), .day, required: true),
            RecordField(
                "change_points", Text(zh: "变更要点", en: "Change points"), .longText, required: true,
                help: Text(
                    zh: "用几句话说清改了什么、为什么；逐项差异由程序列出",
                    en: "What changed and why; the differences themselves are listed by the program")),
            RecordField("scope", Text(zh: "影响范围", en: "Impact scope"), .longText, required: true),
            RecordField("departments", Text(zh: "影响部门", en: "Departments concerned"), .choices(.departments)),
            RecordField(
                "secrecy", Text(zh: "密级", en: "Confidentiality"),
                .choice([
                    Choice("internal", Text(zh: "内部资料", en: "Internal")),
                    Choice("confidential", Text(zh: "秘密", en: "Confidential"), .warning),
                    Choice("strict", Text(zh: "机密", en: "Strictly confidential"), .danger),
                ]), help: Text(zh: "不选为内部资料；印在每一页页眉", en: "Internal unless said otherwise; printed on every page")),
            RecordField(
                "adjustments", Text(zh: "依据的调整方案", en: "Adjustments behind it"), .links(to: "adjustment_plan")),
            RecordField(
                "read_days", Text(zh: "阅读确认期限", en: "Confirm reading within"),
                .number(NumberForm(unit: Text(zh: "天", en: "days"), in: 1...90, decimals: 0)),
                help: Text(zh: "不填为 7 天；逾期后每天提醒", en: "7 days unless said otherwise; reminders come daily after that")),
            .owner,
        ],
        states: StateMap(
            [
                RecordState("draft", Text(zh: "编写中", en: "Being written")),
                RecordState("published", Text(zh: "现行", en: "In force"), .good, isLocked: true),
                RecordState("superseded", Text(zh: "已被取代", en: "Superseded"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "publish", Text(zh: "发布", en: "Publish"), from: ["draft"], to: "published", needs: ["owner"],
                    approval: true),
                StateMove("supersede", Text(zh: "由新版取代", en: "Superseded"), from: ["published"], to: "superseded"),
            ]),
        views: [.calendar(on: "effective_on")], rules: [.handbook])
}
