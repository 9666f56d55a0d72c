import Kernel
import Records

extension RecordType {
    static let ipPersona = RecordType(
        "ip_persona", Text(zh: "IP 人设", en: "IP persona"), prefix: "IP", resource: .campaign, rows: ["BR-09", "BR-02"],
        meaning: Text(
            zh: "真人、吉祥物或虚拟代言人的人设：性格、语气、能做与不能做什么。",
            en: "A person, mascot or virtual spokesperson: character, voice, what it does and never does."),
        title: Text(zh: "人设", en: "Persona"),
        fields: [
            RecordField(
                "kind", Text(zh: "类型", en: "Kind"),
                .choice([
                    Choice("founder", Text(zh: "真人（创始人）", en: "Person (founder)")),
                    Choice("mascot", Text(zh: "吉祥物", en: "Mascot")),
                    Choice("virtual", Text(zh: "虚拟代言人", en: "Virtual spokesperson"), .info),
                ]), required: true),
            RecordField(
                "character", Text(zh: "性格三词", en: "Three traits"), .line,
                help: Text(zh: "三个形容词，越少越好记", en: "Three adjectives; fewer are remembered")),
            RecordField("voice", Text(zh: "说话方式", en: "Way of speaking"), .longText),
            RecordField("backstory", Text(zh: "背景故事", en: "Background"), .longText),
            RecordField("does", Text(zh: "会做什么", en: "What it does"), .longText),
            RecordField("never", Text(zh: "绝不做什么", en: "What it never does"), .longText),
            RecordField("visuals", Text(zh: "形象规范", en: "Look"), .longText),
            RecordField("rights", Text(zh: "版权与肖像授权", en: "Rights"), .longText), .owner,
        ],
        starter: [
            StarterRecord(
                Text(zh: "创始人（模板）", en: "Founder (template)"),
                [
                    "kind": "founder", "character": .text(zh: "较真、温和、爱解释", en: "Exacting, gentle, likes to explain"),
                    "voice": .text(zh: "先讲事实再讲观点，不喊口号。", en: "Facts first, then views; no slogans."),
                    "never": .text(
                        zh: "不评论竞品，不谈未上市产品的效果。", en: "Says nothing of rivals and nothing of products not yet sold."),
                ]),
            StarterRecord(
                Text(zh: "吉祥物（模板）", en: "Mascot (template)"),
                [
                    "kind": "mascot",
                    "character": .text(zh: "好奇、迷糊、认真", en: "Curious, a little scatterbrained, earnest"),
                    "does": .text(zh: "带用户看幕后、帮新手避坑。", en: "Shows what is behind the scenes and helps beginners."),
                    "never": .text(zh: "不做功效承诺，不出现在危机回应中。", en: "Promises no effects and does not speak in a crisis."),
                ]),
        ])
}
