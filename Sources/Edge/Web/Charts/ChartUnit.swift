package import Kernel

/// What the numbers of a chart are, and so how its axis and table write them.
package enum ChartUnit: Sendable, Hashable {
    /// Whole things: orders, customers.
    case count
    /// Values in whole currency units (not in fen).
    case money(Currency)
    /// Shares between 0 and 1.
    case percent
    case number(decimals: Int)

    var code: String {
        switch self {
        case .count: "count"
        case .money: "money"
        case .percent: "percent"
        case .number: "number"
        }
    }

    var symbol: String {
        if case .money(let currency) = self { return currency.symbol }
        return ""
    }

    /// The whole number as the table shows it.
    package func text(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "—" }
        switch self {
        case .count: return Figure.decimal(value, 0)
        case .money(let currency):
            return (value < 0 ? "−" : "") + currency.symbol + Figure.decimal(abs(value), currency.decimals)
        case .percent: return Figure.percent(value)
        case .number(let decimals): return Figure.decimal(value, decimals)
        }
    }
}
