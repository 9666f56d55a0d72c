import Kernel
import Monitoring

/// A light as icon and word; colour only adds to them.
func lightMark(_ light: Light) -> HTML {
    badge(light.word, light.tone)
}

extension Light {
    var tone: BadgeTone {
        switch self {
        case .green: .good
        case .amber: .attention
        case .red: .bad
        case .grey: .neutral
        }
    }
}

/// 环比 or 同比: an arrow, the change, and good or bad news by colour.
func changeMark(_ label: Text, _ change: BoardCard.Change?) -> HTML {
    span {
        label
        " "
        if let change {
            span(.class(change.isGood.map { $0 ? "better" : "worse" } ?? "quiet")) {
                if abs(change.amount) > 0.000_05 { icon(change.amount > 0 ? "arrow-up" : "arrow-down") }
                MetricFigure.change(change)
            }
        } else {
            span(.class("quiet")) { "—" }
        }
    }
}

extension Text {
    static let onPrevious = Text(zh: "环比", en: "vs previous")
    static let onLastYear = Text(zh: "同比", en: "vs last year")
}
