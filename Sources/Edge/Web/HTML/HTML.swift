package import Kernel

/// A piece of a page, as a value. Text is escaped when it is written, in the language of whoever reads it; tag and
/// attribute names come from literals only, so no input can become markup.
///
///     section(.class("card")) {
///         h2 { Text(zh: "客户", en: "Customers") }
///         if rows.isEmpty { emptyState(…) }
///         for row in rows { p { row.name } }
///     }
package struct HTML: Sendable {
    enum Node: Sendable {
        case escaped(String)
        case said(Text)
        case literal(StaticString)
        case element(Element)
        /// Made when it is written, from what is known of the reader.
        case made(@Sendable (Reader) -> HTML)
    }

    struct Element: Sendable {
        var name: StaticString
        var attributes: [Attribute]
        var content: [Node]
        /// `<input>` and the like have neither content nor an end tag.
        var isVoid = false
    }

    var nodes: [Node]

    package init() { nodes = [] }
    init(_ node: Node) { nodes = [node] }
    package init(_ text: Text) { nodes = [.said(text)] }
    /// Escaped: names, numbers, codes, anything that came from outside.
    package init(verbatim: String) { nodes = [.escaped(verbatim)] }
    package init(@HTMLBuilder _ content: () -> HTML) { self = content() }

    package static let empty = HTML()
    package var isEmpty: Bool { nodes.isEmpty }

    /// Markup of our own that stands in the source as it is.
    package static func literal(_ markup: StaticString) -> HTML { HTML(.literal(markup)) }

    /// Decided when the page is written: by the reader's language, theme, form token or the assets' addresses.
    package static func reading(_ make: @escaping @Sendable (Reader) -> HTML) -> HTML { HTML(.made(make)) }

    package static func + (left: HTML, right: HTML) -> HTML {
        var both = left
        both.nodes += right.nodes
        return both
    }
}

/// An element whose name has no function of its own: custom elements and rare tags.
package func element(
    _ name: StaticString, _ attributes: [Attribute], @HTMLBuilder _ content: () -> HTML = { HTML() }
) -> HTML {
    HTML(.element(HTML.Element(name: name, attributes: attributes, content: content().nodes)))
}

func voidElement(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    HTML(.element(HTML.Element(name: name, attributes: attributes, content: [], isVoid: true)))
}
