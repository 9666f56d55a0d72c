import Kernel
import Records

extension RecordType {
    static let researchStudy = RecordType(
        "research_study", Text(zh: "市场研究项目", en: "Research study"), prefix: "STUDY", rows: ["M-08"],
        meaning: Text(
            zh: "一项研究的问题、方法与抽样方案；各波次与访谈记录关联在下。",
            en: "A study's questions, method and sampling plan; waves and interviews are linked to it."),
        title: Text(zh: "研究名称", en: "Study"),
        fields: [
            RecordField("questions", Text(zh: "要回答的问题", en: "Questions"), .longText, required: true),
            RecordField("decision", Text(zh: "用于什么决策", en: "The decision it serves"), .longText),
            RecordField(
                "methods", Text(zh: "方法", en: "Methods"),
                .choices([
                    Choice("survey", Text(zh: "问卷", en: "Survey")),
                    Choice("focus_group", Text(zh: "焦点小组", en: "Focus group")),
                    Choice("interview", Text(zh: "深度访谈", en: "Interviews")),
                    Choice("observation", Text(zh: "观察", en: "Observation")),
                    Choice("desk", Text(zh: "案头研究", en: "Desk research")),
                ]), required: true),
            RecordField("population", Text(zh: "目标总体", en: "Population"), .line, section: sampling),
            RecordField(
                "sampling", Text(zh: "抽样方法", en: "Sampling"),
                .choice([
                    Choice("random", Text(zh: "随机", en: "Random")),
                    Choice("stratified", Text(zh: "分层", en: "Stratified")),
                    Choice("quota", Text(zh: "配额", en: "Quota")),
                    Choice("convenience", Text(zh: "便利", en: "Convenience"), .warning),
                ]),
                help: Text(
                    zh: "便利抽样不能推断总体，结论中须注明。",
                    en: "A convenience sample says nothing about the population; say so in the conclusion."),
                section: sampling),
            RecordField(
                "sample_size", Text(zh: "计划样本量", en: "Planned sample"),
                .number(NumberForm(unit: Text(zh: "人", en: "people"), in: 1...10_000_000, decimals: 0)),
                section: sampling),
            RecordField("quotas", Text(zh: "配额与加权", en: "Quotas and weights"), .longText, section: sampling),
            .startsOn, .endsOn,
            RecordField("supplier", Text(zh: "执行机构", en: "Agency"), .line),
            RecordField("cost", Text(zh: "费用", en: "Cost"), .money, resource: .budget),
            RecordField("findings", Text(zh: "主要发现", en: "Findings"), .longText),
            RecordField("personas", Text(zh: "涉及画像", en: "Personas"), .links(to: "persona")), .owner,
        ],
        states: .work, views: [.board(by: nil), .timeline(from: "starts_on", to: "ends_on")],
        starter: [
            StarterRecord(
                Text(zh: "核心客户需求月度调查", en: "Monthly survey of core customers"),
                [
                    "questions": .text(
                        zh: "未来一个月最想解决的问题是什么？我们的产品在哪些场景没被想到？",
                        en:
                            "What do core customers want solved next month? In which situations do they not think of us?"
                    ),
                    "decision": .text(
                        zh: "下月内容选题、权益调整与产品行动的优先级。", en: "Next month's topics, benefits and product actions."),
                    "methods": ["survey", "interview"],
                    "population": .text(zh: "近 90 天有购买的会员", en: "Members who bought in the last 90 days"),
                    "sampling": "stratified", "sample_size": 400,
                    "quotas": .text(
                        zh: "按客户分层与区域配额；每层不少于 60 份，分析时按实际占比加权。",
                        en: "Quotas by tier and region, at least 60 each; weighted by true shares."),
                ])
        ])

    private static let sampling = Text(zh: "抽样方案", en: "Sampling plan")
}
