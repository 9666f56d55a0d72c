package import Kernel
package import Records

/// The rules' constants: of the record in use, or the published ones.
package struct BudgetConstants: Sendable {
    package enum Scope: String, Sendable {
        case supplier
        case supplierOrOwnLine = "supplier_or_own_line"
        case supplierOrLine = "supplier_or_line"
    }

    /// Above it, a spend needs management.
    package var singleLimit: Int64
    package var splitDays = 30
    package var splitScope = Scope.supplierOrOwnLine
    package var flexible = 0.1...0.15
    package var overrunMargin = 0.0
    package var industryGrowth = 0.0
    /// The record that says so.
    package var record: Record?

    /// 50,000 whole units of the currency, 30 days, 10–15 %.
    package init(_ currency: Currency) {
        singleLimit = (0..<currency.decimals).reduce(Int64(50_000)) { units, _ in units * 10 }
    }

    package init(_ records: [Record], _ currency: Currency) {
        self.init(currency)
        let used = records.filter { $0.state == "active" }
        guard let rule = used.max(by: { $0.changedAt < $1.changedAt }) else { return }
        record = rule
        singleLimit = rule.whole("single_limit") ?? singleLimit
        splitDays = rule.number("split_days").map { Int($0) } ?? splitDays
        splitScope = rule.text("split_scope").flatMap(Scope.init(rawValue:)) ?? splitScope
        let low = rule.number("flexible_low") ?? flexible.lowerBound
        flexible = low...max(low, rule.number("flexible_high") ?? flexible.upperBound)
        overrunMargin = rule.number("overrun_margin") ?? overrunMargin
        industryGrowth = rule.number("industry_growth") ?? industryGrowth
    }
}
