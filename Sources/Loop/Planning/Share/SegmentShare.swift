package import Kernel
import Records

/// A segment with our share of it in each period whose size is known, the earliest first (S-02).
package struct SegmentShare: Sendable, Identifiable {
    package let segment: MarketSegment
    package let points: [SharePoint]

    package var id: Int64 { segment.id }
    /// The last period with a share.
    package var latest: SharePoint? { points.last { $0.share != nil } }

    /// The last period with a share that ends by that day.
    package func point(by day: Day) -> SharePoint? { points.last { $0.share != nil && $0.days.lastDay <= day } }

    /// In points of a hundred, against the same period a year before.
    package func gained(_ point: SharePoint) -> Double? {
        let before = points.first { $0.days == point.days.lastYear }
        return point.share.flatMap { now in before?.share.map { (now - $0) * 100 } }
    }

    /// Why there is nothing to show, or what is doubtful, with the remedy.
    package var trouble: Text? {
        let name = segment.record.title
        if points.isEmpty {
            return Text(
                zh: "“\(name)”还没有市场规模，无法计算份额：请录入或导入各期的市场销售额。",
                en:
                    "\(name) has no size yet, so there is no share: enter or import what the market sold in each period."
            )
        }
        guard let latest else {
            let reason = points.last?.gap ?? Text(verbatim: "")
            return Text(
                zh: "“\(name)”有市场规模，但算不出份额：\(reason.zh)。",
                en: "\(name) has sizes, but no share can be made: \(reason.en).")
        }
        guard latest.own == .known(0) else { return nil }
        return Text(
            zh: "“\(name)”\(latest.days.start) 至 \(latest.days.lastDay) 我方销售额为 0：请核对品类名称是否与商品资料一致。",
            en:
                "We sold nothing in \(name) from \(latest.days.start) to \(latest.days.lastDay): check that its categories are written as in the product data."
        )
    }

    /// What the market sold in just these days, where sizes follow each other from the first to the last; else `nil`: a part of a
    /// period is not guessed from the whole.
    static func sales(_ sizes: [SegmentSize], in days: Period) -> Int64? {
        let inside = sizes.filter { $0.days.start < days.end && days.start < $0.days.end }
            .sorted { $0.days.start < $1.days.start }
        guard inside.first?.days.start == days.start, inside.last?.days.end == days.end else { return nil }
        guard zip(inside, inside.dropFirst()).allSatisfy({ $0.days.end == $1.days.start }) else { return nil }
        return inside.reduce(0) { $0 + $1.sales }
    }
}
