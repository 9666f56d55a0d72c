import Kernel
import Records

extension RecordType {
    static let overseasMarket = RecordType(
        "overseas_market", Text(zh: "海外市场", en: "Overseas market"), prefix: "OVS", rows: ["RG-05"],
        meaning: Text(
            zh: "每个海外市场的收入占比、进入条件与顺序；目标是五年内海外收入占比超过 30%。",
            en:
                "Each market's revenue share, readiness and order of entry; the aim is over 30 % from abroad within five years."
        ),
        title: Text(zh: "国家或地区", en: "Country"),
        fields: [
            RecordField(
                "cluster", Text(zh: "市场群", en: "Cluster"),
                .choice([
                    Choice("southeast_asia", Text(zh: "东南亚", en: "South-East Asia"), .good),
                    Choice("middle_east", Text(zh: "中东", en: "Middle East"), .good),
                    Choice("europe", Text(zh: "欧洲", en: "Europe")), Choice("americas", Text(zh: "美洲", en: "Americas")),
                    Choice("other", Text(zh: "其他", en: "Other")),
                ]), required: true),
            RecordField(
                "sequence", Text(zh: "进入顺序", en: "Order of entry"), .number(NumberForm(in: 1...99, decimals: 0))),
            RecordField("revenue_share", Text(zh: "占公司收入", en: "Share of revenue"), .share),
            RecordField("target_share", Text(zh: "目标占比", en: "Target share"), .share), .dueOn,
            .score("supply_ready", Text(zh: "本地供应链就绪", en: "Local supply chain"), section: readiness),
            .score("team_ready", Text(zh: "跨文化团队就绪", en: "Cross-cultural team"), section: readiness),
            .score("policy_ready", Text(zh: "政策与准入就绪", en: "Policy and admission"), section: readiness),
            RecordField("licences", Text(zh: "资质与认证", en: "Licences"), .longText, section: readiness),
            RecordField("channels", Text(zh: "渠道方案", en: "Channels"), .longText),
            RecordField("localisation", Text(zh: "本地化要点", en: "Localisation"), .longText),
            RecordField("team", Text(zh: "本地团队方案", en: "Team plan"), .link(to: "team_plan")),
            RecordField("risks", Text(zh: "相关风险", en: "Risks"), .links(to: "risk")), .owner,
        ],
        states: StateMap(
            [
                RecordState("studied", Text(zh: "研究中", en: "Being studied")),
                RecordState("preparing", Text(zh: "筹备", en: "Preparing"), .info),
                RecordState("entered", Text(zh: "已进入", en: "Entered"), .good),
                RecordState("left", Text(zh: "已退出", en: "Left"), .plain, isLocked: true),
            ],
            moves: [
                StateMove(
                    "prepare", Text(zh: "启动筹备", en: "Prepare"), from: ["studied"], to: "preparing",
                    needs: ["supply_ready", "team_ready", "policy_ready"]),
                StateMove(
                    "enter", Text(zh: "进入", en: "Enter"), from: ["preparing"], to: "entered",
                    needs: ["licences", "channels"]),
                StateMove(
                    "leave", Text(zh: "退出", en: "Leave"), from: ["preparing", "entered"], to: "left", reason: true),
                StateMove(
                    "study", Text(zh: "重新研究", en: "Study again"), from: ["preparing", "left"], to: "studied",
                    reason: true),
            ]),
        views: [.board(by: nil), .board(by: "cluster")],
        starter: [
            country(
                Text(zh: "泰国", en: "Thailand"), "southeast_asia", 1, 0.06,
                Text(zh: "电商渗透高，泰语客服与合规标签必备。", en: "Strong e-commerce; service in Thai and proper labels needed.")),
            country(
                Text(zh: "沙特阿拉伯", en: "Saudi Arabia"), "middle_east", 2, 0.04,
                Text(
                    zh: "节庆与家庭消费力强，需清真认证与本地代理。",
                    en: "Strong demand from festivals and families; needs a halal certificate and a local agent.")),
            country(
                Text(zh: "越南", en: "Vietnam"), "southeast_asia", 3, 0.04,
                Text(zh: "中产扩大，性价比敏感，物流成本低。", en: "A growing middle class, price-sensitive, low logistics cost.")),
        ])

    private static let readiness = Text(zh: "进入条件（1–5）", en: "Readiness (1–5)")
    private static func country(_ title: Text, _ cluster: String, _ sequence: Double, _ target: Double, _ note: Text)
        -> StarterRecord
    {
        StarterRecord(
            title,
            [
                "cluster": .code(cluster), "sequence": .number(sequence), "target_share": .number(target),
                "localisation": .text(note), "due_on": .day(1_825),
            ])
    }
}
