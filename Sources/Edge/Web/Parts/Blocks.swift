package import Kernel

/// A message in the flow of the page, with an icon so that colour never stands alone.
package func notice(_ tone: Flash.Tone, _ text: Text) -> HTML {
    let name =
        switch tone {
        case .success: "circle-check"
        case .warning: "alert-triangle"
        case .danger: "alert-circle"
        }
    return div(.class("notice notice-\(tone.rawValue)"), .role(tone == .success ? "status" : "alert")) {
        icon(name)
        span { text }
    }
}

/// A titled block. `actions` stand at the right of the title.
package func card(
    _ title: Text? = nil, note: Text? = nil, actions: HTML = HTML(), flush: Bool = false, _ attributes: Attribute...,
    @HTMLBuilder content: () -> HTML
) -> HTML {
    element("section", [.class(flush ? "card card-flush" : "card")] + attributes) {
        if let title {
            header(.class("card-head")) {
                div {
                    h2(.class("card-title")) { title }
                    if let note { p(.class("card-note")) { note } }
                }
                if !actions.isEmpty { div(.class("card-actions")) { actions } }
            }
        }
        div(.class("card-inside"), inside: content)
    }
}

/// What stands where there is nothing yet: why, and the next step.
package func emptyState(
    _ iconName: String, _ title: Text, _ explanation: Text, @HTMLBuilder next: () -> HTML = { HTML() }
) -> HTML {
    div(.class("empty-state")) {
        span(.class("empty-mark"), .ariaHidden) { icon(iconName) }
        h2 { title }
        p { explanation }
        div(.class("empty-next"), inside: next)
    }
}

/// A state in one word: shape and colour say the same.
package func badge(_ text: Text, _ tone: BadgeTone = .neutral) -> HTML {
    span(.class("mark mark-\(tone.rawValue)")) {
        icon(tone.icon)
        text
    }
}

package enum BadgeTone: String, Sendable {
    case good, attention, bad, neutral, busy

    var icon: String {
        switch self {
        case .good: "circle-check"
        case .attention: "alert-triangle"
        case .bad: "circle-x"
        case .neutral: "circle-dashed"
        case .busy: "loader-2"
        }
    }
}

/// Label and value, one under the other: details of one thing.
package func facts(_ pairs: [(Text, HTML)]) -> HTML {
    dl(.class("facts")) {
        for (label, value) in pairs {
            div {
                dt { label }
                dd { value }
            }
        }
    }
}

/// Views of the same page; the chosen one is marked.
package func tabs(_ entries: [(title: Text, address: String, isChosen: Bool)], label: Text) -> HTML {
    nav(.class("tab-row"), .label(label)) {
        for entry in entries { a(.href(entry.address), .current(entry.isChosen)) { entry.title } }
    }
}
