import Kernel
import Records

extension RecordType {
    static let certificate = RecordType(
        "certificate", Text(zh: "证书", en: "Certificate"), prefix: "CERT", resource: .campaign, rows: ["SA-05"],
        meaning: Text(
            zh: "通过考核获得的证书：有效期、考核方式与对应系统权限。",
            en: "A certificate: how it is earned, how long it is valid, and which rights it gives."),
        title: Text(zh: "证书", en: "Certificate"),
        fields: [
            RecordField("needed_for", Text(zh: "对应权限", en: "Needed for"), .line),
            RecordField("exam", Text(zh: "考核方式", en: "Exam"), .longText, required: true),
            RecordField(
                "pass_mark", Text(zh: "合格线", en: "Pass mark"),
                .number(NumberForm(unit: Text(zh: "分", en: "points"), in: 0...100, decimals: 0))),
            RecordField(
                "valid_months", Text(zh: "有效期", en: "Valid for"),
                .number(NumberForm(unit: Text(zh: "个月", en: "months"), in: 1...120, decimals: 0))),
            RecordField("renewal", Text(zh: "换证要求", en: "Renewal"), .longText), .owner,
        ],
        starter: [
            StarterRecord(
                Text(zh: "CRM 操作证", en: "CRM certificate"),
                [
                    "needed_for": .text(zh: "CRM 写权限", en: "Write access to CRM"),
                    "exam": .text(zh: "10 道操作题 + 一次录入抽查。", en: "Ten tasks and a checked entry."), "pass_mark": 90,
                    "valid_months": 12,
                    "renewal": .text(
                        zh: "年度换证，合规扣分超过 3 分须重考。",
                        en: "Yearly; whoever loses more than three compliance points sits the exam again."
                    ),
                ]),
            StarterRecord(
                Text(zh: "价格与合规证", en: "Pricing and compliance certificate"),
                [
                    "needed_for": .text(zh: "发布促销与价格宣称", en: "Publishing promotions and price claims"),
                    "exam": .text(
                        zh: "案例判断：真实成交价、承诺与禁用词。", en: "Judging cases: genuine was-prices, promises, banned words."),
                    "pass_mark": 100, "valid_months": 12,
                    "renewal": .text(zh: "法规更新后 30 天内补考。", en: "A new exam within 30 days of a change in the law."),
                ]),
        ])
}
