import Kernel
import Records

extension RecordType {
    static let researchWave = RecordType(
        "research_wave", Text(zh: "研究波次", en: "Research wave"), prefix: "WAVE", rows: ["M-08"],
        meaning: Text(
            zh: "同一研究的一次执行，问题不变才能与上一波比较。",
            en: "One run of a study; it can be compared with the wave before only if the questions stay the same."),
        title: Text(zh: "波次", en: "Wave"),
        fields: [
            RecordField("study", Text(zh: "所属研究", en: "Study"), .link(to: "research_study"), required: true),
            RecordField(
                "sequence", Text(zh: "第几波", en: "Number"), .number(NumberForm(in: 1...999, decimals: 0)), required: true
            ), .startsOn, .endsOn,
            RecordField(
                "answers", Text(zh: "回收样本", en: "Answers"),
                .number(NumberForm(unit: Text(zh: "份", en: "answers"), in: 0...10_000_000, decimals: 0))),
            RecordField("response_rate", Text(zh: "回收率", en: "Response rate"), .share),
            RecordField(
                "changes", Text(zh: "问卷改动", en: "Changed questions"), .longText,
                help: Text(zh: "改过的题目不参与波次比较", en: "Changed questions are left out of comparisons")),
            RecordField("demand_up", Text(zh: "增长的需求与偏好", en: "Growing demand"), .longText),
            RecordField("demand_down", Text(zh: "减弱的需求与偏好", en: "Shrinking demand"), .longText), .note,
        ],
        states: .minutes, views: [.timeline(from: "starts_on", to: "ends_on")])
}
