import Kernel
package import Records

extension RecordType {
    package static let sopTemplate = RecordType(
        "sop_template", Text(zh: "活动 SOP 模板", en: "SOP template"), prefix: "SOP", resource: .campaign,
        rows: ["WF-06"],
        meaning: Text(
            zh: "常用活动的标准步骤、角色分工与用料，拿来即用。",
            en: "Standard steps, roles and materials for the usual campaigns, ready to use."),
        title: Text(zh: "活动类型", en: "Campaign"),
        fields: [
            RecordField(
                "kind", Text(zh: "类别", en: "Kind"),
                .choice([
                    Choice("online", Text(zh: "线上活动", en: "Online")), Choice("live", Text(zh: "直播", en: "Live stream")),
                    Choice("offline", Text(zh: "线下活动", en: "Event")), Choice("launch", Text(zh: "新品上市", en: "Launch")),
                    Choice("member", Text(zh: "会员活动", en: "Members")),
                    Choice("crisis", Text(zh: "应急响应", en: "Emergency"), .warning),
                ]), required: true),
            RecordField(
                "steps", Text(zh: "步骤", en: "Steps"), .longText, required: true,
                help: Text(zh: "每行一步：T−14 | 任务 | 部门", en: "One a line: T−14 | task | department")),
            RecordField("roles", Text(zh: "角色分工", en: "Roles"), .longText),
            RecordField("materials", Text(zh: "物料与现场", en: "Materials and site"), .longText),
            RecordField(
                "days", Text(zh: "全程天数", en: "Whole length"),
                .number(NumberForm(unit: Text(zh: "天", en: "days"), in: 1...365, decimals: 0))),
            RecordField("departments", Text(zh: "参与部门", en: "Departments"), .choices(.departments)),
            RecordField("gates", Text(zh: "必经闸口", en: "Gates"), .links(to: "stage_gate")),
            RecordField("plan", Text(zh: "对应应急预案", en: "Emergency plan"), .link(to: "emergency_plan")),
            RecordField("pitfalls", Text(zh: "常见问题", en: "Pitfalls"), .longText),
            RecordField("metrics", Text(zh: "复盘指标", en: "Metrics for review"), .line), .owner,
        ],
        views: [.board(by: "kind")], starter: .sopTemplates)
}
