import Kernel
import Records

extension RecordType {
    static let checkIn = RecordType(
        "check_in", Text(zh: "OKR 签到", en: "Check-in"), prefix: "CHK", rows: ["S-04"],
        meaning: Text(
            zh: "双周对齐会上的一次更新：数值、信心、阻碍和要谁帮忙。",
            en: "An update at the two-weekly alignment: value, confidence, obstacles, and whose help is needed."),
        title: Text(zh: "一句话进展", en: "Progress in a sentence"),
        fields: [
            RecordField("key_result", Text(zh: "关键结果", en: "Key result"), .link(to: "key_result"), required: true),
            RecordField("held_on", Text(zh: "日期", en: "Date"), .day, required: true),
            RecordField(
                "value", Text(zh: "当前值", en: "Value"), .number(NumberForm()), required: true,
                help: RecordField.inMetricUnit),
            RecordField(
                "confidence", Text(zh: "达成信心", en: "Confidence"), .scale(1...10), required: true,
                help: Text(zh: "10 = 肯定达成，5 = 一半把握", en: "10 = certain, 5 = even odds")),
            RecordField("progress", Text(zh: "完成了什么", en: "What was done"), .longText),
            RecordField("obstacles", Text(zh: "阻碍", en: "Obstacles"), .longText),
            RecordField("needs_help_of", Text(zh: "需要哪些部门支持", en: "Help needed from"), .choices(.departments)),
            RecordField("next_steps", Text(zh: "接下来两周", en: "The next two weeks"), .longText), .owner,
        ],
        states: .minutes, views: [.calendar(on: "held_on")])
}
