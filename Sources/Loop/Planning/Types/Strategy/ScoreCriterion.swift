import Kernel
import Records

extension RecordType {
    static let scoreCriterion = RecordType(
        "score_criterion", Text(zh: "评分标准与权重", en: "Score criterion"), prefix: "CRIT",
        rows: ["S-08", "T-03", "PP-02", "RG-01", "DA-12"],
        meaning: Text(
            zh: "各类评分的标准、权重与打分口径；同一评分的权重合计为 100%。",
            en: "Criteria, weights and what 1 and 5 mean for every kind of score; the weights of one kind total 100 %."),
        title: Text(zh: "标准", en: "Criterion"),
        fields: [
            RecordField(
                "model", Text(zh: "用于哪类评分", en: "Used for"),
                .choice([
                    Choice("priority_item", Text(zh: "优先级事项", en: "Priority items")),
                    Choice("segment_choice", Text(zh: "细分市场选择", en: "Segment choices")),
                    Choice("exit_assessment", Text(zh: "退出评估", en: "Exit assessments")),
                    Choice("region_score", Text(zh: "区域评分", en: "Region scores")),
                    Choice("tool_scorecard", Text(zh: "营销工具评分卡", en: "Tool scorecards")),
                ]), required: true),
            RecordField(
                "field", Text(zh: "对应打分项", en: "Field"), .text(limit: 60), required: true,
                help: Text(zh: "打分项的字段名，例如 market_score", en: "The field's id, such as market_score")),
            RecordField("weight", Text(zh: "权重", en: "Weight"), .share, required: true),
            RecordField(
                "is_reversed", Text(zh: "反向计分", en: "Counts against"), .flag,
                help: Text(zh: "勾选后分数越高越不利", en: "If so, a higher score is worse")),
            RecordField("meaning_low", Text(zh: "1 分的含义", en: "What 1 means"), .line),
            RecordField("meaning_high", Text(zh: "5 分的含义", en: "What 5 means"), .line), .owner, .reviewOn,
        ],
        views: [.board(by: "model")], starter: .scoreCriteria)
}
