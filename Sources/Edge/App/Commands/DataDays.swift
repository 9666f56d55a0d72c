import Engine
import Kernel
import Warehouse

/// The days that the data cover.
struct DataDays {
    let warehouse: Warehouse

    init(_ warehouse: Warehouse) { self.warehouse = warehouse }

    /// The named day, else the last one with orders.
    func lastOrderDay(or named: Day?) async throws -> Day {
        if let named { return named }
        let found = try await warehouse.engine.query("SELECT max(ordered_on) AS last_day FROM order_header").single()
        guard let day = try found.optionalDay("last_day") else { throw DataProblem.noOrders }
        return day
    }
}

enum DataProblem: Problem {
    case noOrders
    case unknownMetric(String, like: [String])
    case unknownDimension(String, offered: [String])
    case emptyPeriod(from: Day, to: Day)

    var code: String {
        switch self {
        case .noOrders: "data.no_orders"
        case .unknownMetric: "data.unknown_metric"
        case .unknownDimension: "data.unknown_dimension"
        case .emptyPeriod: "data.empty_period"
        }
    }

    var kind: ProblemKind {
        switch self {
        case .noOrders, .unknownMetric: .missing
        case .unknownDimension, .emptyPeriod: .invalid
        }
    }

    var text: Text {
        switch self {
        case .noOrders:
            Text(
                zh: "还没有订单。请先用 yunchou import 导入，或用 yunchou demo 生成演示公司。",
                en:
                    "There are no orders yet. Import some with yunchou import, or make the demonstration company with yunchou demo."
            )
        case .unknownMetric(let id, let like):
            Text(
                zh: "没有名为“\(id)”的指标。可用的指标：\(like.joined(separator: "、"))。",
                en: "There is no metric “\(id)”. Known ones: \(like.joined(separator: ", ")).")
        case .unknownDimension(let name, let offered):
            Text(
                zh: "该指标不能按“\(name)”拆分。可用维度：\(offered.joined(separator: "、"))。",
                en: "This metric can't be split by “\(name)”. It offers: \(offered.joined(separator: ", ")).")
        case .emptyPeriod(let from, let to):
            Text(zh: "起始日 \(from) 晚于结束日 \(to)。", en: "The period is empty: \(from) is after \(to).")
        }
    }
}
