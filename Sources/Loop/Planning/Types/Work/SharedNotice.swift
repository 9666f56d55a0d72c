import Kernel
import Records

extension RecordType {
    static let sharedNotice = RecordType(
        "shared_notice", Text(zh: "协同通知", en: "Notice"), prefix: "NTC", resource: .campaign, rows: ["WF-08"],
        meaning: Text(
            zh: "跨部门的通知、请求与固定会议：发给谁、何时生效、要谁做什么。",
            en: "Notices, requests and standing meetings across departments: to whom, from when, and what is asked."),
        title: Text(zh: "标题", en: "Subject"),
        fields: [
            RecordField(
                "kind", Text(zh: "类型", en: "Kind"),
                .choice([
                    Choice("notice", Text(zh: "通知", en: "Notice")),
                    Choice("request", Text(zh: "请求协助", en: "Request"), .warning),
                    Choice("meeting", Text(zh: "固定会议", en: "Standing meeting")),
                    Choice("goal", Text(zh: "共享目标", en: "Shared goal"), .info),
                ]), required: true),
            RecordField("departments", Text(zh: "涉及部门", en: "Departments"), .choices(.departments), required: true),
            RecordField("effective_on", Text(zh: "生效日期", en: "In force on"), .day),
            RecordField(
                "cadence", Text(zh: "会议节奏", en: "Cadence"), .choice(.cadences),
                help: Text(zh: "仅固定会议填写", en: "For standing meetings only")),
            RecordField("body_text", Text(zh: "内容", en: "Text"), .longText, required: true),
            RecordField("asks", Text(zh: "需要对方做什么", en: "What we ask"), .longText),
            RecordField("needs_receipt", Text(zh: "要求阅读确认", en: "Reading is confirmed"), .flag),
            RecordField("goals", Text(zh: "相关目标", en: "Goals"), .links(to: "goal")), .dueOn, .owner,
        ],
        views: [.calendar(on: "effective_on"), .board(by: "kind")],
        starter: [
            StarterRecord(
                Text(zh: "市场与销售周会", en: "Weekly of marketing and sales"),
                [
                    "kind": "meeting", "departments": ["marketing", "sales"], "cadence": "weekly",
                    "body_text": .text(
                        zh: "每周一 30 分钟：上周转化漏斗、线索退回原因、本周活动排期。",
                        en: "30 minutes every Monday: last week's funnel, returned leads, this week's plan."),
                    "needs_receipt": false,
                ]),
            StarterRecord(
                Text(zh: "经营月会（产品、供应链、客服、财务）", en: "Monthly of product, supply, service and finance"),
                [
                    "kind": "meeting", "departments": ["product", "supply", "service", "finance"], "cadence": "monthly",
                    "body_text": .text(
                        zh: "复盘指标偏差，确认改进与投入，形成决议。",
                        en: "Looks at deviations, agrees improvements and money, records decisions."),
                    "needs_receipt": false,
                ]),
        ])
}
