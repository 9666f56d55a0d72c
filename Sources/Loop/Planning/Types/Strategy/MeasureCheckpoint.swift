import Kernel
import Records

extension RecordType {
    static let measureCheckpoint = RecordType(
        "measure_checkpoint", Text(zh: "检查点", en: "Checkpoint"), prefix: "CP", rows: ["S-01"],
        meaning: Text(
            zh: "战略指标在某一天应达到的值；不设时按路径自动推算每季度末。",
            en: "What a strategy measure should be on a day; without any, the ends of quarters follow from its path."),
        title: Text(zh: "检查点", en: "Checkpoint"),
        fields: [
            RecordField("measure", Text(zh: "战略指标", en: "Measure"), .link(to: "strategy_measure"), required: true),
            RecordField("due_on", Text(zh: "检查日", en: "Day"), .day, required: true),
            RecordField("expected", Text(zh: "应达值", en: "Expected"), .number(NumberForm()), required: true),
            RecordField("reason", Text(zh: "设定理由", en: "Why this value"), .longText), .owner,
        ],
        views: [.calendar(on: "due_on")],
        starter: [
            StarterRecord(
                Text(zh: "市场份额：第一年末 17.5%", en: "Market share: 17.5 % after a year"),
                [
                    "measure": .linked(["Market share"]), "due_on": .day(365), "expected": 17.5,
                    "reason": .text(
                        zh: "启动期打基础，首年低于匀速路径（18.3%）。",
                        en: "The foundation phase comes first: below the straight path of 18.3 %."),
                ]),
            StarterRecord(
                Text(zh: "市场份额：第二年末 21.5%", en: "Market share: 21.5 % after two years"),
                [
                    "measure": .linked(["Market share"]), "due_on": .day(730), "expected": 21.5,
                    "reason": .text(zh: "攻坚期渠道下沉完成，增速最快。", en: "Lower-tier channels stand; the fastest growth."),
                ]),
        ])
}
