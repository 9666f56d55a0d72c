import Kernel
import Planning

/// Bars of the budget pages, drawn on the server; the numbers beside them say the same.
enum BudgetBars {
    struct Segment {
        let share: Double
        /// 1…6: the chart's colours; 0: the pale ground.
        let colour: Int
    }

    /// One bar of parts of a whole, with a mark at a share where something ought to be.
    static func stacked(_ segments: [Segment], mark: Double? = nil) -> HTML {
        var left = 0.0
        let placed = segments.map { segment -> (Segment, Double, Double) in
            let width = min(max(0, segment.share), max(0, 1 - left))
            defer { left += width }
            return (segment, left, width)
        }
        return element(
            "svg",
            [
                .class("mix-bar"), .attribute("viewBox", "0 0 100 10"), .attribute("preserveAspectRatio", "none"),
                .ariaHidden,
            ]
        ) {
            rect("share-bar-ground", 0, 1)
            for (segment, start, width) in placed where width > 0 { rect("seg-\(segment.colour)", start, width) }
            if let mark { tick(mark) }
        }
    }

    /// Spent, committed and where it will end, against the plan (the mark).
    static func course(_ position: LinePosition, state: LinePosition.State) -> HTML {
        let forecast = position.forecast?.amount ?? 0
        let scale = Double(max(1, position.adjusted, forecast, position.spent + position.committed))
        func share(_ amount: Int64) -> Double { Double(max(0, amount)) / scale }
        return element(
            "svg",
            [
                .class("mix-bar"), .attribute("viewBox", "0 0 100 10"), .attribute("preserveAspectRatio", "none"),
                .ariaHidden,
            ]
        ) {
            rect("share-bar-ground", 0, 1)
            rect(state == .fine ? "course-ahead" : "course-over", 0, share(forecast))
            rect("course-committed", 0, share(position.spent + position.committed))
            rect(state == .overrun ? "share-bar-bad" : "seg-1", 0, share(position.spent))
            tick(share(position.adjusted))
        }
    }

    private static func rect(_ name: String, _ start: Double, _ width: Double) -> HTML {
        element(
            "rect",
            [
                .class(name), .attribute("x", Figure.decimal(start * 100, 2)),
                .attribute("width", Figure.decimal(width * 100, 2)), .attribute("height", "10"),
            ])
    }

    private static func tick(_ share: Double) -> HTML {
        element(
            "rect",
            [
                .class("mix-tick"), .attribute("x", Figure.decimal(min(99.4, max(0, share * 100 - 0.3)), 2)),
                .attribute("width", "0.6"), .attribute("height", "10"),
            ])
    }
}
