package import Kernel

/// Our share of a segment in one period (S-02): net sales of ours by the market's. What is not known is never a zero.
package struct SharePoint: Sendable {
    package let size: SegmentSize
    package let own: Own
    /// Against the same days a year before; `nil` where the sizes entered do not make up just these days.
    package let marketGrowth: Double?
    /// Of our own sales, against the same days; `nil` where the data do not reach back so far.
    package let ownGrowth: Double?

    package enum Own: Sendable, Hashable {
        /// Net sales in smallest currency units.
        case known(Double)
        /// The data end, or begin, within the period.
        case partial
        case unknown(Text)
    }

    package var days: Period { size.days }
    package var share: Double? { if case .known(let own) = own { own / Double(size.sales) } else { nil } }
    /// By how much our growth is above the market's: above zero, share is gained.
    package var lead: Double? { marketGrowth.flatMap { market in ownGrowth.map { $0 - market } } }

    /// Why there is no share.
    package var gap: Text? {
        switch own {
        case .known: nil
        case .partial:
            Text(zh: "我方销售数据只覆盖这一期的一部分，期满后自动计算", en: "our sales cover only a part of it so far")
        case .unknown(let text): text
        }
    }
}
