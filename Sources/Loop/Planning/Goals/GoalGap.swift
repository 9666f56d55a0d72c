package import Kernel
package import Warehouse

/// Why a goal cannot be followed yet, and what to fill in.
package enum GoalGap: Sendable, Hashable {
    case metric, segment, baseline, target, deadline
    case datesReversed(start: Day, due: Day)
    case dimension(Metric, Dimension)

    package var text: Text {
        switch self {
        case .metric:
            Text(zh: "未绑定指标，无法读取实际值。请在目标中选择衡量指标。", en: "No metric: choose one, so that the actual value can be read.")
        case .segment:
            Text(
                zh: "市场份额目标须指明是哪个细分的份额。请在目标中选择“份额细分”。",
                en: "A market share is the share of a segment: choose the share segment in the goal.")
        case .baseline:
            Text(
                zh: "缺少基线值。没有基线就无法判断增减，请补填去年同期或最近一期的实际值。",
                en: "No baseline: without one, up or down cannot be judged. Fill in last year's value.")
        case .target: Text(zh: "缺少目标值，请补填。", en: "No target: fill one in.")
        case .deadline: Text(zh: "缺少截止日期，请补填。", en: "No deadline: fill one in.")
        case .datesReversed(let start, let due):
            Text(
                zh: "截止日期 \(due) 早于开始日期 \(start)，请更正。",
                en: "The deadline \(due) lies before the start \(start): correct one.")
        case .dimension(let metric, let dimension):
            Text(
                zh: "“\(metric.name.zh)”没有“\(dimension.name.zh)”维度，无法按此拆分跟踪。",
                en: "\(metric.name.en) is not known by \(dimension.name.en.lowercased()) and cannot be followed so.")
        }
    }
}
