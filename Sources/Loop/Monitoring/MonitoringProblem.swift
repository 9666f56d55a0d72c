package import Kernel
package import Warehouse

/// What can be wrong with a question about metrics, or with a target.
package enum MonitoringProblem: Problem, Hashable {
    case unknownMetric(String)
    case unknownDimension(String)
    case dimensionNotOffered(Metric, Dimension)
    case absurdTarget(Metric)
    case targetNotANumber(String)
    case wrongLimits
    case unreadableDay(String)
    case noData

    package var code: String {
        switch self {
        case .unknownMetric: "metric.unknown"
        case .unknownDimension: "metric.unknown_dimension"
        case .dimensionNotOffered: "metric.dimension_not_offered"
        case .absurdTarget: "target.absurd"
        case .targetNotANumber: "target.not_a_number"
        case .wrongLimits: "target.wrong_limits"
        case .unreadableDay: "metric.unreadable_day"
        case .noData: "metric.no_data"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .unknownMetric, .noData: .missing
        default: .invalid
        }
    }

    package var text: Text {
        switch self {
        case .unknownMetric(let id):
            Text(
                zh: "没有名为 \(id) 的指标，请在指标字典中查看可用的指标。",
                en: "There is no metric \(id); the metric dictionary lists those there are.")
        case .unknownDimension(let id):
            Text(
                zh: "没有名为 \(id) 的维度，可用：\(Dimension.allCases.map(\.rawValue).joined(separator: "、"))。",
                en:
                    "There is no dimension \(id); there are \(Dimension.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        case .dimensionNotOffered(let metric, let dimension):
            Text(
                zh:
                    "“\(metric.name.zh)”不能按\(dimension.name.zh)拆分，可用：\(metric.dimensions.map(\.name.zh).joined(separator: "、"))。",
                en: "\(metric.name.en) cannot be split by \(dimension.name.en.lowercased()); it can by "
                    + "\(metric.dimensions.map(\.name.en).joined(separator: ", ").lowercased()).")
        case .absurdTarget(let metric):
            Text(
                zh: "“\(metric.name.zh)”的目标值超出合理范围，请检查单位。",
                en: "The target of \(metric.name.en) is out of range; check its unit.")
        case .targetNotANumber(let text):
            Text(
                zh: "目标值“\(text)”不是数字，请填写如 1250000 或 12.5 的数值。",
                en: "The target “\(text)” is not a number; write one like 1250000 or 12.5.")
        case .wrongLimits:
            Text(zh: "亮灯界限应为正数，且黄灯不高于绿灯。", en: "Light limits are positive, and amber is not above green.")
        case .unreadableDay(let text):
            Text(
                zh: "日期“\(text)”无法识别，请写成 2026-11-21 的形式。",
                en: "The day “\(text)” cannot be read; write it like 2026-11-21.")
        case .noData:
            Text(
                zh: "数据仓库中还没有数据，请先导入数据或生成演示企业。",
                en: "The warehouse is still empty: import data or make the demonstration company first.")
        }
    }
}
