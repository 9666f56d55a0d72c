/// A word or a sign of Swift code, outside comments and text.
struct Token: Equatable {
    let text: Substring
    let line: Int
    /// No blank stands before it: tells `value!` from `!value`.
    let isGlued: Bool

    var isWord: Bool { text.utf8.first.map(Lexer.isWordByte) ?? false }
}
