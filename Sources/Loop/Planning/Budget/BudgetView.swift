package import Kernel
package import Records
package import Warehouse

/// A budget as its readers see it: lines with what they cost, the mix, and returns by channel.
package struct BudgetView: Sendable {
    package let book: BudgetBook
    package let constants: BudgetConstants
    package let mixes: [MixReport]
    /// Return on ad spend and on margin by ad channel, over the period so far.
    package let returns: [String: ChannelReturn]
    package let names: RecordNames
    /// The last day that ad spend covers in the period.
    package let upTo: Day?

    package struct ChannelReturn: Sendable {
        package let onSpend: MetricValue
        package let onMargin: MetricValue
    }

    package var positions: [LinePosition] { book.positions }
    package func state(_ position: LinePosition) -> LinePosition.State {
        position.state(margin: constants.overrunMargin)
    }
    /// Lines that are over, or will be, the largest first.
    package var alerts: [LinePosition] {
        positions.filter { state($0) != .fine }.sorted { excess($0) > excess($1) }
    }
    /// How far a line goes past its plan.
    package func excess(_ position: LinePosition) -> Int64 {
        max(position.forecast?.amount ?? 0, position.spent + position.committed) - position.adjusted
    }
}
