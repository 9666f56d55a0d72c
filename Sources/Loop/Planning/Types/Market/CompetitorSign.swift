import Kernel
import Records

extension RecordType {
    static let competitorSign = RecordType(
        "competitor_sign", Text(zh: "竞品动态", en: "Competitor sign"), prefix: "SIGN", resource: .campaign,
        rows: ["M-06"],
        meaning: Text(
            zh: "一线看到的竞品动作：何时、何地、做了什么、可信度如何，据此决定是否应对。",
            en: "What somebody saw a rival do: when, where, what, how sure; the ground for deciding whether to respond."
        ),
        title: Text(zh: "动态", en: "What was seen"),
        fields: [
            RecordField("competitors", Text(zh: "涉及对手", en: "Competitors"), .links(to: "competitor"), required: true),
            RecordField("move", Text(zh: "动作类型", en: "Kind of move"), .choice(.rivalMoves), required: true),
            RecordField("seen_on", Text(zh: "观察日期", en: "Seen on"), .day, required: true), .region,
            RecordField(
                "story", Text(zh: "经过", en: "What happened"), .longText,
                help: Text(
                    zh: "写事实：价格从多少到多少、持续几天、投放在哪里、互动多少",
                    en:
                        "Facts: from which price to which, for how many days, where it was advertised, with what response"
                )),
            .source, .sourceLink,
            RecordField("confidence", Text(zh: "可信度", en: "Confidence"), .choice(.confidence), required: true),
            RecordField("audience", Text(zh: "推断的目标人群", en: "Audience, as we infer it"), .line),
            .score("threat", Text(zh: "对我方威胁", en: "Threat to us")),
            RecordField("response", Text(zh: "选用的应对预案", en: "Playbook chosen"), .link(to: "response_playbook")),
            RecordField("outcome", Text(zh: "后续结果", en: "What came of it"), .longText), .owner,
        ],
        states: StateMap(
            [
                RecordState("new", Text(zh: "待研判", en: "To be judged"), .info),
                RecordState("responding", Text(zh: "应对中", en: "Being answered"), .warning),
                RecordState("closed", Text(zh: "已了结", en: "Closed"), .plain, isLocked: true),
                RecordState("dismissed", Text(zh: "不成立", en: "Dismissed"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "respond", Text(zh: "启动应对", en: "Respond"), from: ["new"], to: "responding",
                    needs: ["response", "owner"]),
                StateMove("close", Text(zh: "了结", en: "Close"), from: ["responding"], to: "closed", needs: ["outcome"]),
                StateMove("dismiss", Text(zh: "判定不成立", en: "Dismiss"), from: ["new"], to: "dismissed", reason: true),
                StateMove(
                    "reopen", Text(zh: "重新研判", en: "Judge again"), from: ["closed", "dismissed"], to: "new",
                    reason: true),
            ]),
        views: [.board(by: nil), .calendar(on: "seen_on"), .matrix(across: "move", down: "threat")])
}
