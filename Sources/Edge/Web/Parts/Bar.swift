import Kernel

/// A bar of a share between 0 and 1, drawn as SVG because the content policy allows no inline style. Always beside a
/// number that says the same.
/// - Parameter mark: a share that is marked across the bar, such as a limit or a plan.
package func shareBar(_ share: Double, tone: String = "primary", mark: Double? = nil) -> HTML {
    let width = share.isFinite ? min(max(share, 0), 1) * 100 : 0
    return element(
        "svg",
        [
            .class("share-bar"), .attribute("viewBox", "0 0 100 6"), .attribute("preserveAspectRatio", "none"),
            .ariaHidden,
        ]
    ) {
        element("rect", [.class("share-bar-ground"), .attribute("width", "100"), .attribute("height", "6")])
        element(
            "rect",
            [.class("share-bar-\(tone)"), .attribute("width", Figure.decimal(width, 2)), .attribute("height", "6")])
        if let mark {
            element(
                "rect",
                [
                    .class("share-bar-mark"), .attribute("x", Figure.decimal(min(max(mark, 0), 1) * 100 - 0.2, 2)),
                    .attribute("width", "0.4"), .attribute("height", "6"),
                ])
        }
    }
}
