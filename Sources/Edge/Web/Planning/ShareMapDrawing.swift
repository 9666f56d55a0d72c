import Kernel
import Planning
import Records

/// Segments by the growth of their market (across) and by how much faster we grow than it (up): gaining or losing, in fast or
/// slow markets, at a glance (S-02).
struct ShareMapDrawing {
    /// Each with a latest period whose growth is known.
    let shares: [SegmentShare]
    let currency: Currency

    private static let (left, top, width, height) = (64.0, 12.0, 926.0, 440.0)

    var html: HTML {
        svg(
            .class("bcg-plot"), .attribute("viewBox", "0 0 1000 505"), .role("group"),
            .label(Text(zh: "增长四象限", en: "Map of growth"))
        ) {
            fields
            axes
            for (place, share) in shares.enumerated() { bubble(share, "tone-\(place % 8 + 1)") }
        }
    }

    // MARK: Scales

    private func market(_ share: SegmentShare) -> Double { share.latest?.marketGrowth ?? 0 }
    private func lead(_ share: SegmentShare) -> Double { share.latest?.lead ?? 0 }
    private func size(_ share: SegmentShare) -> Double { Double(share.latest?.size.sales ?? 0) }

    /// The growth of all these markets together: what is right of it grows faster than they do.
    private var middle: Double {
        let now = shares.reduce(0) { $0 + size($1) }
        let before = shares.reduce(0) { $0 + size($1) / (1 + market($1)) }
        return before > 0 ? now / before - 1 : 0
    }

    private var reach: Double { max(0.02, (shares.map { abs(market($0) - middle) }.max() ?? 0) * 1.3) }
    private var lift: Double { max(0.02, (shares.map { abs(lead($0)) }.max() ?? 0) * 1.4) }

    private func x(_ growth: Double) -> Double { Self.left + (0.5 + (growth - middle) / (2 * reach)) * Self.width }
    private func y(_ lead: Double) -> Double { Self.top + (0.5 - lead / (2 * lift)) * Self.height }

    // MARK: Fields and axes

    private var fields: HTML {
        let (x, y) = (Self.left + Self.width / 2, Self.top + Self.height / 2)
        let (right, bottom) = (Self.left + Self.width, Self.top + Self.height)
        return HTML {
            field("star", x, Self.top, right, y, Text(zh: "快市场 · 跑赢：乘势扩大", en: "Fast, gaining: ride it"))
            field(
                "cash_cow", Self.left, Self.top, x, y, Text(zh: "慢市场 · 跑赢：守住并收获", en: "Slow, gaining: hold and harvest")
            )
            field("question_mark", x, y, right, bottom, Text(zh: "快市场 · 跑输：优先追赶", en: "Fast, losing: catch up first"))
            field("dog", Self.left, y, x, bottom, Text(zh: "慢市场 · 跑输：重新审视", en: "Slow, losing: think again"))
        }
    }

    private func field(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ name: Text) -> HTML {
        let isUpper = y1 == Self.top
        let isLeft = x1 == Self.left
        return HTML {
            Shape.rect("bcg-field bcg-\(style)", x1, y1, x2 - x1, y2 - y1)
            Shape.text(
                "bcg-name", isLeft ? x1 + 12 : x2 - 12, isUpper ? y1 + 22 : y2 - 12, anchor: isLeft ? "start" : "end"
            ) {
                name
            }
        }
    }

    private var axes: HTML {
        let (centre, bottom) = (Self.left + Self.width / 2, Self.top + Self.height)
        return HTML {
            for growth in [middle - reach * 0.75, middle, middle + reach * 0.75] {
                Shape.text("tick", x(growth), bottom + 16, anchor: "middle") { Figure.change(growth) }
            }
            Shape.text("axis-name", centre, bottom + 38, anchor: "middle") {
                Text(zh: "市场同比增速 →（中线为各细分合计）", en: "growth of the market → (middle: all segments together)")
            }
            for lead in [-lift * 0.75, 0, lift * 0.75] {
                Shape.text("tick", 58, y(lead) + 4, anchor: "end") { Figure.change(lead, 0) }
            }
            element(
                "text", [.class("axis-name"), .attribute("transform", "translate(14 \(Int(bottom) / 2)) rotate(-90)")]
            ) { Text(zh: "我方增速 − 市场增速 →", en: "our growth less the market's →") }
        }
    }

    private func bubble(_ share: SegmentShare, _ tone: String) -> HTML {
        let most = max(1, shares.map(size).max() ?? 1)
        let radius = max(7, 34 * (size(share) / most).squareRoot())
        let (x, y) = (x(market(share)), y(lead(share)))
        return element("a", [.href(SharePages.path(share))]) {
            Shape.circle("bubble \(tone)", x, y, radius)
            Shape.text("bubble-name", x, y + radius + 13, anchor: "middle") { share.segment.record.title }
            element("title", []) { about(share) }
        }
    }

    private func about(_ share: SegmentShare) -> Text {
        let (market, own) = (Figure.change(market(share)), Figure.change(share.latest?.ownGrowth ?? 0))
        let name = share.segment.record.title
        return Text(zh: "\(name)：市场 \(market)，我方 \(own)", en: "\(name): the market \(market), we \(own)")
    }
}
