import Kernel

extension CanonicalTable {
    /// Answers to surveys: NPS has survey `nps` and scores 0 to 10.
    package static let surveyAnswer = CanonicalTable(
        "survey_answer", Text(zh: "问卷回答", en: "Survey answers"), day: "answered_on",
        [
            Column("answer_id", .integer), Column("customer_id", .integer), Column("survey", .text),
            Column("question", .text), Column("score", .small), Column("comment", .text),
            Column("answered_at", .moment),
            Column("answered_on", .day), Column("store_id", .integer), Column("product_id", .integer),
            Column("region", .text),
        ])

    /// What is said about the brand in public.
    package static let mention = CanonicalTable(
        "mention", Text(zh: "舆情提及", en: "Mentions"), day: "said_on",
        [
            Column("mention_id", .integer), Column("channel", .text), Column("said_at", .moment),
            Column("said_on", .day),
            Column("sentiment", .text), Column("text", .text),
        ])
}
