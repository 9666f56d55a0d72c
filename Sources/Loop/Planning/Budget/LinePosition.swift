/// Where a line stands: all amounts in the smallest unit of the currency.
package struct LinePosition: Sendable, Identifiable {
    package var id: Int64 { line.id }
    package let line: BudgetLine
    /// Transfers and pool draws in force: what came in less what went out.
    package var moved: Int64 = 0
    /// Approved and not paid yet.
    package var committed: Int64 = 0
    package var spent: Int64 = 0
    /// Asked for, not decided.
    package var pending: Int64 = 0
    package var forecast: Forecast?

    package init(_ line: BudgetLine) { self.line = line }

    /// Takes what the data of the warehouse say it cost. What was promised by requests and shows in the data by now is not
    /// counted twice; what the data do not show yet stays promised.
    mutating func follow(_ amount: Int64) {
        let promised = spent + committed
        spent = amount
        committed = max(0, promised - amount)
    }

    /// The plan as it stands now.
    package var adjusted: Int64 { line.planned + moved }
    package var remaining: Int64 { adjusted - spent - committed }
    package var spentShare: Double { adjusted > 0 ? Double(spent) / Double(adjusted) : 0 }

    package enum State: String, Sendable { case fine, willOverrun, overrun }

    /// - Parameter margin: how far the forecast may pass the plan before somebody is told.
    package func state(margin: Double = 0) -> State {
        if spent + committed > adjusted { return .overrun }
        guard let forecast else { return .fine }
        return Double(forecast.amount) > Double(adjusted) * (1 + margin) ? .willOverrun : .fine
    }
}
