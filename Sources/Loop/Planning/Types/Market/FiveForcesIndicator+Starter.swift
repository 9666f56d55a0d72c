import Kernel
import Records

extension [StarterRecord] {
    static let fiveForcesIndicators = [
        force(
            "suppliers", Text(zh: "关键原料是否被垄断", en: "Monopoly in key materials"),
            Text(
                zh: "前三家供应商占关键原料采购额的比重；有无国产替代。",
                en: "Share of the three largest suppliers in what we buy; whether there are domestic alternatives.")),
        force(
            "suppliers", Text(zh: "可替代供应商数量", en: "Number of alternative suppliers"),
            Text(
                zh: "每种关键物料已完成认证的备选供应商数；切换需要几周。",
                en: "Qualified alternatives for each key material, and how many weeks a change takes.")),
        force(
            "buyers", Text(zh: "大客户集中度", en: "Concentration of buyers"),
            Text(
                zh: "前五大客户占销售额的比重；超过 30% 时定价权明显减弱。",
                en: "Share of the five largest accounts in sales; above 30 % our say in prices weakens.")),
        force(
            "buyers", Text(zh: "买方转换成本", en: "Buyers' cost of switching"),
            Text(
                zh: "客户换品牌要付出的时间、数据与习惯成本；有无会员权益绑定。",
                en: "What it costs to change brands in time, data and habit; whether membership holds people.")),
        force(
            "entrants", Text(zh: "进入壁垒", en: "Barriers to entry"),
            Text(
                zh: "资质、专利、渠道准入与品牌信任，新品牌达到同等水平要多久。",
                en: "Licences, patents, access to channels, trust: how long a newcomer needs to catch up.")),
        force(
            "entrants", Text(zh: "规模经济", en: "Economies of scale"),
            Text(
                zh: "单位成本随产量下降的幅度；代工是否让小品牌也能拿到低成本。",
                en: "How far unit cost falls with volume, and whether contract makers give it to small brands too.")),
        force(
            "substitutes", Text(zh: "跨品类替代", en: "Substitutes from other categories"),
            Text(
                zh: "消费者用什么其他品类解决同一需求；其价格与便利程度。",
                en: "Which other goods meet the same need, at what price and how easily.")),
        force(
            "substitutes", Text(zh: "技术颠覆", en: "Disruption by technology"),
            Text(
                zh: "可能使本品类不再需要的技术，距离规模商用还有几年。",
                en: "Technologies that could make the category needless, and how many years away they are.")),
        force(
            "rivalry", Text(zh: "价格战频次", en: "Price fights"),
            Text(
                zh: "近 12 个月主要对手主动降价次数与平均幅度（见竞品动态）。",
                en: "How often and how far main rivals cut prices in the last 12 months (see competitor signs).")),
        force(
            "rivalry", Text(zh: "行业增速与产能利用", en: "Growth and use of capacity"),
            Text(
                zh: "增速放缓且产能过剩时，竞争会转向促销与渠道政策。",
                en: "Where growth slows and capacity is idle, rivals fight with promotions and terms.")),
    ]

    private static func force(_ id: String, _ title: Text, _ question: Text) -> StarterRecord {
        StarterRecord(
            title, ["force": .code(id), "question": .text(question), "sheet": .linked(["Our industry, this year"])])
    }
}
