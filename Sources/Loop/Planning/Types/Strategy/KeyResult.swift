import Kernel
import Records

extension RecordType {
    static let keyResult = RecordType(
        "key_result", Text(zh: "关键结果（KR）", en: "Key result"), prefix: "KR", rows: ["S-04"],
        meaning: Text(
            zh: "用数字说明目标是否实现；进展由每两周的签到更新。",
            en: "Says in numbers whether the objective is reached; check-ins every two weeks keep it up to date."),
        title: Text(zh: "关键结果（KR）", en: "Key result"),
        fields: [
            RecordField("objective", Text(zh: "所属目标（O）", en: "Objective"), .link(to: "objective"), required: true),
            .metric,
            RecordField("unit", Text(zh: "单位", en: "Unit"), .text(limit: 20)),
            RecordField("baseline", Text(zh: "起点", en: "Start"), .number(NumberForm()), required: true),
            RecordField(
                "target", Text(zh: "目标值", en: "Target"), .number(NumberForm()), required: true,
                help: RecordField.inMetricUnit),
            RecordField("current", Text(zh: "当前值", en: "Now"), .number(NumberForm())),
            RecordField(
                "ambition", Text(zh: "挑战程度", en: "Ambition"),
                .choice([
                    Choice("committed", Text(zh: "承诺型", en: "Committed")),
                    Choice("aspirational", Text(zh: "挑战型", en: "Aspirational"), .info),
                ]),
                help: Text(
                    zh: "承诺型须 100% 达成；挑战型达到 70% 即为良好",
                    en: "A committed one must be met in full; 70 % of an aspirational one is good")),
            RecordField(
                "confidence", Text(zh: "达成信心", en: "Confidence"), .scale(1...10),
                help: Text(zh: "10 = 肯定达成，5 = 一半把握", en: "10 = certain, 5 = even odds")), .owner, .dueOn, .note,
        ],
        states: .work, views: [.board(by: nil), .calendar(on: "due_on")],
        starter: [
            StarterRecord(
                Text(zh: "首单客户 90 天复购率从 22% 到 28%", en: "Repurchase within 90 days from 22 % to 28 %"),
                [
                    "objective": .linked([returning]), "metric": "repurchase_rate", "baseline": 22, "target": 28,
                    "ambition": "aspirational", "confidence": 6, "due_on": .day(90),
                ]),
            StarterRecord(
                Text(
                    zh: "首单后 14 天触达率从 40% 到 85%", en: "First-time buyers contacted within 14 days from 40 % to 85 %"),
                [
                    "objective": .linked([returning]), "unit": .text(zh: "%", en: "%"), "baseline": 40, "target": 85,
                    "ambition": "committed", "confidence": 8, "due_on": .day(90),
                ]),
            StarterRecord(
                Text(zh: "净推荐值从 35 到 38", en: "NPS from 35 to 38"),
                [
                    "objective": .linked([known]), "metric": "nps", "baseline": 35, "target": 38,
                    "ambition": "committed", "confidence": 6, "due_on": .day(90),
                ]),
            StarterRecord(
                Text(zh: "发布 6 篇专家内容，平均完读率 45%", en: "Publish 6 expert pieces that 45 % read to the end"),
                [
                    "objective": .linked([known]), "unit": .text(zh: "篇", en: "pieces"), "baseline": 0, "target": 6,
                    "ambition": "committed", "confidence": 8, "due_on": .day(90),
                ]),
        ])

    private static let returning = "Turn more new customers into returning ones within 90 days"
    private static let known = "Be known as professional and reliable among core people"
}
