import Kernel
import Records

extension RecordType {
    static let toolScorecard = RecordType(
        "tool_scorecard", Text(zh: "营销工具评分卡", en: "Tool scorecard"), prefix: "TOOL", resource: .campaign,
        rows: ["DA-12"],
        meaning: Text(
            zh: "选型时按规模、开放接口、合规、厂商生态、增效与决策准确度打分，不凭演示拍板。",
            en:
                "Scores a tool by scale, open API, compliance, vendor ecosystem, gain in efficiency and in accuracy of decisions, not by its demo."
        ),
        title: Text(zh: "候选工具", en: "Candidate"),
        fields: [
            RecordField("stage", Text(zh: "所属阶段", en: "Stage"), .link(to: "rollout_stage")),
            RecordField("vendor", Text(zh: "厂商", en: "Vendor"), .line),
            RecordField("purpose", Text(zh: "解决什么问题", en: "What it solves"), .longText, required: true),
            .score(
                "scale_score", Text(zh: "规模能力", en: "Scale"),
                help: Text(zh: "千万级用户下的实测表现", en: "Measured at tens of millions of people"), section: criteria),
            .score(
                "api_score", Text(zh: "开放接口", en: "Open API"),
                help: Text(zh: "数据能否完整导出、能否双向同步", en: "Can everything be exported and synchronised"), section: criteria),
            .score(
                "compliance_score", Text(zh: "合规", en: "Compliance"),
                help: Text(zh: "数据存放地、权限与审计", en: "Where data live, rights, audit"), section: criteria),
            .score("ecosystem_score", Text(zh: "厂商生态", en: "Vendor ecosystem"), section: criteria),
            .score(
                "efficiency_score", Text(zh: "增效", en: "Gain in efficiency"),
                help: Text(zh: "省下多少人天，需有试用数据", en: "Person-days saved, from a trial"), section: criteria),
            .score("accuracy_score", Text(zh: "决策准确度", en: "Accuracy of decisions"), section: criteria),
            RecordField("cost", Text(zh: "三年总成本", en: "Cost over three years"), .money, resource: .budget),
            RecordField("trial", Text(zh: "试用结果", en: "Trial"), .longText),
            RecordField("exit_terms", Text(zh: "退出条款", en: "Exit terms"), .longText),
            RecordField(
                "decision", Text(zh: "结论", en: "Decision"),
                .choice([
                    Choice("buy", Text(zh: "采用", en: "Buy"), .good),
                    Choice("trial", Text(zh: "试用", en: "Trial"), .info),
                    Choice("reject", Text(zh: "不采用", en: "Reject")),
                ])), .owner,
        ],
        states: .work, views: [.board(by: "decision"), .matrix(across: "efficiency_score", down: "compliance_score")],
        starter: [
            tool(
                Text(zh: "数据采集与治理平台（待评分）", en: "Tracking and data platform (to be scored)"), "Stage 1: collect",
                Text(zh: "多端埋点口径不一，身份无法归一。", en: "Every channel tracks its own way, and identities are not joined.")),
            tool(
                Text(zh: "用户画像与 BI（待评分）", en: "Profile engine and BI (to be scored)"), "Stage 2: analyse",
                Text(zh: "分析靠手工取数，结论滞后一周。", en: "Analyses are put together by hand and come a week late.")),
            tool(
                Text(zh: "营销自动化与推荐（待评分）", en: "Automation and recommendation (to be scored)"), "Stage 3: apply",
                Text(zh: "触达以群发为主，无法按行为触发。", en: "Messages go to everybody; nothing is triggered by behaviour.")),
        ])

    private static func tool(_ title: Text, _ stage: String, _ purpose: Text) -> StarterRecord {
        StarterRecord(
            title,
            [
                "stage": .linked([stage]), "purpose": .text(purpose),
                "trial": .text(
                    zh: "用自有数据试用四周：规模按千万级用户压测，记录节省的人天与决策命中率，再逐项打分。",
                    en:
                        "Four weeks with our own data: test the scale at tens of millions of people, note person-days saved and decisions that proved right, then score."
                ),
                "exit_terms": .text(
                    zh: "合同须写明：全量数据可导出、导出格式、退出后的删除证明。",
                    en:
                        "The contract must say that all data can be exported, in which format, and how deletion is proven."
                ),
            ])
    }
    private static let criteria = Text(zh: "六项标准（1–5）", en: "Six criteria (1–5)")
}
