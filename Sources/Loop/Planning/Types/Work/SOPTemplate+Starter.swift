import Kernel
import Records

extension [StarterRecord] {
    static let sopTemplates = [
        sop(
            Text(zh: "直播带货（单场）", en: "Live stream (one session)"), "live", 14, ["marketing", "service", "supply"],
            Text(
                zh:
                    "T−14 选品与价格确认\nT−10 脚本与主播排练\nT−7 预热短视频与预约\nT−3 库存锁定、客服培训\nT−1 设备与机制彩排\nT0 直播、实时看板、追单\nT+1 退款与好评跟进\nT+3 归因与复盘",
                en:
                    "T−14 products and prices agreed\nT−10 script and rehearsal\nT−7 teasers and bookings\nT−3 stock locked, service trained\nT−1 equipment and offer rehearsed\nT0 show, live board, extra orders\nT+1 refunds and reviews\nT+3 attribution and review"
            ),
            Text(zh: "主播、场控、选品、投手、客服、仓储", en: "Host, floor manager, buyer, media buyer, service, warehouse"),
            Text(zh: "断播、库存超卖、机制表达不清。", en: "Broken stream, overselling, unclear offer.")),
        sop(
            Text(zh: "大促节点（618 / 双 11）", en: "Sales event (618 / Double 11)"), "online", 60,
            ["marketing", "sales", "finance", "supply", "service", "technology"],
            Text(
                zh:
                    "T−60 目标、预算与备货\nT−45 价盘锁定与留证\nT−30 素材定稿与人群包\nT−14 渠道测试与压测\nT−7 预热与预售\nT0 盯盘、调预算、客服加班\nT+3 对账与退货\nT+7 归因复盘",
                en:
                    "T−60 goals, budget, stock\nT−45 prices locked with evidence\nT−30 creative final, audiences\nT−14 channel and load test\nT−7 warm-up and pre-sale\nT0 watching, budget moves, extra service\nT+3 accounts and returns\nT+7 review"
            ),
            Text(zh: "总控、投放、商品、客服、财务、技术值守", en: "Control, media, products, service, finance, engineers on call"),
            Text(zh: "价格宣称无证据、机制复杂、库存断档。", en: "Prices without evidence, complicated offers, stock-outs.")),
        sop(
            Text(zh: "线下快闪与路演", en: "Pop-up and roadshow"), "offline", 30, ["marketing", "sales"],
            Text(
                zh: "T−30 场地与报批\nT−21 物料与人员\nT−7 本地媒体与预约\nT−1 进场与安全检查\nT0 活动与留资\nT+1 线索入库\nT+7 转化复盘",
                en:
                    "T−30 place and permits\nT−21 materials and people\nT−7 local press and bookings\nT−1 set-up and safety\nT0 event and contacts\nT+1 leads entered\nT+7 conversion review"
            ),
            Text(zh: "现场负责、体验讲解、收银、物料", en: "Site lead, guides, cashier, materials"),
            Text(zh: "留资漏登、现场断网。", en: "Lost contacts, no network on site.")),
        sop(
            Text(zh: "新品上市", en: "Product launch"), "launch", 90, ["product", "marketing", "sales", "rd"],
            Text(
                zh: "T−90 定位与主张确认\nT−60 素材与测评官\nT−30 渠道铺货与培训\nT−14 预热与种草\nT0 发布\nT+14 首轮复购与问题汇总\nT+30 上市复盘",
                en:
                    "T−90 positioning and proposition\nT−60 material and reviewers\nT−30 distribution and training\nT−14 warm-up and seeding\nT0 launch\nT+14 first repurchase, issues\nT+30 launch review"
            ),
            Text(zh: "产品经理、市场、渠道、研发答疑", en: "Product manager, marketing, channel, R&D for questions"),
            Text(zh: "铺货晚于传播、卖点说不清。", en: "Advertising before distribution; selling points nobody understands.")),
        sop(
            Text(zh: "会员日", en: "Member day"), "member", 21, ["marketing", "service", "finance"],
            Text(
                zh: "T−21 权益与成本测算\nT−14 分层名单与短信\nT−3 库存与券核对\nT0 上线与客服\nT+1 核销与退款\nT+7 复购与留存复盘",
                en:
                    "T−21 benefits and cost\nT−14 lists by tier and messages\nT−3 stock and coupons\nT0 live and service\nT+1 redemption and refunds\nT+7 repurchase and retention"
            ),
            Text(zh: "会员运营、客服、财务", en: "Membership, service, finance"),
            Text(zh: "券未生效、人群重复触达。", en: "Coupons that do not work, people contacted twice.")),
        sop(
            Text(zh: "公关危机响应", en: "PR crisis response"), "crisis", 2, ["marketing", "legal", "service"],
            Text(
                zh: "0.5 小时 停投放、定发言人\n1 小时 事实说明\n4 小时 客服与渠道口径\n24 小时 整改与补偿\n48 小时 复盘与预案更新",
                en:
                    "0:30 stop ads, name the speaker\n1:00 statement of facts\n4:00 line for service and channels\n24:00 measures and compensation\n48:00 review and new plan"
            ),
            Text(zh: "总指挥、发言人、法务、客服", en: "Lead, speaker, legal, service"),
            Text(zh: "多人发声、承诺过度。", en: "Several voices, too much promised."), plan: "PR crisis"),
    ]

    private static func sop(
        _ title: Text, _ kind: String, _ days: Double, _ departments: [String], _ steps: Text, _ roles: Text,
        _ pitfalls: Text, plan: String? = nil
    ) -> StarterRecord {
        var values: [String: StarterValue] = [
            "kind": .code(kind), "days": .number(days), "departments": .codes(departments), "steps": .text(steps),
            "roles": .text(roles), "pitfalls": .text(pitfalls),
        ]
        if let plan {
            values["plan"] = .linked([plan])
        } else {
            values["gates"] = .linked(gates)
        }
        return StarterRecord(title, values)
    }

    /// Every planned campaign passes the same five gates; an emergency follows its plan.
    private static let gates = [
        "Start: goal and budget are clear", "Creative final: checked and tested", "Channel test: the path works",
        "Live: monitoring is ready", "Closed: review within 7 days",
    ]
}
