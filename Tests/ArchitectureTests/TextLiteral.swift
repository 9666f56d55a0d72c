/// A text of the source, with the code of its interpolations taken out.
struct TextLiteral: Equatable {
    var text = ""
    var interpolations: [String] = []
    var line: Int
}
