import Foundation
import Kernel
import Planning

/// The growth-share matrix drawn: one bubble a line, its area by sales, its colour by category; each quadrant says how many
/// lines and which part of sales stand in it.
struct PortfolioMatrixDrawing {
    let portfolio: Portfolio
    let currency: Currency

    private static let (left, top, width, height) = (64.0, 12.0, 926.0, 440.0)
    /// Relative shares from 20 times to a twentieth, on a logarithmic scale; what lies beyond stands at the edge.
    private static let most = 20.0
    private static let letters = 11.5

    var html: HTML {
        svg(
            .class("bcg-plot"), .attribute("viewBox", "0 0 1000 505"), .role("group"),
            .label(Text(zh: "波士顿矩阵", en: "Growth-share matrix"))
        ) {
            ground
            for line in portfolio.lines { bubble(line) }
            for label in labels { label.html }
            axes
        }
    }

    /// A category with the colour of its bubbles.
    var categories: [(name: String, tone: String)] {
        names.enumerated().map { ($1.isEmpty ? "—" : $1, Self.tone($0)) }
    }

    private static func tone(_ place: Int) -> String { "tone-\(place % 8 + 1)" }

    private var names: [String] {
        var seen = Set<String>()
        return portfolio.lines.map(\.category).filter { seen.insert($0).inserted }
    }

    // MARK: Scales

    private var growths: (low: Double, high: Double) {
        let all = portfolio.lines.map(\.marketGrowth) + [portfolio.growthLine]
        let (low, high) = (all.min() ?? 0, all.max() ?? 0)
        let margin = max(0.02, (high - low) * 0.2)
        return (low - margin, high + margin)
    }

    private func x(_ share: Double) -> Double {
        let place = 0.5 - log(min(max(share, 1 / Self.most), Self.most)) / (2 * log(Self.most))
        return Self.left + min(max(place, 0.02), 0.98) * Self.width
    }

    private func y(_ growth: Double) -> Double {
        let (low, high) = growths
        return Self.top + (high - growth) / (high - low) * Self.height
    }

    private func radius(_ line: PortfolioLine) -> Double {
        let most = Double(max(1, portfolio.lines.first?.sales ?? 1))
        return max(5, 30 * (Double(line.sales) / most).squareRoot())
    }

    // MARK: Quadrants and axes

    private var ground: HTML {
        let (middle, line) = (x(1), y(portfolio.growthLine))
        let (right, bottom) = (Self.left + Self.width, Self.top + Self.height)
        return HTML {
            field(.star, Self.left, Self.top, middle, line)
            field(.questionMark, middle, Self.top, right, line)
            field(.cashCow, Self.left, line, middle, bottom)
            field(.dog, middle, line, right, bottom)
        }
    }

    private func field(_ quadrant: Quadrant, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> HTML {
        let isUpper = quadrant == .star || quadrant == .questionMark
        let isLeft = quadrant == .star || quadrant == .cashCow
        let (x, anchor) = isLeft ? (x1 + 12, "start") : (x2 - 12, "end")
        return HTML {
            Shape.rect("bcg-field bcg-\(quadrant.rawValue)", x1, y1, x2 - x1, y2 - y1)
            Shape.text("bcg-name", x, isUpper ? y1 + 22 : y2 - 28, anchor: anchor) {
                quadrant.name
                " · "
                quadrant.action
            }
            Shape.text("bcg-sum", x, isUpper ? y1 + 40 : y2 - 10, anchor: anchor) { sum(quadrant) }
        }
    }

    private func sum(_ quadrant: Quadrant) -> Text {
        let members = portfolio.lines.filter { $0.quadrant == quadrant }
        let all = portfolio.lines.reduce(Int64(0)) { $0 + $1.sales }
        let share = all > 0 ? Double(members.reduce(Int64(0)) { $0 + $1.sales }) / Double(all) : 0
        return Text(
            zh: "\(members.count) 条产品线，占销售额 \(Figure.percent(share, 0))",
            en: "\(members.count) lines, \(Figure.percent(share, 0)) of sales")
    }

    private var axes: HTML {
        let (middle, bottom) = (Self.left + Self.width / 2, Self.top + Self.height)
        return HTML {
            for (share, word) in [(10.0, "10×"), (3, "3×"), (1, "1×"), (1 / 3, "⅓×"), (0.1, "0.1×")] {
                Shape.text("tick", x(share), bottom + 16, anchor: "middle") { word }
            }
            Shape.text("axis-name", middle, bottom + 38, anchor: "middle") {
                Text(zh: "← 高　　相对市场份额（对数）　　低 →", en: "← high    relative market share (log)    low →")
            }
            for growth in [growths.low, portfolio.growthLine, growths.high] {
                Shape.text("tick", 58, min(max(y(growth) + 4, 22), bottom), anchor: "end") {
                    Figure.change(growth, 0)
                }
            }
            element(
                "text", [.class("axis-name"), .attribute("transform", "translate(14 \(Int(bottom) / 2)) rotate(-90)")]
            ) {
                Text(zh: "市场增长 →", en: "market growth →")
            }
        }
    }

    // MARK: Bubbles

    private func bubble(_ line: PortfolioLine) -> HTML {
        let tone = Self.tone(names.firstIndex(of: line.category) ?? 0)
        return element("a", [.href("#line-\(portfolio.lines.firstIndex { $0.id == line.id } ?? 0)")]) {
            Shape.circle(
                "bubble \(tone)" + (line.isOverruled ? " overruled" : ""), x(line.relativeShare), y(line.marketGrowth),
                radius(line))
            element("title", []) { about(line) }
        }
    }

    private func about(_ line: PortfolioLine) -> Text {
        let sales = Figure.shortMoney(Money(minorUnits: line.sales, currency: currency))
        let name = "\(line.category) · \(line.series)"
        let (growth, share) = (Figure.change(line.marketGrowth), Figure.decimal(line.relativeShare, 2))
        return Text(
            zh: "\(name)：\(line.quadrant.name.zh)，销售额 \(sales.zh)，市场增长 \(growth)，相对份额 \(share)",
            en: "\(name): \(line.quadrant.name.en), sales \(sales.en), market growth \(growth), relative share \(share)"
        )
    }

    /// A name beside or in its bubble.
    private struct Label {
        let text: String
        let x: Double
        let y: Double
        let width: Double
        var html: HTML { Shape.text("bubble-name", x, y, anchor: "middle") { text } }
        func covers(_ other: Label) -> Bool { abs(x - other.x) * 2 < width + other.width + 4 && abs(y - other.y) < 13 }
    }

    /// Names of as many lines as have room, the largest first: in the bubble, else above, below, to the right or left of it.
    private var labels: [Label] {
        var placed = Quadrant.allCases.flatMap(corner)
        let named = placed.count
        for line in portfolio.lines {
            let free = candidates(line).first { candidate in
                !placed.contains { $0.covers(candidate) } && isInside(candidate)
            }
            if let free { placed.append(free) }
        }
        return Array(placed.dropFirst(named))
    }

    /// The room of a quadrant's own words.
    private func corner(_ quadrant: Quadrant) -> [Label] {
        let isUpper = quadrant == .star || quadrant == .questionMark
        let isLeft = quadrant == .star || quadrant == .cashCow
        let y = isUpper ? Self.top + 22 : Self.top + Self.height - 28
        let x = isLeft ? Self.left + 110 : Self.left + Self.width - 110
        return [Label(text: "", x: x, y: y, width: 220), Label(text: "", x: x, y: y + 18, width: 220)]
    }

    private func candidates(_ line: PortfolioLine) -> [Label] {
        let text = line.series.isEmpty ? line.category : line.series
        let width = Shape.width(text, size: Self.letters)
        let (x, y, radius) = (x(line.relativeShare), y(line.marketGrowth), radius(line))
        let beside = radius + width / 2 + 4
        let places =
            (width <= 2 * radius - 4 ? [(x, y + 4)] : [])
            + [(x, y - radius - 4), (x, y + radius + 12), (x + beside, y + 4), (x - beside, y + 4)]
        return places.map { Label(text: text, x: $0.0, y: $0.1, width: width) }
    }

    private func isInside(_ label: Label) -> Bool {
        label.x - label.width / 2 > Self.left && label.x + label.width / 2 < Self.left + Self.width
            && label.y > Self.top + 10 && label.y < Self.top + Self.height
    }
}
