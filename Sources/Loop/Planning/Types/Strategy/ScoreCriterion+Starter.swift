import Kernel
import Records

extension [StarterRecord] {
    static let scoreCriteria = [
        criterion(
            Text(zh: "优先级：市场吸引力", en: "Priority: attractiveness"), "priority_item", "attractiveness", 0.25,
            Text(zh: "规模小且下滑", en: "small and shrinking"), Text(zh: "规模大且高增长", en: "large and fast-growing")),
        criterion(
            Text(zh: "优先级：能力匹配", en: "Priority: fit"), "priority_item", "capability", 0.2,
            Text(zh: "能力需从零建设", en: "everything to be built"), Text(zh: "现有能力可直接复用", en: "what we have will do")),
        criterion(
            Text(zh: "优先级：预期效益", en: "Priority: benefit"), "priority_item", "benefit", 0.3,
            Text(zh: "对年度目标几乎无贡献", en: "next to nothing for the year"), Text(zh: "决定年度目标能否达成", en: "decides the year")),
        criterion(
            Text(zh: "优先级：紧迫程度", en: "Priority: urgency"), "priority_item", "urgency", 0.15,
            Text(zh: "一年后再做也不迟", en: "a year from now will do"), Text(zh: "错过本季度就失去窗口", en: "lost if not this quarter")),
        criterion(
            Text(zh: "优先级：投入代价", en: "Priority: effort"), "priority_item", "effort", 0.1,
            Text(zh: "现有人手两周内可完成", en: "two weeks of the people at hand"),
            Text(zh: "需新增团队与大额预算", en: "a new team and a large budget"), reversed: true),
        criterion(
            Text(zh: "细分：吸引力", en: "Segment: attractiveness"), "segment_choice", "attractiveness", 0.4,
            Text(zh: "规模与增速均低于大盘", en: "below the market in size and growth"),
            Text(zh: "规模大、增速快、利润高", en: "large, fast, profitable")),
        criterion(
            Text(zh: "细分：进入壁垒", en: "Segment: barrier"), "segment_choice", "barrier", 0.25,
            Text(zh: "无资质与渠道门槛", en: "no licence or access needed"),
            Text(zh: "需多年认证或独家渠道", en: "years of certification or exclusive channels"), reversed: true),
        criterion(
            Text(zh: "细分：资源匹配", en: "Segment: fit"), "segment_choice", "fit", 0.35,
            Text(zh: "产品、渠道、品牌都不匹配", en: "neither product, channel nor brand fits"),
            Text(zh: "现有产品即可满足", en: "what we sell meets the need")),
        criterion(
            Text(zh: "退出：维护成本", en: "Exit: upkeep"), "exit_assessment", "upkeep_score", 0.35,
            Text(zh: "几乎不占用资源", en: "costs next to nothing"),
            Text(zh: "持续亏损且占用关键产能", en: "loses money and blocks capacity")),
        criterion(
            Text(zh: "退出：替代品进展", en: "Exit: substitute"), "exit_assessment", "substitute_score", 0.4,
            Text(zh: "尚无替代", en: "none yet"), Text(zh: "替代品已覆盖主要需求", en: "covers the main need already")),
        criterion(
            Text(zh: "退出：战略协同", en: "Exit: synergy"), "exit_assessment", "synergy_score", 0.25,
            Text(zh: "与其他产品无关联", en: "no tie to other products"), Text(zh: "带动其他产品销售", en: "sells other products"),
            reversed: true),
        criterion(
            Text(zh: "区域：市场规模", en: "Region: market"), "region_score", "market_score", 0.35,
            Text(zh: "人口与收入均低于全国均值", en: "people and income below the mean"),
            Text(zh: "人口、GDP 与可支配收入均居前", en: "leading in people, GDP and income")),
        criterion(
            Text(zh: "区域：竞争激烈程度", en: "Region: competition"), "region_score", "rival_density", 0.25,
            Text(zh: "主要对手尚未布局", en: "main rivals are not there"),
            Text(zh: "红海，价格战频繁", en: "a red sea with price wars"), reversed: true),
        criterion(
            Text(zh: "区域：政策匹配", en: "Region: policy"), "region_score", "policy_score", 0.15,
            Text(zh: "有限制性政策", en: "restrictive"), Text(zh: "有补贴或准入便利", en: "subsidies or easy admission")),
        criterion(
            Text(zh: "区域：物流", en: "Region: logistics"), "region_score", "logistics_score", 0.15,
            Text(zh: "配送超过 5 天", en: "over five days"), Text(zh: "当日或次日达", en: "same or next day")),
        criterion(
            Text(zh: "区域：电商与数字化", en: "Region: commerce and digital"), "region_score", "digital_score", 0.1,
            Text(zh: "线上渗透低", en: "few buy online"), Text(zh: "线上渗透与支付成熟", en: "online buying and payment are usual")),
        criterion(
            Text(zh: "工具：规模能力", en: "Tool: scale"), "tool_scorecard", "scale_score", 0.2,
            Text(zh: "百万级即变慢", en: "slow at a million people"),
            Text(zh: "千万级实测稳定", en: "measured and steady at tens of millions")),
        criterion(
            Text(zh: "工具：开放接口", en: "Tool: open API"), "tool_scorecard", "api_score", 0.2,
            Text(zh: "无接口，仅手工导出", en: "no API, export by hand"),
            Text(zh: "全量双向接口，有文档", en: "everything both ways, documented")),
        criterion(
            Text(zh: "工具：合规", en: "Tool: compliance"), "tool_scorecard", "compliance_score", 0.2,
            Text(zh: "数据出境且无审计", en: "data go abroad without audit"),
            Text(zh: "境内存储，权限与审计完备", en: "stored at home, rights and audit complete")),
        criterion(
            Text(zh: "工具：厂商生态", en: "Tool: ecosystem"), "tool_scorecard", "ecosystem_score", 0.1,
            Text(zh: "单一小厂商", en: "one small vendor"), Text(zh: "多家服务商，人才易得", en: "many partners, people easy to find")),
        criterion(
            Text(zh: "工具：增效", en: "Tool: efficiency"), "tool_scorecard", "efficiency_score", 0.15,
            Text(zh: "试用未见节省", en: "the trial saved nothing"),
            Text(zh: "试用节省一半以上人天", en: "the trial saved over half the days")),
        criterion(
            Text(zh: "工具：决策准确度", en: "Tool: accuracy"), "tool_scorecard", "accuracy_score", 0.15,
            Text(zh: "与人工判断无差别", en: "no better than people"),
            Text(zh: "经对照验证明显更准", en: "clearly better against a control")),
    ]

    private static func criterion(
        _ title: Text, _ model: String, _ field: String, _ weight: Double, _ low: Text, _ high: Text,
        reversed: Bool = false
    ) -> StarterRecord {
        StarterRecord(
            title,
            [
                "model": .code(model), "field": .text(Text(verbatim: field)), "weight": .number(weight),
                "is_reversed": .flag(reversed), "meaning_low": .text(low), "meaning_high": .text(high),
            ])
    }
}
