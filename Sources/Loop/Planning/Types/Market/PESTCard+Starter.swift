import Kernel
import Records

extension [StarterRecord] {
    static let pestCards = [
        StarterRecord(
            Text(zh: "关税上调推高供应成本", en: "Higher tariffs raise supply cost"),
            [
                "factor": "political", "direction": "threat", "strength": 4, "trend": "rising",
                "affects": .text(zh: "进口原料与包材成本、毛利率", en: "Imported materials and packaging, gross margin"),
                "effect": .text(
                    zh: "到岸成本上升 → 毛利被压缩 → 需在提价、换料与换产地之间选择。",
                    en:
                        "Landed cost rises, margin shrinks: raise prices, change materials or change the place of production."
                ),
                "follow_up": .text(
                    zh: "测算每上调 5 个百分点对各产品线毛利的影响；储备至少一家非关税区供应商。",
                    en:
                        "Work out what every five points cost each product line; qualify at least one supplier outside the tariff zone."
                ),
                "is_trigger": true, "review_on": .day(90),
            ]),
        StarterRecord(
            Text(zh: "数据安全与个人信息保护趋严", en: "Stricter rules on data and personal information"),
            [
                "factor": "political", "direction": "threat", "strength": 4, "trend": "rising",
                "affects": .text(
                    zh: "会员标签、精准投放、跨平台数据打通", en: "Member tags, targeted advertising, joining data across platforms"),
                "effect": .text(
                    zh: "《个人信息保护法》《数据安全法》要求告知、同意与最小必要，营销触达与人群包的使用边界收窄。",
                    en:
                        "The laws on personal information and data security ask for notice, consent and necessity: fewer ways to reach and target people."
                ),
                "follow_up": .text(
                    zh: "触达前核验同意状态；每季度清点标签用途；优先建设自有会员数据。",
                    en:
                        "Check consent before every message, review the purpose of tags each quarter, and build first-party member data."
                ),
                "is_trigger": true, "review_on": .day(90),
            ]),
        StarterRecord(
            Text(zh: "地区冲突影响海外拓展", en: "Regional conflict interrupts expansion abroad"),
            [
                "factor": "political", "direction": "threat", "strength": 3, "trend": "steady",
                "affects": .text(zh: "海外新市场进入节奏、物流时效与保险费用", en: "Timing of market entries, transit time and insurance"),
                "follow_up": .text(
                    zh: "海外市场分批进入，单一市场投入设上限；合同写入不可抗力与退出条款。",
                    en: "Enter markets in steps with a limit for each; put force majeure and exit into contracts."),
                "review_on": .day(60),
            ]),
        StarterRecord(
            Text(zh: "居民消费分化，理性与品质并存", en: "Spending splits between thrift and quality"),
            [
                "factor": "economic", "direction": "neutral", "strength": 3, "trend": "rising",
                "affects": .text(zh: "价格带结构、大促依赖度", en: "Mix of price bands, dependence on sales events"),
                "effect": .text(
                    zh: "中间价格带承压，高性价比款与高端款两头增长。", en: "The middle loses; good value and premium both grow."),
                "follow_up": .text(
                    zh: "检视价格带空缺，准备一款引流规格和一款高端礼盒。",
                    en: "Look for gaps between price bands; prepare an entry size and a premium gift set."),
                "review_on": .day(90),
            ]),
        StarterRecord(
            Text(zh: "人口老龄化带来银发经济", en: "Ageing opens the silver economy"),
            [
                "factor": "social", "direction": "opportunity", "strength": 3, "trend": "rising",
                "affects": .text(zh: "55 岁以上人群、家庭代购的子女", en: "People over 55 and the children who buy for them"),
                "effect": .text(
                    zh: "健康、便利、陪伴类需求扩大，决策者与使用者常常不是同一人。",
                    en: "Demand for health, ease and company grows; who decides is often not who uses."),
                "follow_up": .text(
                    zh: "做一轮银发人群访谈；评估大字包装、电话客服与子女代付。",
                    en:
                        "Interview older buyers; consider large print, service by telephone and payment by the children."
                ), "review_on": .day(180),
            ]),
        StarterRecord(
            Text(zh: "Z 世代偏好可持续品牌", en: "Gen Z prefers sustainable brands"),
            [
                "factor": "social", "direction": "opportunity", "strength": 3, "trend": "rising",
                "affects": .text(zh: "18–28 岁人群的首选率与口碑", en: "First choice and word of mouth among people of 18–28"),
                "follow_up": .text(
                    zh: "把可验证的环保举措（可回收包装、碳足迹）写进内容，不做无法举证的宣称。",
                    en:
                        "Tell of measures that can be checked (recyclable packs, carbon footprint); claim nothing without proof."
                ), "review_on": .day(180),
            ]),
        StarterRecord(
            Text(zh: "地方禁忌与习俗要求本地化", en: "Local taboos and customs ask for localisation"),
            [
                "factor": "social", "direction": "threat", "strength": 2, "trend": "steady",
                "affects": .text(zh: "区域广告、包装配色、节日活动", en: "Regional advertising, colours of packs, festive campaigns"),
                "follow_up": .text(
                    zh: "新市场的素材上线前由本地同事审读，并记录在区域方案中。",
                    en: "Let local colleagues read all material before it goes live, and note it in the regional plan."),
                "review_on": .day(180),
            ]),
        StarterRecord(
            Text(zh: "生成式 AI 降低内容生产成本", en: "Generative AI makes content cheaper"),
            [
                "factor": "technological", "direction": "opportunity", "strength": 4, "trend": "rising",
                "affects": .text(zh: "内容产能、投放素材测试速度", en: "Volume of content, speed of creative tests"),
                "effect": .text(
                    zh: "素材供给大增，差异化转向品牌语气、真实体验与审核质量。",
                    en:
                        "Everybody has more material; what sets brands apart is voice, real experience and careful review."
                ),
                "follow_up": .text(
                    zh: "建立 AI 素材的审核与标识流程；用 A/B 测试比较与人工素材的转化差异。",
                    en: "Set up review and labelling of such material; test it against hand-made material."),
                "review_on": .day(60),
            ]),
    ]
}
