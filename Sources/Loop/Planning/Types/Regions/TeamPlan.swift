import Kernel
import Records

extension RecordType {
    static let teamPlan = RecordType(
        "team_plan", Text(zh: "本地团队方案", en: "Team plan"), prefix: "TEAM", rows: ["RG-03"],
        meaning: Text(
            zh: "本地团队的岗位与配比、用人标准和可当场拍板的授权范围。",
            en: "Positions and ratio of a local team, what a manager must bring, and what it may decide on the spot."),
        title: Text(zh: "团队", en: "Team"),
        fields: [
            .region,
            RecordField(
                "analysts", Text(zh: "市场分析", en: "Market analysis"),
                .number(NumberForm(unit: Text(zh: "人", en: "people"), in: 0...10_000, decimals: 0)), section: ratio),
            RecordField(
                "operators", Text(zh: "渠道运营", en: "Channel operation"),
                .number(NumberForm(unit: Text(zh: "人", en: "people"), in: 0...10_000, decimals: 0)), section: ratio),
            RecordField(
                "success", Text(zh: "客户成功", en: "Customer success"),
                .number(NumberForm(unit: Text(zh: "人", en: "people"), in: 0...10_000, decimals: 0)),
                help: Text(zh: "默认 1 : 3 : 2", en: "1 : 3 : 2 by default"), section: ratio),
            RecordField("manager_criteria", Text(zh: "负责人标准", en: "Criteria for the manager"), .longText),
            RecordField(
                "years_local", Text(zh: "在当地年限", en: "Years in the region"),
                .number(NumberForm(unit: Text(zh: "年", en: "years"), in: 0...60))),
            RecordField("dialect", Text(zh: "方言与习俗", en: "Dialect and customs"), .longText),
            RecordField(
                "may_decide", Text(zh: "本地可决定事项", en: "Decided locally"), .longText,
                help: Text(zh: "单笔金额、促销幅度与响应时限", en: "Amount, depth of promotion, response time")),
            RecordField("hiring", Text(zh: "补齐计划", en: "Hiring"), .longText), .owner, .note,
        ],
        starter: [
            StarterRecord(
                Text(zh: "区域团队标配（1 : 3 : 2）", en: "Standard regional team (1 : 3 : 2)"),
                [
                    "analysts": 1, "operators": 3, "success": 2, "years_local": 5,
                    "manager_criteria": .text(
                        zh: "本地人或在当地工作满 5 年，懂方言与商业习俗，带过渠道团队。",
                        en: "From the region or five years there, knows dialect and customs, has led a channel team."),
                    "may_decide": .text(
                        zh: "单笔 2 万元以内、不高于标价九折的本地促销，24 小时内可直接执行。",
                        en: "Local promotions up to 20,000 yuan and at most 10 % off, run within 24 hours."),
                ]),
            StarterRecord(
                Text(zh: "新进省份起步团队", en: "Starting team for a new province"),
                [
                    "analysts": 1, "operators": 2, "success": 1, "years_local": 5,
                    "manager_criteria": .text(
                        zh: "有行业经销网络，可独立谈判。", en: "Brings a dealer network and can negotiate alone."),
                ]),
        ])

    private static let ratio = Text(zh: "岗位与配比", en: "Positions and ratio")
}
