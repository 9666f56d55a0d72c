import Kernel

/// A bar of a share between 0 and 1, drawn as SVG because the content policy allows no inline style. Always beside a
/// number that says the same.
package func shareBar(_ share: Double, tone: String = "primary") -> HTML {
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
    }
}
