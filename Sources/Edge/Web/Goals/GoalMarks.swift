import Kernel
import Planning
import Stats
import Warehouse

/// How a goal's light, probability and values look, on every page that shows them.
enum GoalMarks {
    static func light(_ light: GoalLight) -> HTML { badge(light.word, tone(light)) }

    static func tone(_ light: GoalLight) -> BadgeTone {
        switch light {
        case .onTrack: .good
        case .atRisk: .attention
        case .unlikely: .bad
        case .unknown: .neutral
        }
    }

    /// `72%`; the ends are never certain.
    static func percent(_ probability: Double) -> String {
        if probability < 0.01 { return "<1%" }
        if probability > 0.99 { return ">99%" }
        return Figure.percent(probability, 0)
    }

    static func probability(_ reading: GoalReading, _ currency: Currency) -> HTML {
        switch reading.prospect {
        case .forecast(let forecast, let probability):
            div(.class("goal-chance")) {
                div(.class("goal-chance-line")) {
                    strong(.class("num")) { percent(probability) }
                    shareBar(probability, tone: barTone(reading.light))
                }
                span(.class("cell-sub num")) { interval(forecast, reading.goal, currency) }
            }
        case .ended(let isReached):
            HTML(isReached ? Text(zh: "已到期，达成", en: "Over, reached") : Text(zh: "已到期，未达成", en: "Over, not reached"))
        case .unknown(let text): span(.class("quiet small goal-reason")) { text }
        }
    }

    /// `预计 ¥1.10 亿（¥1.02 亿–¥1.18 亿）`
    static func interval(_ forecast: GoalForecast, _ goal: Goal, _ currency: Currency) -> Text {
        guard let metric = goal.metric, let end = forecast.outlook.bands.last else { return Text(verbatim: "") }
        let values = [end.middle, end.lower, end.upper].map { MetricFigure.short($0, metric.unit, currency) }
        return Text(zh: "预计 ", en: "about ") + values[0] + Text(zh: "（", en: " (") + values[1]
            + Text(verbatim: " – ") + values[2] + Text(zh: "）", en: ")")
    }

    static func barTone(_ light: GoalLight) -> String {
        switch light {
        case .onTrack: "good"
        case .atRisk: "warn"
        case .unlikely: "bad"
        case .unknown: "primary"
        }
    }

    static func value(_ value: Double?, _ goal: Goal, _ currency: Currency) -> Text {
        guard let value, let metric = goal.metric else { return Text(verbatim: "—") }
        return MetricFigure.short(value, metric.unit, currency)
    }

    /// How lights are given, said once on each page that has them.
    static var rule: HTML {
        details(.class("goal-rule")) {
            summary { Text(zh: "亮灯与概率是怎么算的？", en: "How are lights and probabilities made?") }
            div(.class("prose")) {
                p {
                    Text(
                        zh:
                            "灯看的是“到截止日达成目标的概率”，而不是今天的进度：概率 ≥ 70% 为“有望达成”，30%–70% 为“有风险”，低于 30% 为“难以达成”。因此黄灯会在还来得及补救时亮起。",
                        en:
                            "A light follows the probability of reaching the goal by its deadline, not today's progress: 70 % and more is on track, 30–70 % at risk, less is unlikely. So amber comes while something can still be done."
                    )
                }
                p {
                    Text(
                        zh:
                            "累计类指标（销售额、订单数）把截止日前剩余的每七天，按去年同期乘以近期增速模拟 2,000 次，加上已完成的部分；比率类指标（转化率、ROAS）对分子分母分别模拟；人数、评分、库存等按月度水平模拟。括号内是 80% 区间。",
                        en:
                            "What adds up (sales, orders): each seven days left are simulated 2,000 times from the same days a year before and the recent growth, and added to what has been reached. Rates (conversion, ROAS) are simulated over and under the line; people, scores and stocks by month. In brackets: the 80 % interval."
                    )
                }
                p {
                    Text(
                        zh:
                            "路径：累计类按去年同期的季节占比累进，其余从基线到目标匀速。方法出处：Durbin & Koopman (2012) 第 2 章；Hyndman & Athanasopoulos (2021) 第 5、8 章。",
                        en:
                            "Path: what adds up follows last year's season, the rest goes straight from baseline to target. Sources: Durbin & Koopman (2012), ch. 2; Hyndman & Athanasopoulos (2021), ch. 5 and 8."
                    )
                }
            }
        }
    }
}
