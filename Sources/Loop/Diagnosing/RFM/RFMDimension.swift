package import Kernel

/// The three questions asked about each customer: how lately, how often, how much.
package enum RFMDimension: String, Sendable, CaseIterable, Codable {
    case recency, frequency, monetary

    /// The letter of the grid's axis.
    package var letter: String {
        switch self {
        case .recency: "R"
        case .frequency: "F"
        case .monetary: "M"
        }
    }

    package var name: Text {
        switch self {
        case .recency: Text(zh: "最近消费", en: "Recency")
        case .frequency: Text(zh: "消费频次", en: "Frequency")
        case .monetary: Text(zh: "消费金额", en: "Monetary value")
        }
    }

    package var explanation: Text {
        switch self {
        case .recency:
            Text(zh: "距统计日最近一次付款订单的天数，越少越好", en: "Days from the last paid order to the as-of day; fewer is better")
        case .frequency: Text(zh: "统计期内已付款订单数，越多越好", en: "Paid orders in the period; more is better")
        case .monetary: Text(zh: "统计期内实付金额合计，越高越好", en: "Net amount paid in the period; more is better")
        }
    }

    /// The column expression that grows from the worst customer to the best.
    var risingExpression: String {
        switch self {
        case .recency: "-recency_days"
        case .frequency: "frequency"
        case .monetary: "monetary_fen"
        }
    }

    /// Turns a rising value back into what people read (days, orders, minor units), and the reverse.
    package func readable(_ rising: Int64) -> Int64 { self == .recency ? -rising : rising }
}
