import Kernel
import Records

extension [StarterRecord] {
    static let lifecyclePlaybooks = [
        StarterRecord(
            Text(zh: "导入期：小步试错", en: "Introduction: small trials"),
            [
                "stage": "introduction", "metric": "repurchase_rate",
                "signs": .text(
                    zh: "上市 12 个月内，渗透率低于 5%，销量波动大。",
                    en: "Within 12 months of launch, penetration below 5 %, sales unsteady."),
                "focus": .text(zh: "限量试销，收集反馈，快速迭代。", en: "Limited trial, feedback, fast iteration."),
                "product_moves": .text(
                    zh: "每两周一个小版本，先改前三位差评点。",
                    en: "A small version every two weeks; first the three most frequent complaints."),
                "price_moves": .text(zh: "测试两至三个价格点，不打全线折扣。", en: "Test two or three prices; no general discount."),
                "channel_moves": .text(zh: "官方旗舰店与少量门店试销。", en: "Flagship shop and a few stores."),
                "content_moves": .text(zh: "KOL 与早期用户共创真实测评。", en: "Honest reviews with KOLs and first users."),
                "budget": .text(zh: "小额、按验证结果逐批释放。", en: "Small, released in batches as results come in."),
                "avoid": .text(zh: "未验证复购就大规模投放。", en: "Scaling up before repurchase is proven."),
                "exit_signs": .text(
                    zh: "复购率达标且连续两月增速高于 20%。", en: "Repurchase on target and growth above 20 % for two months."),
            ]),
        StarterRecord(
            Text(zh: "成长期：加投扩张", en: "Growth: invest and expand"),
            [
                "stage": "growth", "metric": "new_customers",
                "signs": .text(zh: "销量增速高于 20%，竞品开始跟进。", en: "Sales grow by more than 20 %, rivals follow."),
                "focus": .text(zh: "扩大覆盖，抢占心智与货架。", en: "Win reach, minds and shelves."),
                "product_moves": .text(zh: "补齐规格与场景组合。", en: "Complete sizes and bundles."),
                "price_moves": .text(zh: "守住价盘，用组合装代替降价。", en: "Hold prices; sell bundles instead of cutting."),
                "channel_moves": .text(zh: "加大分销，进入重点经销商与即时零售。", en: "More distribution, key dealers, quick commerce."),
                "content_moves": .text(
                    zh: "SEO/SEM 承接搜索，扩大达人组合。", en: "SEO and SEM catch the searches, more creators."),
                "budget": .text(zh: "提高预算占比，按边际回报追加。", en: "A larger share, added by marginal return."),
                "avoid": .text(zh: "供应跟不上的爆单。", en: "Orders that supply cannot meet."),
                "exit_signs": .text(zh: "增速连续两季低于 10%。", en: "Growth below 10 % for two quarters."),
            ]),
        StarterRecord(
            Text(zh: "成熟期：提升单客收入", en: "Maturity: raise revenue per user"),
            [
                "stage": "maturity", "metric": "arpu",
                "signs": .text(zh: "增速低于 10%，份额稳定。", en: "Growth below 10 %, stable share."),
                "focus": .text(
                    zh: "用服务、配件与订阅提升 ARPU，稳住老客。",
                    en: "Lift revenue per user by services, accessories and subscription; keep customers."),
                "product_moves": .text(zh: "推出配件、加购装与订阅计划。", en: "Accessories, refills, subscription."),
                "price_moves": .text(zh: "会员专属价与分层权益。", en: "Member prices and tiered benefits."),
                "channel_moves": .text(zh: "优化低效网点，提高动销。", en: "Mend weak outlets, raise sell-through."),
                "content_moves": .text(zh: "老客口碑与场景延伸。", en: "Word of mouth and new situations of use."),
                "budget": .text(zh: "收割为主，费率逐季下降。", en: "Harvest; cost rate falls quarter by quarter."),
                "avoid": .text(zh: "无差别大促透支价盘。", en: "Blanket sales that ruin prices."),
                "exit_signs": .text(
                    zh: "销量连续三季下滑且替代品上升。", en: "Sales fall for three quarters while a substitute grows."),
            ]),
        StarterRecord(
            Text(zh: "衰退期：维持、收割或退出", en: "Decline: keep, harvest or exit"),
            [
                "stage": "decline", "metric": "gross_margin",
                "signs": .text(zh: "销量与毛利双降，替代品加速。", en: "Sales and margin fall, a substitute gains."),
                "focus": .text(zh: "做退出评估，保住现金与口碑。", en: "Assess the exit; protect cash and reputation."),
                "product_moves": .text(zh: "停止新规格，保留核心款。", en: "No new sizes; keep the core."),
                "price_moves": .text(zh: "清仓分批，避免冲击新品价格。", en: "Clear stock in steps, without hurting the successor."),
                "channel_moves": .text(zh: "收缩到高效渠道。", en: "Only the best channels."),
                "content_moves": .text(zh: "引导老客迁移到替代产品。", en: "Lead customers to the successor."),
                "budget": .text(zh: "停止品牌投放，仅保留必要维护。", en: "No brand advertising, only upkeep."),
                "avoid": .text(zh: "为沉没成本继续投入。", en: "Spending for sunk cost."),
                "exit_signs": .text(zh: "库存清零、服务期满。", en: "Stock gone, service period over."),
            ]),
    ]
}
