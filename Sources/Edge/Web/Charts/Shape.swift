import Kernel

/// Shapes of drawings made on the server, in units of the drawing's view box. What they look like is the style sheet's matter.
enum Shape {
    static func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> HTML {
        element(
            "line", [.class(style), place("x1", x1), place("y1", y1), place("x2", x2), place("y2", y2)])
    }

    static func rect(
        _ style: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double, round: Double = 0
    ) -> HTML {
        element(
            "rect",
            [
                .class(style), place("x", x), place("y", y), place("width", max(0, width)),
                place("height", max(0, height)), place("rx", round),
            ])
    }

    static func circle(_ style: String, _ x: Double, _ y: Double, _ radius: Double) -> HTML {
        element("circle", [.class(style), place("cx", x), place("cy", y), place("r", radius)])
    }

    static func polyline(_ style: String, _ points: [(x: Double, y: Double)]) -> HTML {
        element("polyline", [.class(style), .attribute("points", places(points))])
    }

    static func polygon(_ style: String, _ points: [(x: Double, y: Double)]) -> HTML {
        element("polygon", [.class(style), .attribute("points", places(points))])
    }

    private static func places(_ points: [(x: Double, y: Double)]) -> String {
        points.map { "\(Figure.plainDecimal($0.x)),\(Figure.plainDecimal($0.y))" }.joined(separator: " ")
    }

    /// - Parameter anchor: `start`, `middle` or `end`: which part of the text stands at the place.
    static func text(
        _ style: String, _ x: Double, _ y: Double, anchor: String = "start", @HTMLBuilder _ inside: () -> HTML
    ) -> HTML {
        element("text", [.class(style), place("x", x), place("y", y), .attribute("text-anchor", anchor)], inside)
    }

    /// How wide a text is at a size: Chinese letters are as wide as high, others a little over half.
    static func width(_ text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 1 : 0.57) } * size
    }

    /// The wider of both languages.
    static func width(_ text: Text, size: Double) -> Double {
        max(width(text.zh, size: size), width(text.en, size: size))
    }

    private static func place(_ name: StaticString, _ value: Double) -> Attribute {
        .attribute(name, Figure.plainDecimal(value))
    }
}
