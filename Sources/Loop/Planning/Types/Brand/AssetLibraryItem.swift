import Kernel
import Records

extension RecordType {
    static let assetLibraryItem = RecordType(
        "asset_library_item", Text(zh: "品牌素材", en: "Asset library item"), prefix: "AST", resource: .campaign,
        rows: ["BR-02"],
        meaning: Text(
            zh: "视觉识别、IP 形象与核准用语的唯一出处：谁可用、用到何时、版权如何。",
            en:
                "The one source of visual identity, IP figures and approved wording: who may use it, until when, with which rights."
        ),
        title: Text(zh: "素材", en: "Asset"),
        fields: [
            RecordField(
                "kind", Text(zh: "类型", en: "Kind"),
                .choice([
                    Choice("vi", Text(zh: "视觉识别", en: "Visual identity")),
                    Choice("ip", Text(zh: "IP 形象", en: "IP figure")),
                    Choice("wording", Text(zh: "核准用语", en: "Approved wording")),
                    Choice("photo", Text(zh: "图片", en: "Photo")), Choice("video", Text(zh: "视频", en: "Video")),
                    Choice("template", Text(zh: "模板", en: "Template")),
                ]), required: true),
            RecordField(
                "content", Text(zh: "内容或说明", en: "Content"), .longText,
                help: Text(
                    zh: "用语类直接写全文；文件类写明规格并放附件",
                    en: "For wording the text itself; for files the specification, with the file attached")),
            RecordField("link", Text(zh: "存放位置", en: "Where it is"), .web),
            RecordField("platforms", Text(zh: "适用平台", en: "For platforms"), .choices(.platforms)),
            RecordField("sub_themes", Text(zh: "对应子主题", en: "Sub-themes"), .links(to: "sub_theme")),
            RecordField("rights", Text(zh: "版权与授权", en: "Rights"), .longText),
            RecordField("expires_on", Text(zh: "授权到期", en: "Rights end on"), .day),
            RecordField("banned_uses", Text(zh: "禁用情形", en: "Not to be used for"), .longText), .owner,
        ],
        states: StateMap(
            [
                RecordState("draft", Text(zh: "待审", en: "To be checked")),
                RecordState("approved", Text(zh: "已核准", en: "Approved"), .good),
                RecordState("expired", Text(zh: "已失效", en: "Expired"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "approve", Text(zh: "核准", en: "Approve"), from: ["draft"], to: "approved", needs: ["kind", "owner"]),
                StateMove(
                    "expire", Text(zh: "停用", en: "Expire"), from: ["draft", "approved"], to: "expired", reason: true),
                StateMove(
                    "revise", Text(zh: "重新送审", en: "Check again"), from: ["approved", "expired"], to: "draft",
                    reason: true),
            ]),
        views: [.board(by: "kind"), .calendar(on: "expires_on")],
        starter: [
            asset(
                Text(zh: "品牌名称与口号写法", en: "How the brand and claim are written"), "wording",
                Text(
                    zh: "品牌名不与其他文字拼接；口号须与标识等宽，不加感叹号。",
                    en:
                        "The name is never run together with other words; the claim is as wide as the mark and carries no exclamation mark."
                )),
            asset(
                Text(zh: "禁用与替换用语对照", en: "Words we avoid, and what we say instead"), "wording",
                Text(
                    zh: "“最好、第一、国家级”等绝对化用语禁用；功效表述须附检测依据。",
                    en: "No superlatives such as best, first or national; effects only with a test behind them.")),
            asset(
                Text(zh: "主视觉使用规范", en: "Rules for the key visual"), "vi",
                Text(
                    zh: "安全区不小于标识高度的一半；深底用反白版。",
                    en: "Clear space of half the mark's height; the white version on dark grounds.")),
        ])

    private static func asset(_ title: Text, _ kind: String, _ content: Text) -> StarterRecord {
        StarterRecord(title, ["kind": .code(kind), "content": .text(content)])
    }
}
