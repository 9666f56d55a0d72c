import Foundation
import Kernel
import Planning

/// The curve of a product's life with each product as a dot on its stage: within a stage the livelier to the left.
struct LifeCurveDrawing {
    let products: [ProductLife]

    private static let (left, width, bottom, height) = (10.0, 980.0, 214.0, 150.0)
    /// Where each stage begins on the curve, as a part of its length.
    private static let starts: [(stage: LifeStage, from: Double, upTo: Double)] = [
        (.introduction, 0, 0.2), (.growth, 0.2, 0.42), (.maturity, 0.42, 0.78), (.decline, 0.78, 1),
    ]

    var html: HTML {
        svg(
            .class("life-plot"), .attribute("viewBox", "0 0 1000 224"), .role("group"),
            .label(Text(zh: "产品生命周期曲线", en: "Life cycle curve"))
        ) {
            for part in Self.starts { ground(part.stage, part.from, part.upTo) }
            Shape.polyline("life-curve", (0...100).map { Self.point(Double($0) / 100) })
            for part in Self.starts { dots(part.stage, part.from, part.upTo) }
        }
    }

    /// Slowly up, steeply, flat, and down again: the shape that everybody knows, not a measurement.
    private static func point(_ part: Double) -> (x: Double, y: Double) {
        let rise = 1 / (1 + exp(-16 * (part - 0.3)))
        let fall = part > 0.72 ? 1 - 0.62 * pow((part - 0.72) / 0.28, 1.6) : 1
        return (left + part * width, bottom - 8 - rise * fall * height)
    }

    private func ground(_ stage: LifeStage, _ from: Double, _ upTo: Double) -> HTML {
        let x = Self.left + from * Self.width
        let members = products.filter { $0.stage == stage }
        return HTML {
            Shape.rect("life-field life-\(stage.rawValue)", x, 0, (upTo - from) * Self.width, Self.bottom)
            Shape.text("life-name", x + 12, 22) { stage.name }
            Shape.text("life-sum", x + 12, 40) { sum(members) }
        }
    }

    private func sum(_ members: [ProductLife]) -> Text {
        let all = products.reduce(Int64(0)) { $0 + $1.figures.yearSales }
        let part = members.reduce(Int64(0)) { $0 + $1.figures.yearSales }
        let share = Figure.percent(all > 0 ? Double(part) / Double(all) : 0, 0)
        return Text(zh: "\(members.count) 个商品，占销售额 \(share)", en: "\(members.count) products, \(share) of sales")
    }

    private func dots(_ stage: LifeStage, _ from: Double, _ upTo: Double) -> HTML {
        let members = products.filter { $0.stage == stage }
            .sorted { ($1.signs.momentum.ratio, $0.id) < ($0.signs.momentum.ratio, $1.id) }
        let most = Double(max(1, products.map(\.figures.yearSales).max() ?? 1))
        return HTML {
            for (place, life) in members.enumerated() {
                let part = from + (upTo - from) * (Double(place) + 0.5) / Double(members.count)
                element("a", [.href("#product-\(life.figures.code)")]) {
                    Shape.circle(
                        life.isOverruled ? "life-dot overruled" : "life-dot", Self.point(part).x, Self.point(part).y,
                        max(3, 11 * (Double(life.figures.yearSales) / most).squareRoot()))
                    element("title", []) {
                        life.figures.name
                        "  "
                        Figure.change(life.signs.momentum.ratio, 0)
                    }
                }
            }
        }
    }
}
