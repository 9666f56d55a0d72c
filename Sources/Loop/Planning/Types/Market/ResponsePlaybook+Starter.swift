import Kernel
import Records

extension [StarterRecord] {
    static let responsePlaybooks = [
        StarterRecord(
            Text(zh: "对手主力单品降价", en: "A rival cuts the price of a main product"),
            [
                "move": "price", "response": ["price", "promotion"], "days_to_respond": 3, "metric": "revenue",
                "gap": 0.1, "gap_days": 3,
                "condition": .text(
                    zh: "核心竞品同规格到手价低于我方 10% 以上，且连续 3 天。",
                    en: "A core rival's price paid for the same size is more than 10 % below ours for three days."),
                "steps": .text(
                    zh: "1. 核对是否清库存或区域性动作。\n2. 用弹性测算跟价与不跟价的毛利差。\n3. 优先用会员专享价或赠品应对，不改标价。\n4. 7 天后复核份额与毛利。",
                    en:
                        "1. Check whether it only clears stock or is local.\n2. Compare margins with and without following, by elasticity.\n3. Prefer member prices or gifts; leave the list price.\n4. Look at share and margin again after 7 days."
                ),
                "expected_effect": .text(
                    zh: "份额损失控制在 1 个百分点以内，毛利率不低于底线。",
                    en: "Lose no more than one point of share, with the margin above its floor."),
                "limits": .text(
                    zh: "不得低于利润门槛价；不得使用未真实成交过的“原价”。",
                    en: "Never below the profit threshold; no was-price that nobody paid."),
            ]),
        StarterRecord(
            Text(zh: "对手发布新品", en: "A rival launches a product"),
            [
                "move": "launch", "response": ["content", "product"], "days_to_respond": 7,
                "condition": .text(
                    zh: "核心竞品在我方主力价格带推出新品并有明显投放。",
                    en: "A core rival launches in our main price band with visible advertising."),
                "steps": .text(
                    zh: "1. 采购样品，产品与研发 5 天内完成拆解对比。\n2. 更新竞品单品与差异点。\n3. 一周内发布对比内容与导购话术。\n4. 将可借鉴的点提交产品行动。",
                    en:
                        "1. Buy samples; product and R&D compare them within 5 days.\n2. Update the competitor's products and differences.\n3. Publish comparisons and sales arguments within a week.\n4. Send what is worth learning to product actions."
                ),
                "limits": .text(
                    zh: "不做贬低性比较，比较内容须有检测或公开数据支持。",
                    en: "No disparaging comparison; support every claim with tests or public data."),
            ]),
        StarterRecord(
            Text(zh: "对手大促加码", en: "A rival raises its promotion"),
            [
                "move": "promotion", "response": ["promotion", "content"], "days_to_respond": 2,
                "condition": .text(
                    zh: "大促期间竞品机制力度超过我方一档（如满减门槛更低）。",
                    en: "During a sales event a rival's offer is a step stronger than ours, such as a lower threshold."),
                "steps": .text(
                    zh: "1. 估算我方客群重合度。\n2. 动用弹性预算，定向发放给价格敏感人群。\n3. 直播间增加限时加赠，不整体降价。",
                    en:
                        "1. Estimate how many customers we share.\n2. Use the flexible pool for price-sensitive people only.\n3. Add timed gifts in live streams rather than cutting all prices."
                ),
            ]),
        StarterRecord(
            Text(zh: "对手综艺冠名与直播带货", en: "A rival sponsors a show or sells by live stream"),
            [
                "move": "content", "response": ["content", "none"], "days_to_respond": 14,
                "condition": .text(
                    zh: "对手声量两周内上升 50% 以上。", en: "A rival's mentions grow by more than 50 % within two weeks."),
                "steps": .text(
                    zh: "1. 跟踪其冠名曝光与直播转化的比例。\n2. 若转化低于行业均值，不跟进曝光竞赛，转投搜索承接。\n3. 若转化高，评估中腰部达人组合。",
                    en:
                        "1. Follow how its exposure turns into live-stream sales.\n2. If conversion is below average, do not race for exposure: catch the searches instead.\n3. If it is high, consider a set of mid-tier creators."
                ),
            ]),
    ]
}
