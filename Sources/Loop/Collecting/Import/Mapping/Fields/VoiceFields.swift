/// What customers say: surveys and mentions.
enum VoiceFields {
    static let answers: [TargetField] = [
        TargetField("customer_no", "客户编号", "Customer number", .reference(.customer), CustomerFields.numberWords),
        TargetField(
            "survey", "问卷", "Survey", .text, required: true, ["问卷名称", "调研名称", "调查", "surveyname", "questionnaire"]),
        TargetField("question", "问题", "Question", .text, ["题目", "题干", "questiontext"]),
        TargetField("score", "评分", "Score", .whole(-100...1000), ["分数", "打分", "得分", "nps", "rating"]),
        TargetField("comment", "评价", "Comment", .text, ["意见", "留言", "反馈", "备注", "feedback", "remark", "text"]),
        TargetField(
            "answered_at", "答题时间", "Answered at", .moment, required: true,
            ["时间", "日期", "提交时间", "填写时间", "date", "time", "submittedat", "timestamp"]),
        TargetField("store_code", "门店编码", "Store code", .reference(.store), PlaceFields.storeWords),
        TargetField("product_code", "商品编码", "Product code", .reference(.product), ProductFields.codeWords),
        TargetField("region", "大区", "Region", .word(.region), ["区域", "地区", "area"]),
    ]

    static let mentions: [TargetField] = [
        TargetField(
            "channel", "平台", "Channel", .word(.channel), required: true, ["渠道", "来源", "媒体", "platform", "source"]),
        TargetField(
            "said_at", "发布时间", "Said at", .moment, required: true,
            ["时间", "日期", "发表时间", "date", "time", "publishedat", "timestamp"]),
        TargetField("sentiment", "情感", "Sentiment", .word(.sentiment), ["情感倾向", "情绪", "polarity"]),
        TargetField("text", "内容", "Text", .text, required: true, ["正文", "评论", "评论内容", "content", "comment", "review"]),
    ]
}
