package import Kernel

/// Puts the statements of a closure together. There is one type throughout, so the compiler never has to search.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ html: HTML) -> HTML { html }
    package static func buildExpression(_ html: HTML?) -> HTML { html ?? HTML() }
    package static func buildExpression(_ text: Text) -> HTML { HTML(text) }
    package static func buildExpression(_ text: Text?) -> HTML { text.map { HTML($0) } ?? HTML() }
    package static func buildExpression(_ text: String) -> HTML { HTML(verbatim: text) }
    package static func buildExpression(_ number: Int) -> HTML { HTML(verbatim: String(number)) }
    package static func buildExpression(_ nothing: Void) -> HTML { HTML() }

    package static func buildBlock() -> HTML { HTML() }
    package static func buildPartialBlock(first: HTML) -> HTML { first }
    package static func buildPartialBlock(accumulated: HTML, next: HTML) -> HTML { accumulated + next }
    package static func buildOptional(_ html: HTML?) -> HTML { html ?? HTML() }
    package static func buildEither(first: HTML) -> HTML { first }
    package static func buildEither(second: HTML) -> HTML { second }
    package static func buildArray(_ parts: [HTML]) -> HTML {
        var all = HTML()
        for part in parts { all.nodes += part.nodes }
        return all
    }
}
