import Kernel
import Records

extension RecordType {
    static let contentItem = RecordType(
        "content_item", Text(zh: "内容条目", en: "Content item"), prefix: "CONT", resource: .campaign,
        rows: ["BR-07", "BR-01"],
        meaning: Text(
            zh: "内容矩阵中的一条：类型、形式、平台、面向谁、讲什么、带什么货，从策划到效果全程可查。",
            en:
                "One piece of the content matrix: type, format, platform, for whom, what it says and which products it carries, from plan to result."
        ),
        title: Text(zh: "标题", en: "Title"),
        fields: [
            RecordField(
                "kind", Text(zh: "内容类型", en: "Type"),
                .choice([
                    Choice("expert", Text(zh: "专家型（白皮书）", en: "Expert (white paper)")),
                    Choice("seeding", Text(zh: "场景种草", en: "Scenario seeding")),
                    Choice("ugc", Text(zh: "互动共创（UGC）", en: "Interactive UGC")),
                    Choice("knowledge", Text(zh: "产品知识", en: "Product knowledge")),
                    Choice("welfare", Text(zh: "社群福利", en: "Offer for groups")),
                ]), required: true),
            RecordField(
                "form", Text(zh: "形式", en: "Format"),
                .choice([
                    Choice("text", Text(zh: "图文", en: "Text and image")), Choice("video", Text(zh: "短视频", en: "Video")),
                    Choice("live", Text(zh: "直播", en: "Live stream")), Choice("h5", Text(zh: "H5 互动", en: "H5")),
                    Choice("paper", Text(zh: "长文", en: "Long form")),
                ]), required: true),
            RecordField("platforms", Text(zh: "平台", en: "Platforms"), .choices(.platforms), required: true),
            RecordField("sub_theme", Text(zh: "所属子主题", en: "Sub-theme"), .link(to: "sub_theme"), required: true),
            RecordField("persona", Text(zh: "面向画像", en: "Persona"), .link(to: "persona")),
            RecordField("proposition", Text(zh: "传递的价值主张", en: "Value proposition"), .link(to: "value_proposition")),
            RecordField(
                "stage", Text(zh: "客户阶段", en: "Customer stage"),
                .choice([
                    Choice("prospect", Text(zh: "潜在", en: "Prospect")), Choice("new", Text(zh: "新客", en: "New")),
                    Choice("active", Text(zh: "活跃", en: "Active")), Choice("dormant", Text(zh: "沉睡", en: "Dormant")),
                    Choice("lost", Text(zh: "流失", en: "Lost")),
                ])),
            RecordField(
                "products", Text(zh: "带货商品", en: "Products carried"), .line,
                help: Text(
                    zh: "商品编码，用分号分隔；据此追踪内容到订单的路径", en: "Product codes with semicolons: the path from content to order")),
            RecordField("brief", Text(zh: "内容要点", en: "Brief"), .longText),
            RecordField("copy", Text(zh: "正文或脚本", en: "Copy or script"), .longText),
            RecordField("assets", Text(zh: "使用的素材", en: "Assets"), .links(to: "asset_library_item")),
            RecordField("publish_on", Text(zh: "计划发布", en: "Publish on"), .day),
            RecordField(
                "result", Text(zh: "效果记录", en: "Result"), .longText,
                help: Text(zh: "曝光、互动、成交及口径", en: "Reach, response and orders, and how they were counted")), .owner,
        ],
        states: StateMap(
            [
                RecordState("planned", Text(zh: "策划", en: "Planned")),
                RecordState("producing", Text(zh: "制作", en: "In production"), .info),
                RecordState("checking", Text(zh: "送审", en: "In review"), .warning),
                RecordState("scheduled", Text(zh: "待发布", en: "Scheduled"), .good),
                RecordState("published", Text(zh: "已发布", en: "Published"), .good),
                RecordState("measured", Text(zh: "已评估", en: "Measured"), .plain, isLocked: true),
                RecordState("withdrawn", Text(zh: "已撤回", en: "Withdrawn"), .danger, isLocked: true),
            ],
            moves: [
                StateMove(
                    "produce", Text(zh: "开始制作", en: "Produce"), from: ["planned"], to: "producing",
                    needs: ["sub_theme", "brief"]),
                StateMove("submit", Text(zh: "送审", en: "Submit"), from: ["producing"], to: "checking", needs: ["copy"]),
                StateMove(
                    "approve", Text(zh: "通过", en: "Approve"), from: ["checking"], to: "scheduled", needs: ["publish_on"]
                ),
                StateMove("return", Text(zh: "退回", en: "Return"), from: ["checking"], to: "producing", reason: true),
                StateMove("publish", Text(zh: "登记发布", en: "Publish"), from: ["scheduled"], to: "published"),
                StateMove(
                    "withdraw", Text(zh: "撤回", en: "Withdraw"), from: ["published"], to: "withdrawn", reason: true),
                StateMove(
                    "measure", Text(zh: "完成评估", en: "Close with results"), from: ["published"], to: "measured",
                    needs: ["result"]),
            ]),
        views: [.board(by: nil), .calendar(on: "publish_on"), .matrix(across: "kind", down: "form")],
        starter: .contentItems)
}
