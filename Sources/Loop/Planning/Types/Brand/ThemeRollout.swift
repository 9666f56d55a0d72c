import Kernel
import Records

extension RecordType {
    static let themeRollout = RecordType(
        "theme_rollout", Text(zh: "主题落地检查", en: "Theme rollout check"), prefix: "ROLL", resource: .campaign,
        rows: ["BR-02"],
        meaning: Text(
            zh: "包装、视觉、客服话术与门店是否按主题落地，逐项检查并留下证据。",
            en: "Whether packaging, visuals, service scripts and shops follow the theme, checked one by one with proof."
        ),
        title: Text(zh: "检查项", en: "Check"),
        fields: [
            RecordField("sub_theme", Text(zh: "子主题", en: "Sub-theme"), .link(to: "sub_theme"), required: true),
            RecordField("department", Text(zh: "责任部门", en: "Department"), .choice(.departments), required: true),
            RecordField("requirement", Text(zh: "要求", en: "Requirement"), .longText, required: true),
            RecordField("assets", Text(zh: "应使用的素材", en: "Assets to use"), .links(to: "asset_library_item")), .dueOn,
            .owner,
            RecordField(
                "result", Text(zh: "检查结果", en: "Result"),
                .choice([
                    Choice("passed", Text(zh: "合格", en: "Passed"), .good),
                    Choice("partly", Text(zh: "部分合格", en: "Partly"), .warning),
                    Choice("failed", Text(zh: "不合格", en: "Failed"), .danger),
                ])),
            RecordField("proof", Text(zh: "照片或链接", en: "Photo or link"), .web), .note,
        ],
        states: .work,
        views: [.board(by: "result"), .matrix(across: "department", down: "result"), .calendar(on: "due_on")],
        starter: [
            rollout(
                Text(zh: "包装贴标按本季主题更换", en: "Stickers changed for this quarter"), "product",
                Text(
                    zh: "主推单品更换主题贴标，旧包装 30 天内用完。",
                    en: "Main products carry the new sticker; old packs are used up within 30 days.")),
            rollout(
                Text(zh: "客服话术与自动回复更新", en: "Service scripts and auto-replies"), "service",
                Text(zh: "开场白与高频问答改用主题说法。", en: "Greeting and frequent answers speak in the theme's words.")),
            rollout(
                Text(zh: "官网与旗舰店首页换图", en: "Visuals of site and flagship shop"), "marketing",
                Text(zh: "首屏与详情页首图使用已入库素材。", en: "First screen and detail pictures come from the library.")),
        ])

    private static func rollout(_ title: Text, _ department: String, _ requirement: Text) -> StarterRecord {
        StarterRecord(
            title,
            [
                "sub_theme": .linked(["Q1: brand awakening"]), "department": .code(department),
                "requirement": .text(requirement), "due_on": .day(30),
            ])
    }
}
