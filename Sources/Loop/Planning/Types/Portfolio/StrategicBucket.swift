import Kernel
import Records

extension RecordType {
    static let strategicBucket = RecordType(
        "strategic_bucket", Text(zh: "战略桶", en: "Strategic bucket"), prefix: "BKT", rows: ["PP-07"],
        meaning: Text(
            zh: "研发投入的分桶：各桶占比合计须为 100%，研发项目逐一归桶，计划占比与实际占比并列。",
            en:
                "Shares of development that total 100 %; every project is charged to one, and planned stands beside actual."
        ),
        title: Text(zh: "战略桶", en: "Bucket"),
        fields: [
            RecordField(
                "policy", Text(zh: "配比方案", en: "Policy"), .text(limit: 60), required: true,
                help: Text(zh: "同一方案下各桶占比合计 100%", en: "The buckets of one policy total 100 %")),
            RecordField(
                "year", Text(zh: "年度", en: "Year"), .number(NumberForm(in: 2_020...2_060, decimals: 0)), required: true),
            RecordField("planned_share", Text(zh: "计划占比", en: "Planned share"), .share, required: true),
            RecordField("definition", Text(zh: "归桶标准", en: "What belongs in it"), .longText, required: true),
            RecordField("budget", Text(zh: "金额", en: "Amount"), .money),
            RecordField("tolerance", Text(zh: "允许偏离", en: "Tolerance"), .share), .owner, .note,
        ],
        states: .approved(needs: ["planned_share", "definition"]), views: [.board(by: nil)],
        starter: [
            StarterRecord(
                Text(zh: "突破型创新", en: "Breakthrough"),
                [
                    "policy": .text(zh: "研发配比", en: "Development"), "year": 2_027, "planned_share": 0.7,
                    "tolerance": 0.05,
                    "definition": .text(
                        zh: "新平台、新品类或新技术路线；短期可不盈利。",
                        en: "New platforms, categories or technologies; need not pay at once."),
                ]),
            StarterRecord(
                Text(zh: "渐进型创新", en: "Incremental"),
                [
                    "policy": .text(zh: "研发配比", en: "Development"), "year": 2_027, "planned_share": 0.3,
                    "tolerance": 0.05,
                    "definition": .text(zh: "现有产品的改良、降本与规格延伸。", en: "Better, cheaper or more sizes of what there is."),
                ]),
        ])
}
