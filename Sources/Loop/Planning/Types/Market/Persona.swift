import Kernel
import Records

extension RecordType {
    static let persona = RecordType(
        "persona", Text(zh: "用户画像", en: "Persona"), prefix: "PER", rows: ["T-04"],
        meaning: Text(
            zh: "一类典型用户：特征、价值观、动机、习惯、信息来源、购买过程与痛点；随数据和调研更新，版本可追溯。",
            en:
                "A typical user: traits, values, motives, habits, sources, buying process and pains; refreshed from data and surveys, every version kept."
        ),
        title: Text(zh: "画像名称", en: "Persona"),
        fields: [
            RecordField("segment", Text(zh: "所属细分", en: "Segment"), .link(to: "segment_choice")),
            RecordField(
                "demographics", Text(zh: "人口特征", en: "Demographics"), .longText,
                help: Text(zh: "年龄、性别、城市、收入、家庭、职业", en: "Age, sex, city, income, family, work"), section: who),
            RecordField("lifestyle", Text(zh: "生活方式", en: "Lifestyle"), .longText, section: who),
            RecordField("beliefs", Text(zh: "价值观", en: "What matters to them"), .longText, section: who),
            RecordField("motives", Text(zh: "购买动机", en: "Motives"), .longText, section: buying),
            RecordField("habits", Text(zh: "使用与消费习惯", en: "Habits"), .longText, section: buying),
            RecordField("sources", Text(zh: "信息来源", en: "Where they look"), .choices(.platforms), section: buying),
            RecordField("process", Text(zh: "购买过程", en: "How they buy"), .longText, section: buying),
            RecordField("pains", Text(zh: "痛点", en: "Pains"), .longText, required: true, section: buying),
            RecordField("delights", Text(zh: "爽点", en: "Delights"), .longText, section: buying),
            RecordField("share", Text(zh: "占客户比例", en: "Share of customers"), .share),
            RecordField(
                "basis", Text(zh: "依据", en: "Basis"), .longText,
                help: Text(zh: "哪些数据、问卷或访谈支撑这张画像", en: "Data, surveys and interviews behind it")), .reviewOn, .owner,
        ],
        starter: [
            StarterRecord(
                Text(zh: "新锐职场人", en: "New urban professional"),
                [
                    "segment": .linked(["Urban professionals aged 25–35"]),
                    "demographics": .text(
                        zh: "25–35 岁，一二线城市，本科以上，独居或二人家庭。", en: "25–35, big city, degree, alone or as a couple."),
                    "lifestyle": .text(
                        zh: "通勤一小时以上，碎片时间刷内容，周末重品质。",
                        en: "Commutes over an hour, reads in spare minutes, keeps weekends for quality."),
                    "beliefs": .text(zh: "效率、品质、自我表达。", en: "Efficiency, quality, self-expression."),
                    "motives": .text(zh: "省时间、显品位、少踩坑。", en: "Save time, show taste, avoid mistakes."),
                    "habits": .text(
                        zh: "手机下单为主，晚间 20–23 点活跃，偏好小规格与订阅。",
                        en: "Orders by phone, active 20:00–23:00, likes small sizes and subscriptions."),
                    "sources": ["xiaohongshu", "bilibili", "wechat"],
                    "process": .text(
                        zh: "看到真实测评 → 比价 → 看差评 → 下单 → 晒单。",
                        en: "Real reviews, price comparison, bad reviews, order, post."),
                    "pains": .text(
                        zh: "信息太多难判断；售后响应慢；包装过度。", en: "Too much information, slow service, too much packaging."),
                    "delights": .text(zh: "当日达、一键复购、设计感。", en: "Same-day delivery, one-click reorder, good design."),
                    "review_on": .day(180),
                ]),
            StarterRecord(
                Text(zh: "家庭主要照料者", en: "Main child-carer"),
                [
                    "segment": .linked(["Mid-to-high-income households aged 40–50"]),
                    "demographics": .text(
                        zh: "30–45 岁，二三线城市，有 1–2 个孩子。", en: "30–45, tier-2 or tier-3 city, one or two children."),
                    "lifestyle": .text(
                        zh: "日程围绕孩子，社群与熟人推荐影响大。", en: "Days turn around the children; groups and friends count."),
                    "beliefs": .text(zh: "安全、实惠、家人满意。", en: "Safety, value, a happy family."),
                    "motives": .text(
                        zh: "成分安全、用量划算、老师或医生认可。", en: "Safe ingredients, good value, approved by teachers or doctors."),
                    "habits": .text(
                        zh: "大促囤货，线下比过再线上买。", en: "Stocks up in sales events; looks in shops and buys online."),
                    "sources": ["wechat", "douyin", "offline"],
                    "process": .text(
                        zh: "群里有人推荐 → 查成分与检测 → 试小包装 → 囤货。",
                        en: "A tip in a group, checks of ingredients and tests, a small pack, then stocking up."),
                    "pains": .text(
                        zh: "担心虚假宣传；退换麻烦；不同渠道价格不一。",
                        en: "Fear of false claims, tiresome returns, prices that differ by channel."),
                    "delights": .text(
                        zh: "检测报告可查、专人答疑、买贵退差。", en: "Test reports, somebody to ask, refund of price differences."),
                    "review_on": .day(180),
                ]),
        ])

    private static let who = Text(zh: "是谁", en: "Who")
    private static let buying = Text(zh: "如何选择与购买", en: "How they choose and buy")
}
