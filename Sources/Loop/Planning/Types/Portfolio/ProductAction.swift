import Kernel
import Records

extension RecordType {
    static let productAction = RecordType(
        "product_action", Text(zh: "产品行动", en: "Product action"), prefix: "ACT", resource: .campaign, rows: ["PP-05"],
        meaning: Text(
            zh: "把市场需求与客户反馈变成可执行的产品动作，分流到微创新或前瞻研究。",
            en:
                "Turns needs and feedback into something the product team can do, routed to micro-innovation or forward research."
        ),
        title: Text(zh: "行动", en: "Action"),
        fields: [
            RecordField(
                "kind", Text(zh: "类型", en: "Kind"),
                .choice([
                    Choice("launch", Text(zh: "上新", en: "Launch")), Choice("upgrade", Text(zh: "升级", en: "Upgrade")),
                    Choice("feature", Text(zh: "功能改进", en: "Feature")),
                    Choice("packaging", Text(zh: "包装", en: "Packaging")),
                    Choice("service_flow", Text(zh: "服务流程", en: "Service flow")),
                    Choice("added_service", Text(zh: "增值服务", en: "Value-added service")),
                    Choice("retire", Text(zh: "下架", en: "Retire")),
                ]), required: true),
            RecordField(
                "route", Text(zh: "分流", en: "Route"),
                .choice([
                    Choice("micro", Text(zh: "微创新", en: "Micro-innovation")),
                    Choice("research", Text(zh: "前瞻研究", en: "Forward research"), .info),
                    Choice("direct", Text(zh: "直接执行", en: "Do it")),
                ])),
            RecordField("need", Text(zh: "需求或反馈原文", en: "Need or feedback"), .longText, required: true),
            RecordField(
                "origin", Text(zh: "来源", en: "Origin"),
                .choice([
                    Choice("customer", Text(zh: "客户反馈", en: "Customers")),
                    Choice("sales", Text(zh: "一线销售", en: "Sales")), Choice("service", Text(zh: "客服", en: "Service")),
                    Choice("rival", Text(zh: "竞品", en: "Rivals")), Choice("research", Text(zh: "调研", en: "Research")),
                    Choice("internal", Text(zh: "内部提议", en: "Own idea")),
                ])),
            RecordField("product_line", Text(zh: "产品线", en: "Product line"), .text(limit: 80)),
            .score("benefit", Text(zh: "预期收益", en: "Benefit")),
            .score("effort", Text(zh: "投入", en: "Effort")),
            RecordField("personas", Text(zh: "受益画像", en: "Personas"), .links(to: "persona")),
            RecordField("signs", Text(zh: "相关竞品动态", en: "Competitor signs"), .links(to: "competitor_sign")),
            RecordField(
                "marketing_role", Text(zh: "市场参与环节", en: "Role of marketing"), .longText,
                help: Text(zh: "定义、概念测试、试销、上市", en: "Definition, concept test, trial, launch")),
            RecordField("departments", Text(zh: "协同部门", en: "Departments"), .choices(.departments)), .startsOn, .dueOn,
            .owner,
        ],
        states: .work,
        views: [
            .board(by: nil), .board(by: "route"), .matrix(across: "effort", down: "benefit"),
            .timeline(from: "starts_on", to: "due_on"),
        ])
}
