import Kernel
import Records

extension RecordType {
    static let platformPlaybook = RecordType(
        "platform_playbook", Text(zh: "平台打法", en: "Platform playbook"), prefix: "PLAT", resource: .campaign,
        rows: ["BR-08"],
        meaning: Text(
            zh: "每个平台为谁、用什么内容、按什么节奏做，怎么承接到成交，看哪些指标。",
            en: "For whom, with which content and rhythm, how it leads to orders, and what to measure on each platform."
        ),
        title: Text(zh: "打法", en: "Playbook"),
        fields: [
            RecordField("platform", Text(zh: "平台", en: "Platform"), .choice(.platforms), required: true),
            RecordField("part", Text(zh: "平台角色", en: "Role of the platform"), .longText, required: true),
            RecordField("personas", Text(zh: "主要人群", en: "Personas"), .links(to: "persona")),
            RecordField("content", Text(zh: "内容方式", en: "Content"), .longText),
            RecordField("rhythm", Text(zh: "发布节奏", en: "Rhythm"), .longText),
            RecordField(
                "creators", Text(zh: "达人组合", en: "Creators"), .longText,
                help: Text(
                    zh: "头部造势、腰部扩散、长尾渗透", en: "Head for momentum, mid-tier for spread, long tail for penetration")),
            RecordField("conversion", Text(zh: "转化承接", en: "Path to the order"), .longText), .metric,
            RecordField("rules", Text(zh: "平台规则与红线", en: "Rules and limits"), .longText),
            RecordField("lessons", Text(zh: "结果与经验", en: "Results and lessons"), .longText),
            RecordField("next_move", Text(zh: "下一步", en: "Next move"), .longText), .owner, .reviewOn,
        ],
        views: [.board(by: "platform")], starter: .platformPlaybooks)
}
