/// The smallest part of a request's text that means something.
struct Token: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case end
        case punctuator(Character)
        case spread
        case name
        case int
        case float
        case string
    }

    let kind: Kind
    /// The offset of its first byte.
    let start: Int
    let end: Int
    /// A name, a number as it is written, or what a string says; empty otherwise.
    var text = ""

    /// As error messages show it.
    var shown: String {
        switch kind {
        case .end: "<EOF>"
        case .punctuator(let sign): String(sign)
        case .spread: "..."
        case .name, .int, .float: text
        case .string: "\"\(text.prefix(40))\""
        }
    }
}
